import FixMemory
public import MaritimeModel

/// What every part of a segment has in common: found once for a segment with many meetings.
///
/// A moored ship meets hundreds of others, and each meeting asks what her track says against itself. Of nearly all such
/// tracks one look tells that no part of it says anything. The answers may err only towards a closer look.
public struct SegmentTraits: Sendable {
    /// Whether the form of no part of it can speak against its positions: no circle, no line, no stand, nothing inland.
    public let isBeyondDoubt: Bool
    /// Steps of `OneHull` that may be fast enough for a vessel under way, from whatever fix.
    private let fastSteps: Int32
    /// The longest time between two fixes that follow each other, in seconds.
    private let longestSilence: UInt32

    /// Nothing is known: everything is to be looked at.
    public static let unknown = SegmentTraits(isBeyondDoubt: false, fastSteps: .max, longestSilence: .max)

    private init(isBeyondDoubt: Bool, fastSteps: Int32, longestSilence: UInt32) {
        self.isBeyondDoubt = isBeyondDoubt
        self.fastSteps = fastSteps
        self.longestSilence = longestSilence
    }

    /// Looks at all fixes of a segment. Complexity: O(n).
    public init(of fixes: Range<Int>, in tracks: TrackTable, mask: InlandMask) {
        isBeyondDoubt =
            !CircularTrack.mayCircle(in: tracks, fixes: fixes) && !StraightTrack.mayBeStraight(in: tracks, fixes: fixes)
            && !FrozenPosition.mayStand(in: tracks, fixes: fixes)
            && !OnLand.mayBeInland(in: tracks, fixes: fixes, mask: mask)
        var longest: UInt32 = 0
        var fast: Int32 = 0
        var last = fixes.lowerBound
        for fix in fixes.dropFirst() {
            longest = max(longest, tracks.times[fix] - tracks.times[fix - 1])
            while tracks.seconds(fromFix: last, toFix: fix) >= OneHull.stepSeconds {
                // The step from `last` ends at the first fix that is far enough in time, which is this one.
                if OneHull.isFastStep(in: tracks, fromFix: last, toFix: fix) { fast += 1 }
                last += 1
            }
        }
        fastSteps = fast
        longestSilence = longest
    }

    /// Whether a part of it that takes so many seconds is surely not under way as `OneHull` understands it.
    ///
    /// The steps of a part are steps of the segment, so no more than `fastSteps` are fast; half of them would have to
    /// be. A step takes less than its least time and one silence, and less than a silence is lost at either end.
    public func liesStill(forSeconds seconds: Double) -> Bool {
        let longestSilence = Double(longestSilence)
        let within = seconds - 2 * longestSilence - OneHull.stepSeconds - 2
        return Double(fastSteps) * 2 < within / (OneHull.stepSeconds + longestSilence)
    }
}
