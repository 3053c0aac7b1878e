import MaritimeModel
import Synchronization
import WorkSharing

/// Writes events one after the other; what it writes of an event depends on nothing else.
protocol EventPieceWriter: Sendable {
    var output: PieceBuffer { get set }
    mutating func write(_ event: borrowing RendezvousEvent)
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
        _ events: EventList, threads: Int, with makeWriter: @escaping @Sendable () -> Writer,
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
        let rounds = Rounds(events: events, pieces: pieces, held: held, threads: threads, makeWriter: makeWriter)
        // The pieces of a round are passed on while those of the next are made.
        var next: Ahead<[[UInt8]]>? = Ahead { rounds.render(round: 0) }
        var round = 0
        while let rendered = next?.take() {
            round += 1
            let number = round
            next = number * held < pieces ? Ahead { rounds.render(round: number) } : nil
            for bytes in rendered { try sink(bytes) }
        }
    }
}

/// Renders some pieces at a time, side by side.
private final class Rounds<Writer: EventPieceWriter>: Sendable {
    private let events: EventList
    private let pieces: Int
    private let held: Int
    private let threads: Int
    private let makeWriter: @Sendable () -> Writer
    /// Writers are used again: they know what vessels look like.
    private let idle = Mutex<[Writer]>([])

    init(events: EventList, pieces: Int, held: Int, threads: Int, makeWriter: @escaping @Sendable () -> Writer) {
        self.events = events
        self.pieces = pieces
        self.held = held
        self.threads = threads
        self.makeWriter = makeWriter
    }

    func render(round: Int) -> [[UInt8]] {
        let first = round * held
        return parallelMap(count: min(held, pieces - first), threads: threads) { number in
            var writer = idle.withLock { $0.popLast() } ?? makeWriter()
            let events = self.events
            let begin = (first + number) * EventPieces.eventsToAPiece
            for event in begin..<min(events.count, begin + EventPieces.eventsToAPiece) { writer.write(events[event]) }
            let piece = writer.output.take()
            idle.withLock { $0.append(writer) }
            return piece
        }
    }
}
