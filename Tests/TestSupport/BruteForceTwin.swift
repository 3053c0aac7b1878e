import Glibc
public import MaritimeModel

/// A contact as the twin sees it.
public struct TwinContact: Hashable, Sendable {
    /// Vessel numbers of the track table; `first < second`.
    public var first: Int
    public var second: Int
    /// Seconds since 1970.
    public var start: Double
    public var end: Double
    /// The great-circle distance at the closest moment, to a millimetre.
    public var minimumDistanceMetres: Double

    public init(first: Int, second: Int, start: Double, end: Double, minimumDistanceMetres: Double) {
        self.first = first
        self.second = second
        self.start = start
        self.end = end
        self.minimumDistanceMetres = minimumDistanceMetres
    }

    public var duration: Double { end - start }
    public var span: TimeSpan { TimeSpan(start: start, end: end) }
}

/// The slow and obvious program that the contact finder is compared with: every pair of vessels, no index.
///
/// It is written from the definition alone: a vessel moves at constant speed along the great circle between two fixes
/// at most `maxGapSeconds` apart, and its position is unknown elsewhere; a contact is a maximal time in which both
/// positions are known and the great-circle distance is at most `maxDistanceMetres`. Contacts that touch at a fix are
/// one. At a fix between a known and an unknown stretch the position is known, as the end of the known one. A contact
/// of no length (a touch) is not reported. Times are right to a microsecond, or to a micrometre of distance.
public struct BruteForceTwin: Sendable {
    public let maxDistanceMetres: Double
    public let maxGapSeconds: Int

    public init(maxDistanceMetres: Double, maxGapSeconds: Int) {
        self.maxDistanceMetres = maxDistanceMetres
        self.maxGapSeconds = maxGapSeconds
    }

    /// All contacts, in the order (first, second, start).
    public func contacts(in tracks: TrackTable) -> [TwinContact] {
        let known = tracks.segments.map { TwinTrack(of: $0, in: tracks, maxGapSeconds: maxGapSeconds) }
        var contacts: [TwinContact] = []
        for first in known.indices {
            for second in known.indices where second > first {
                let windows = Self.windows(of: known[first], and: known[second])
                for span in Self.times(within: maxDistanceMetres, in: windows) {
                    contacts.append(
                        TwinContact(
                            first: first, second: second, start: span.start, end: span.end,
                            minimumDistanceMetres: Self.leastDistance(during: span, in: windows)))
                }
            }
        }
        return contacts
    }

    /// The times in which two vessels are within any distance, in order, none touching another.
    public func times(within metres: Double, of first: Int, and second: Int, in tracks: TrackTable) -> [TimeSpan] {
        Self.times(
            within: metres,
            in: Self.windows(
                of: TwinTrack(of: first, in: tracks, maxGapSeconds: maxGapSeconds),
                and: TwinTrack(of: second, in: tracks, maxGapSeconds: maxGapSeconds)))
    }

    /// Every time in which each of the two is on one known stretch, in order.
    private static func windows(of first: TwinTrack, and second: TwinTrack) -> [TwinWindow] {
        var windows: [TwinWindow] = []
        var passed = 0
        for stretch in first.stretches {
            while passed < second.stretches.count, second.stretches[passed].end <= stretch.start { passed += 1 }
            for other in second.stretches[passed...] {
                if other.start >= stretch.end { break }
                if let window = TwinWindow(stretch, other) { windows.append(window) }
            }
        }
        return windows
    }

    private static func times(within metres: Double, in windows: [TwinWindow]) -> [TimeSpan] {
        let limit = chord(ofArc: metres)
        var times: [TimeSpan] = []
        for window in windows {
            window.collectTimes(within: limit, from: 0, to: window.seconds, into: &times)
        }
        return times
    }

    private static func leastDistance(during span: TimeSpan, in windows: [TwinWindow]) -> Double {
        var least = Double.infinity
        for window in windows where Double(window.start) < span.end && Double(window.end) > span.start {
            window.lower(
                &least, from: max(0, span.start - Double(window.start)),
                to: min(window.seconds, span.end - Double(window.start)))
        }
        return arc(ofChord: least)
    }

    /// The straight distance between two points of the sphere that lie this far apart on it; both in metres.
    private static func chord(ofArc metres: Double) -> Double {
        2 * earthRadiusMetres * sin(min(metres / earthRadiusMetres, .pi) / 2)
    }

    private static func arc(ofChord metres: Double) -> Double {
        2 * earthRadiusMetres * asin(min(metres / earthRadiusMetres / 2, 1))
    }
}
