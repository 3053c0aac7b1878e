import FixMemory
import MaritimeModel

/// What can be measured of a meeting from the two tracks: distances, speeds, place and how well it was seen.
struct MeetingMeasure: Hashable, Sendable {
    var ledger: ContactLedger
    var distance: DistanceSummary
    /// Degrees: the mean of both vessels' positions over the contact.
    var latitude: Double
    var longitude: Double
    /// Time-weighted medians of the path speed over the contact, in knots.
    var firstMedianSpeedKnots: Double
    var secondMedianSpeedKnots: Double
    /// Fixes of each vessel from the start to the end of the meeting, inclusive.
    var firstFixes: Int
    var secondFixes: Int

    /// Whether the two kept together: a relative speed of at most 0.5 kn in two thirds of the contact or more.
    ///
    /// The rest is left to coming alongside and casting off, which take half an hour of a two-hour transfer.
    var keptTogether: Bool { ledger.steadySeconds * 3 >= ledger.contactSeconds * 2 }

    /// Measures a meeting. Complexity: O(fixes of both during the meeting · log accuracy).
    ///
    /// - Parameter maxGapSeconds: as the contacts were found with.
    init(of meeting: Rendezvous, in tracks: TrackTable, maxGapSeconds: Int) {
        let walk = TwinMeetingWalk(tracks: tracks, first: meeting.first, second: meeting.second)
        var seen = SeenOn()
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
        let firstSilence = Silence(in: tracks, fixes: first, from: meeting.start, to: meeting.end)
        let secondSilence = Silence(in: tracks, fixes: second, from: meeting.start, to: meeting.end)
        ledger = ContactLedger(
            // Each figure is rounded by itself: the time in contact may exceed that between the rounded ends by a second.
            contactSeconds: wholeSeconds(meeting.contactSeconds), contacts: meeting.contacts.count,
            longestSilenceSeconds: wholeSeconds(max(firstSilence.longest, secondSilence.longest)),
            onStretchesUpTo10Minutes: wholeSeconds(seen.upTo10Minutes),
            onStretchesUpTo30Minutes: wholeSeconds(seen.upTo30Minutes), onLongerStretches: wholeSeconds(seen.longer),
            steadySeconds: wholeSeconds(steady.seconds))
        distance = curve.summary()
        latitude = mean.latitude / .pi * 180
        longitude = mean.longitude / .pi * 180
        firstMedianSpeedKnots = firstSpeeds.median
        secondMedianSpeedKnots = secondSpeeds.median
        firstFixes = firstSilence.fixes
        secondFixes = secondSilence.fixes
    }
}

/// A time of day rounded to the nearest second, halves up; the values are far inside the range of `Int`.
func wholeSeconds(_ seconds: Double) -> Int { Int((seconds + 0.5).rounded(.down)) }

/// Contact seconds by the longer of the two stretches on which they lie.
private struct SeenOn {
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
private struct Silence {
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
