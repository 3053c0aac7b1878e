import FixMemory
public import MaritimeModel

/// Tells which segments of one identity speak against each other.
///
/// One hull sails one track: when a second one carries the same identity at the same time, either two transmitters
/// share it or some of the positions are false. The tracks alone seldom tell which, so all segments stay and are marked.
public struct SegmentOverlaps: Sendable {
    private var doubtsOfSegment: [Int: [TrackDoubt]] = [:]
    /// One per shared identity, in the order of the vessels.
    public private(set) var findings: [IdentityFinding] = []

    /// Looks at all vessels with more than one segment.
    ///
    /// Complexity: O(fixes of those vessels), since the segmenter keeps at most a handful of segments open at a time.
    public init(in tracks: TrackTable) {
        var segment = 0
        while segment < tracks.segments.count {
            var next = segment + 1
            while next < tracks.segments.count, tracks.vesselOfSegment[next] == tracks.vesselOfSegment[segment] {
                next += 1
            }
            if next > segment + 1 { examine(segment..<next, tracks) }
            segment = next
        }
    }

    /// The doubts about a segment, in the order (start, reason).
    public func doubts(ofSegment segment: Int) -> [TrackDoubt] {
        // In most inputs no identity is shared, and there are two questions to a meeting.
        doubtsOfSegment.isEmpty ? [] : doubtsOfSegment[segment] ?? []
    }

    private mutating func examine(_ segments: Range<Int>, _ tracks: TrackTable) {
        var alive: [SegmentSpan] = []
        var shared: [SegmentPair] = []
        for segment in segments {
            guard let span = SegmentSpan(segment, in: tracks) else { continue }
            let ended = alive.filter { $0.last < span.first }.max { ($0.last, $0.segment) < ($1.last, $1.segment) }
            alive.removeAll { $0.last < span.first }
            for earlier in alive {
                let pair = SegmentPair(earlier, span, in: tracks)
                let doubt = pair.doubt
                if doubt.reason == .sharedIdentity { shared.append(pair) }
                for member in [earlier.segment, span.segment] { doubtsOfSegment[member, default: []].append(doubt) }
            }
            if alive.isEmpty, let ended {
                let doubt = SegmentPair.brokenTrack(ended, span, in: tracks)
                for member in [ended.segment, span.segment] { doubtsOfSegment[member, default: []].append(doubt) }
            }
            alive.append(span)
        }
        for segment in segments {
            doubtsOfSegment[segment]?.sort {
                ($0.start, $0.reason, $0.end, $0.says) < ($1.start, $1.reason, $1.end, $1.says)
            }
        }
        if let finding = Self.finding(shared, tracks.vessel(ofSegment: segments.lowerBound)) {
            findings.append(finding)
        }
    }

    private static func finding(_ shared: [SegmentPair], _ vessel: TrackedVessel) -> IdentityFinding? {
        guard let first = shared.first else { return nil }
        let start = shared.map(\.start).min() ?? first.start
        let end = shared.map(\.end).max() ?? first.end
        let tracks = Set(shared.flatMap { [$0.one.segment, $0.other.segment] }).count
        let least = shared.map(\.leastMetres).min() ?? 0
        let most = shared.map(\.greatestMetres).max() ?? 0
        return IdentityFinding(
            kind: .sharedIdentity, ids: [vessel.id], evidence: .overlappingTracks, start: start, end: end,
            figures: [
                TrackDoubt.Figure("tracks", Double(tracks)),
                TrackDoubt.Figure("turns", Double(shared.reduce(0) { $0 + $1.turns })),
                TrackDoubt.Figure("least_apart_m", least.rounded()),
                TrackDoubt.Figure("greatest_apart_m", most.rounded()),
            ],
            says: "\(tracks) tracks carry this identity in turn, \(kilometres(least)) to \(kilometres(most)) apart: "
                + "several transmitters use one number, or some of the positions are false.")
    }
}

/// A segment and its times.
struct SegmentSpan {
    let segment: Int
    let fixes: Range<Int>
    let first: UInt32
    let last: UInt32

    init?(_ segment: Int, in tracks: TrackTable) {
        fixes = tracks.fixRange(ofSegment: segment)
        guard !fixes.isEmpty else { return nil }
        self.segment = segment
        first = tracks.firstTimes[segment]
        last = tracks.lastTimes[segment]
    }
}

