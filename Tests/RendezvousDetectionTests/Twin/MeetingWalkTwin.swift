import FixMemory
import MaritimeModel

@testable import RendezvousDetection

/// A time in which both vessels of a pair are on one stretch each.
struct TwinMeetingWindow {
    var start: Double
    var end: Double
    var first: GreatCircleMotion
    var second: GreatCircleMotion

    /// Whether one of the two sent a fix at an end of the window.
    func isFix(_ time: Double) -> Bool {
        [first.start, first.end, second.start, second.end].contains(time)
    }
}

extension GreatCircleMotion {
    /// Seconds from fix to fix.
    var duration: Double { end - start }
}

/// Walks two tracks side by side.
struct TwinMeetingWalk {
    let tracks: TrackTable
    let first: Int
    let second: Int

    /// Calls `body` for every window of a contact, in time order. Complexity: O(log fixes + fixes in between).
    func forEachWindow(
        from start: Double, to end: Double, maxGapSeconds: Int, _ body: (TwinMeetingWindow) -> Void
    ) {
        var left = TwinStretchCursor(tracks: tracks, fixes: tracks.fixRange(ofSegment: first), at: start)
        var right = TwinStretchCursor(tracks: tracks, fixes: tracks.fixRange(ofSegment: second), at: start)
        var time = start
        while time < end, let leftMotion = left.motion(after: time), let rightMotion = right.motion(after: time) {
            let until = min(end, leftMotion.end, rightMotion.end)
            let isKnown =
                leftMotion.duration <= Double(maxGapSeconds) && rightMotion.duration <= Double(maxGapSeconds)
            if isKnown, until > time {
                body(TwinMeetingWindow(start: time, end: until, first: leftMotion, second: rightMotion))
            }
            time = until
        }
    }
}

/// The stretch of a vessel that follows a time; the motion is made once a stretch.
private struct TwinStretchCursor {
    private let tracks: TrackTable
    private let last: Int
    private var fix: Int
    private var current: GreatCircleMotion?
    /// The end of the last stretch, with which the next one begins.
    private var reached: (fix: Int, place: UnitVector)?

    init(tracks: TrackTable, fixes: Range<Int>, at time: Double) {
        self.tracks = tracks
        last = fixes.upperBound - 1
        fix = max(fixes.lowerBound, tracks.firstFix(in: fixes, notBefore: time) - 1)
    }

    mutating func motion(after time: Double) -> GreatCircleMotion? {
        if let motion = current {
            if motion.end > time { return motion }
            fix += 1
        }
        while fix < last, Double(tracks.times[fix + 1]) <= time { fix += 1 }
        guard fix < last else { return nil }
        let from: UnitVector
        if let last = reached, last.fix == fix {
            from = last.place
        } else {
            from = UnitVector(tracks.position(ofFix: fix))
        }
        let place = UnitVector(tracks.position(ofFix: fix + 1))
        let motion = GreatCircleMotion(
            start: Double(tracks.times[fix]), from: from, end: Double(tracks.times[fix + 1]), to: place)
        reached = (fix + 1, place)
        current = motion
        return motion
    }
}
