import MaritimeModel

/// One JSON document, `{"run":{...},"events":[...]}`, with every event on a line of its own.
enum JSONReport {
    static func render<Failure: Error>(
        run: RunRecord, events: EventList, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter()
        json.raw("{\"run\":")
        json.run(run)
        json.raw(",\n\"events\":[")
        for (number, event) in events.enumerated() {
            json.raw(number == 0 ? "\n" : ",\n")
            json.event(event)
            try json.output.passOnFullPiece(to: sink)
        }
        json.raw("\n]}\n")
        try json.output.passOnRest(to: sink)
    }
}
