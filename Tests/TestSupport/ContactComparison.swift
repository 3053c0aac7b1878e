public import MaritimeModel

/// A contact as the program under test reports it.
public struct FoundContact: Hashable, Sendable {
    public var first: Int
    public var second: Int
    /// Seconds since 1970.
    public var start: Double
    public var end: Double

    public init(first: Int, second: Int, start: Double, end: Double) {
        self.first = first
        self.second = second
        self.start = start
        self.end = end
    }
}

/// Compares contacts found with those of the twin: to a second in time or a metre in distance, and nothing else.
///
/// For every pair the two answers are laid over each other. A piece of time in which one says contact and the other
/// does not is
/// - noise when it is shorter than `leastSeconds`;
/// - a moved start or end, when it is at most `secondsTolerance` long and one of its sides, not both, is a contact
///   for both;
/// - a graze, when the true distance stays within `metresTolerance` of the contact distance all through it, by the
///   twin's own word;
/// - else a difference. So contacts of the two answers have the same number, and the same starts and ends, but for
///   grazes and noise.
public struct ContactComparison {
    public var secondsTolerance = 1.0
    public var metresTolerance = 1.0
    /// Shorter pieces do not count.
    public var leastSeconds = 0.01

    /// The largest move of a start or an end that was forgiven, in seconds, and how many grazes were.
    public private(set) var largestMoveSeconds = 0.0
    public private(set) var grazes = 0

    public init() {}

    /// The first difference of every pair, each a sentence with source that can be pasted into a test.
    ///
    /// There is none when the answers agree.
    public mutating func differences(of found: [FoundContact], in world: RandomWorld) -> [String] {
        let twin = BruteForceTwin(maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds)
        return differences(of: found, from: twin.contacts(in: world.tracks), by: twin, in: world.tracks)
            .map { "\(world): \($0)" }
    }

    /// The same for tracks that make no random world.
    public mutating func differences(
        of found: [FoundContact], from expected: [TwinContact], by twin: BruteForceTwin, in tracks: TrackTable
    ) -> [String] {
        var differences = Self.flaws(of: found, vessels: tracks.segments.count)
        guard differences.isEmpty else { return differences }
        let foundByPair = Dictionary(grouping: found) { Pair(first: $0.first, second: $0.second) }
        let expectedByPair = Dictionary(grouping: expected) { Pair(first: $0.first, second: $0.second) }
        for pair in Set(foundByPair.keys).union(expectedByPair.keys).sorted() {
            let foundTimes = (foundByPair[pair] ?? []).map { TimeSpan(start: $0.start, end: $0.end) }
            let expectedTimes = (expectedByPair[pair] ?? []).map(\.span)
            if let piece = firstUnexplainedPiece(of: pair, foundTimes, expectedTimes, by: twin, in: tracks) {
                differences.append(
                    """
                    vessels \(pair.first) and \(pair.second): \(piece.inFound ? "found but not there" : "not found") \
                    for \(piece.span.duration) s from \(piece.span.start); found \(Self.source(of: foundTimes)), \
                    twin \(Self.source(of: expectedTimes))
                    """)
            }
        }
        return differences
    }

    private struct Pair: Hashable, Comparable {
        var first: Int
        var second: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
    }

    /// A time in which neither answer changes.
    private struct Piece {
        var span: TimeSpan
        var inFound: Bool
        var inTwin: Bool
        var isAgreed: Bool { inFound && inTwin }
    }

    private mutating func firstUnexplainedPiece(
        of pair: Pair, _ found: [TimeSpan], _ expected: [TimeSpan], by twin: BruteForceTwin, in tracks: TrackTable
    ) -> Piece? {
        let moments = Set((found + expected).flatMap { [$0.start, $0.end] }).sorted()
        let pieces = zip(moments, moments.dropFirst()).map { start, end in
            let holds = { (span: TimeSpan) in span.start <= start && end <= span.end }
            return Piece(
                span: TimeSpan(start: start, end: end), inFound: found.contains(where: holds),
                inTwin: expected.contains(where: holds))
        }
        for (number, piece) in pieces.enumerated() {
            guard piece.inFound != piece.inTwin, piece.span.duration >= leastSeconds else { continue }
            let agreedBefore = number > 0 && pieces[number - 1].isAgreed
            let agreedAfter = number + 1 < pieces.count && pieces[number + 1].isAgreed
            if piece.span.duration <= secondsTolerance, agreedBefore != agreedAfter {
                largestMoveSeconds = max(largestMoveSeconds, piece.span.duration)
            } else if isGraze(piece.span, of: pair, by: twin, in: tracks) {
                grazes += 1
            } else {
                return piece
            }
        }
        return nil
    }

    /// Whether the distance is known and stays within the tolerance of the contact distance all through a time.
    private func isGraze(_ span: TimeSpan, of pair: Pair, by twin: BruteForceTwin, in tracks: TrackTable) -> Bool {
        let near = twin.times(
            within: max(0, twin.maxDistanceMetres - metresTolerance), of: pair.first, and: pair.second, in: tracks)
        let notFar = twin.times(
            within: twin.maxDistanceMetres + metresTolerance, of: pair.first, and: pair.second, in: tracks)
        // The ends of both were solved to a microsecond only.
        let margin = 1e-5
        return notFar.contains { $0.start - margin <= span.start && span.end <= $0.end + margin }
            && !near.contains { $0.start < span.end - margin && span.start + margin < $0.end }
    }

    /// What is wrong with the answer itself: vessels that are none, times that are none, order, touching contacts.
    private static func flaws(of found: [FoundContact], vessels: Int) -> [String] {
        var flaws: [String] = []
        for contact in found {
            if !(0 <= contact.first && contact.first < contact.second && contact.second < vessels) {
                flaws.append("no such pair: \(contact)")
            }
            if !(contact.start.isFinite && contact.end.isFinite && contact.start <= contact.end) {
                flaws.append("no such time: \(contact)")
            }
        }
        for (contact, next) in zip(found, found.dropFirst()) {
            if (contact.first, contact.second, contact.start) >= (next.first, next.second, next.start) {
                flaws.append("out of order: \(contact) before \(next)")
            } else if contact.first == next.first, contact.second == next.second, contact.end >= next.start {
                flaws.append("one contact in two: \(contact) and \(next)")
            }
        }
        return flaws
    }

    private static func source(of spans: [TimeSpan]) -> String {
        "[" + spans.map { "TimeSpan(start: \($0.start), end: \($0.end))" }.joined(separator: ", ") + "]"
    }
}
