import MaritimeModel

/// One JSON value a line: every event, then the run, which `"kind":"run"` tells from the events.
///
/// The run stands last so that a reader of the stream has seen all events once it arrives; a stream without it was cut.
enum NDJSONReport {
    static func render<Failure: Error>(
        run: RunRecord, events: EventList, threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try EventPieces.render(events, threads: threads, with: { EventLines() }, to: sink)
        var json = JSONWriter()
        json.run(run, kind: "run")
        json.raw("\n")
        try json.output.passOnRest(to: sink)
    }
}

/// Writes events as lines.
private struct EventLines: EventPieceWriter {
    private var json = JSONWriter()

    mutating func write(_ event: borrowing RendezvousEvent) {
        json.event(event)
        json.raw("\n")
    }

    var output: PieceBuffer {
        get { json.output }
        _modify { yield &json.output }
    }
}
