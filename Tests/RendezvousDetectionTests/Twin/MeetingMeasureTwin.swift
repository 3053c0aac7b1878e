import FixMemory
import MaritimeModel

@testable import RendezvousDetection

/// The slow twin of `MeetingMeter`: every window by itself, from one fix of either vessel to the next.
enum MeetingMeasureTwin {
    static func measure(_ meeting: Rendezvous, in tracks: TrackTable, maxGapSeconds: Int) -> MeetingMeasure {
        let walk = TwinMeetingWalk(tracks: tracks, first: meeting.first, second: meeting.second)
        var seen = TwinSeenOn()
        var firstSpeeds = TwinWeightedMedian()
        var secondSpeeds = TwinWeightedMedian()
        var mean = UnitVector(0, 0, 0)
        var curve = TwinDistanceCurve()
        var steady = TwinSteadyTime()
        for contact in meeting.contacts {
            steady.begin(at: contact.start)
            walk.forEachWindow(from: contact.start, to: contact.end, maxGapSeconds: maxGapSeconds) { window in
                let seconds = window.end - window.start
                seen.add(seconds: seconds, stretch: max(window.first.duration, window.second.duration))
                firstSpeeds.add(window.first.speedMetresPerSecond / metresPerSecondPerKnot, weight: seconds)
                secondSpeeds.add(window.second.speedMetresPerSecond / metresPerSecondPerKnot, weight: seconds)
                let middle = window.start + seconds / 2
                mean = mean + (window.first.position(at: middle) + window.second.position(at: middle)) * seconds
                curve.add(window)
                steady.add(window)
            }
            steady.end()
        }
        let (first, second) = (tracks.fixRange(ofSegment: meeting.first), tracks.fixRange(ofSegment: meeting.second))
        let firstSilence = TwinSilence(in: tracks, fixes: first, from: meeting.start, to: meeting.end)
        let secondSilence = TwinSilence(in: tracks, fixes: second, from: meeting.start, to: meeting.end)
        let ledger = ContactLedger(
            // Each figure is rounded by itself: the time in contact may exceed that between the rounded ends by a second.
            contactSeconds: wholeSeconds(meeting.contactSeconds), contacts: meeting.contacts.count,
            longestSilenceSeconds: wholeSeconds(max(firstSilence.longest, secondSilence.longest)),
            onStretchesUpTo10Minutes: wholeSeconds(seen.upTo10Minutes),
            onStretchesUpTo30Minutes: wholeSeconds(seen.upTo30Minutes), onLongerStretches: wholeSeconds(seen.longer),
            steadySeconds: wholeSeconds(steady.seconds))
        return MeetingMeasure(
            ledger: ledger, distance: curve.summary(), latitude: mean.latitude / .pi * 180,
            longitude: mean.longitude / .pi * 180, firstMedianSpeedKnots: firstSpeeds.median,
            secondMedianSpeedKnots: secondSpeeds.median, firstFixes: firstSilence.fixes,
            secondFixes: secondSilence.fixes)
    }
}

/// Contact seconds by the longer of the two stretches on which they lie.
private struct TwinSeenOn {
    var upTo10Minutes = 0.0
    var upTo30Minutes = 0.0
    var longer = 0.0

    mutating func add(seconds: Double, stretch: Double) {
        if stretch <= 600 {
            upTo10Minutes += seconds
        } else if stretch <= 1_800 {
            upTo30Minutes += seconds
        } else {
            longer += seconds
        }
    }
}

/// The longest time between `start` and `end` without a fix, and the number of fixes, ends included.
private struct TwinSilence {
    var longest = 0.0
    var fixes = 0

    init(in tracks: TrackTable, fixes range: Range<Int>, from start: Double, to end: Double) {
        var last = start
        var fix = tracks.firstFix(in: range, notBefore: start)
        while fix < range.upperBound, Double(tracks.times[fix]) <= end {
            longest = max(longest, Double(tracks.times[fix]) - last)
            last = Double(tracks.times[fix])
            fixes += 1
            fix += 1
        }
        longest = max(longest, end - last)
    }
}
