import MaritimeModel
import WorkSharing

/// Renders the events of a large report on several threads, and passes the pieces on in the order of the events.
enum EventPieces {
    /// Events to a piece: some 50 kB as a table, and four times that as JSON.
    static let eventsToAPiece = 128
    /// Pieces that are held at a time, for each thread.
    private static let piecesHeld = 16

    /// Whether it is worth it; if not, the caller renders event after event.
    static func areWorthwhile(events: Int, threads: Int) -> Bool { threads > 1 && events > 4 * eventsToAPiece }

    /// - Parameter piece: the bytes of some events that follow each other; must depend on nothing else.
    static func render<Failure: Error>(
        _ events: [RendezvousEvent], threads: Int, to sink: ([UInt8]) throws(Failure) -> Void,
        piece: @Sendable (ArraySlice<RendezvousEvent>) -> [UInt8]
    ) throws(Failure) {
        let pieces = (events.count + eventsToAPiece - 1) / eventsToAPiece
        let held = threads * piecesHeld
        for first in stride(from: 0, to: pieces, by: held) {
            let rendered = parallelMap(count: min(held, pieces - first), threads: threads) { number in
                let begin = (first + number) * eventsToAPiece
                return piece(events[begin..<min(events.count, begin + eventsToAPiece)])
            }
            for bytes in rendered { try sink(bytes) }
        }
    }
}
