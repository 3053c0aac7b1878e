import MaritimeModel
import Synchronization
import WorkSharing

/// Writes events one after the other; what it writes of an event depends on nothing else.
protocol EventPieceWriter: Sendable {
    var output: PieceBuffer { get set }
    mutating func write(_ event: RendezvousEvent)
}

/// Renders the events of a report, those of a large one on several threads, and passes the pieces on in their order.
enum EventPieces {
    /// Events to a piece: some 100 kB as a table, and four times that as JSON.
    static let eventsToAPiece = 256
    /// Pieces that are held at a time, for each thread.
    private static let piecesHeld = 16

    /// Whether several threads are worth it.
    static func areWorthwhile(events: Int, threads: Int) -> Bool { threads > 1 && events > 2 * eventsToAPiece }

    /// - Parameter makeWriter: makes a writer for a thread.
    static func render<Writer: EventPieceWriter, Failure: Error>(
        _ events: EventList, threads: Int, with makeWriter: @Sendable () -> Writer,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        guard areWorthwhile(events: events.count, threads: threads) else {
            var writer = makeWriter()
            for event in events {
                writer.write(event)
                try writer.output.passOnFullPiece(to: sink)
            }
            return try writer.output.passOnRest(to: sink)
        }
        let pieces = (events.count + eventsToAPiece - 1) / eventsToAPiece
        let held = threads * piecesHeld
        // Writers are used again: they know what vessels look like.
        let idle = Mutex<[Writer]>([])
        for first in stride(from: 0, to: pieces, by: held) {
            let rendered = parallelMap(count: min(held, pieces - first), threads: threads) { number in
                var writer = idle.withLock { $0.popLast() } ?? makeWriter()
                let begin = (first + number) * eventsToAPiece
                for event in begin..<min(events.count, begin + eventsToAPiece) { writer.write(events[event]) }
                let piece = writer.output.take()
                idle.withLock { $0.append(writer) }
                return piece
            }
            for bytes in rendered { try sink(bytes) }
        }
    }
}