/// Two segments of one identity that are alive at the same time.
struct SegmentPair {
    let one: SegmentSpan
    let other: SegmentSpan
    let start: Timestamp
    let end: Timestamp
    /// How often the identity changes from one track to the other.
    private(set) var turns = 0
    /// Between fixes that follow each other from one track to the other.
    private(set) var leastMetres = Double.infinity
    private(set) var greatestMetres = 0.0

    /// - Parameter one: begins no later than `other`.
    init(_ one: SegmentSpan, _ other: SegmentSpan, in tracks: TrackTable) {
        self.one = one
        self.other = other
        start = Timestamp(secondsSince1970: Int64(max(one.first, other.first)))
        end = Timestamp(secondsSince1970: Int64(min(one.last, other.last)))
        // From the last fix before the other track begins.
        var left = one.fixes.lowerBound
        var high = one.fixes.upperBound
        while left + 1 < high {
            let middle = left + (high - left) / 2
            if tracks.times[middle] <= other.first { left = middle } else { high = middle }
        }
        var right = other.fixes.lowerBound
        var last = left
        left += 1
        var lastIsOne = true
        while left < one.fixes.upperBound || right < other.fixes.upperBound {
            let takesOne =
                right >= other.fixes.upperBound
                || (left < one.fixes.upperBound && tracks.times[left] <= tracks.times[right])
            let next = takesOne ? left : right
            if takesOne != lastIsOne {
                turns += 1
                let metres = tracks.position(ofFix: last).metres(to: tracks.position(ofFix: next))
                leastMetres = min(leastMetres, metres)
                greatestMetres = max(greatestMetres, metres)
            }
            // Behind the end of the one track the other has no more turns.
            if (takesOne && right >= other.fixes.upperBound) || (!takesOne && left >= one.fixes.upperBound) { break }
            if takesOne { left += 1 } else { right += 1 }
            last = next
            lastIsOne = takesOne
        }
    }

    /// Away once and back once is a jump; more is two tracks in turn.
    var doubt: TrackDoubt {
        let figures = [
            TrackDoubt.Figure("turns", Double(turns)),
            TrackDoubt.Figure("least_apart_m", leastMetres.rounded()),
            TrackDoubt.Figure("greatest_apart_m", greatestMetres.rounded()),
        ]
        guard turns > 2 else {
            return TrackDoubt(
                reason: .positionJump, start: start, end: end, figures: figures,
                says: "The track leaves off, goes on \(kilometres(greatestMetres)) away for "
                    + "\(minutes(end.secondsSince1970 - start.secondsSince1970)) and comes back, faster than any ship: "
                    + "a false position, or another transmitter with the same number.")
        }
        return TrackDoubt(
            reason: .sharedIdentity, start: start, end: end, figures: figures,
            says: "Two tracks carry this identity in turn, \(kilometres(leastMetres)) to "
                + "\(kilometres(greatestMetres)) apart: two transmitters use one number, or one of the tracks is false."
        )
    }

    /// The doubt about a track that ends and another that begins where the ship cannot have got to.
    static func brokenTrack(_ one: SegmentSpan, _ other: SegmentSpan, in tracks: TrackTable) -> TrackDoubt {
        let metres = tracks.position(ofFix: one.fixes.upperBound - 1)
            .metres(to: tracks.position(ofFix: other.fixes.lowerBound))
        return TrackDoubt(
            reason: .positionJump, start: Timestamp(secondsSince1970: Int64(one.last)),
            end: Timestamp(secondsSince1970: Int64(other.first)),
            figures: [TrackDoubt.Figure("turns", 1), TrackDoubt.Figure("greatest_apart_m", metres.rounded())],
            says: "The track breaks off and goes on \(kilometres(metres)) away "
                + "\(minutes(Int64(other.first) - Int64(one.last))) later, faster than any ship: a false position before "
                + "or after, or another transmitter with the same number.")
    }
}

/// `12.3 km`, or `340 m` below a kilometre.
private func kilometres(_ metres: Double) -> String {
    guard metres >= 1_000 else { return "\(Int(metres.rounded())) m" }
    let tenths = Int((metres / 100).rounded())
    return tenths >= 1_000 ? "\(tenths / 10) km" : "\(tenths / 10).\(tenths % 10) km"
}

/// `45 s`, `12 min` or `3 h 20 min`.
private func minutes(_ seconds: Int64) -> String {
    if seconds < 120 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    return minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
}
