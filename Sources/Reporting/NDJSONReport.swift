import MaritimeModel

/// One JSON value a line: every event, then the run, which `"kind":"run"` tells from the events.
///
/// The run stands last so that a reader of the stream has seen all events once it arrives; a stream without it was cut.
enum NDJSONReport {
    static func render<Failure: Error>(
        run: RunRecord, events: [RendezvousEvent], threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter()
        if EventPieces.areWorthwhile(events: events.count, threads: threads) {
            try EventPieces.render(events, threads: threads, to: sink) { some in
                var json = JSONWriter()
                for event in some {
                    json.event(event)
                    json.raw("\n")
                }
                return json.output.bytes
            }
        } else {
            for event in events {
                json.event(event)
                json.raw("\n")
                try json.output.passOnFullPiece(to: sink)
            }
        }
        json.run(run, kind: "run")
        json.raw("\n")
        try json.output.passOnRest(to: sink)
    }
}
