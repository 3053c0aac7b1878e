import MaritimeModel
import Synchronization

/// Keeps what was found about a part of a segment: in a crowd hundreds of meetings ask about the same part.
///
/// One part is kept for each segment, the one that was asked about last. What is found does not depend on who asked
/// before.
final class SegmentDoubts: Sendable {
    private struct Entry: Sendable {
        var fixes: Range<Int>
        var doubts: [TrackDoubt]
    }

    private let known = Mutex<[Int: Entry]>([:])

    /// The doubts about some fixes of a segment, found by `search` when they are not known.
    func doubts(ofSegment segment: Int, fixes: Range<Int>, search: () -> [TrackDoubt]) -> [TrackDoubt] {
        let entry = known.withLock { $0[segment] }
        if let entry, entry.fixes == fixes { return entry.doubts }
        // Outside the lock: that two threads may search at once costs less than waiting for each other.
        let doubts = search()
        known.withLock { $0[segment] = Entry(fixes: fixes, doubts: doubts) }
        return doubts
    }
}
