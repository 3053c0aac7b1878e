import FixMemory
public import MaritimeModel

/// Measures meetings, one after the other; a thread has its own, whose memory is used again and again.
public struct MeetingMeter: Sendable {
    private let tracks: TrackTable
    private let paths: MeetingPaths
    private let maxGapSeconds: Double
    private var seen = SeenOn()
    private var steady = SteadyTime()
    private var curve = DistanceCurve()
    private var mean = UnitVector(0, 0, 0)
    private var firstSpeeds = WeightedMedian()
    private var secondSpeeds = WeightedMedian()

    /// - Parameter maxGapSeconds: as the contacts were found with.
    public init(in tracks: TrackTable, paths: MeetingPaths = MeetingPaths(), maxGapSeconds: Int) {
        self.tracks = tracks
        self.paths = paths
        self.maxGapSeconds = Double(maxGapSeconds)
    }

    /// Measures a meeting. Complexity: O(fixes of both during the meeting).
    public mutating func measure(_ meeting: Rendezvous) -> MeetingMeasure {
        seen = SeenOn()
        steady = SteadyTime()
        curve.removeAll()
        mean = UnitVector(0, 0, 0)
        let first = paths.path(ofSegment: meeting.first, during: meeting, in: tracks)
        let second = paths.path(ofSegment: meeting.second, during: meeting, in: tracks)
        var speeds: (first: Double, second: Double)?
        if meeting.contacts.count == 1, let one = first.median(during: meeting, in: tracks),
            let other = second.median(during: meeting, in: tracks)
        {
            speeds = (one, other)
        }
        firstSpeeds.removeAll()
        secondSpeeds.removeAll()
        for contact in meeting.contacts
        where !measureStraight(contact, of: meeting, first, second, withSpeeds: speeds == nil) {
            walk(contact, first, second, withSpeeds: speeds == nil)
        }
        let medians = speeds ?? (firstSpeeds.median(), secondSpeeds.median())
        let firstSilence = silence(of: meeting.first, first, during: meeting)
        let secondSilence = silence(of: meeting.second, second, during: meeting)
        return MeetingMeasure(
            ledger: ContactLedger(
                // Each figure is rounded by itself: the time in contact may exceed that between the rounded ends by a
                // second.
                contactSeconds: wholeSeconds(meeting.contactSeconds), contacts: meeting.contacts.count,
                longestSilenceSeconds: wholeSeconds(max(firstSilence.longest, secondSilence.longest)),
                onStretchesUpTo10Minutes: wholeSeconds(seen.upTo10Minutes),
                onStretchesUpTo30Minutes: wholeSeconds(seen.upTo30Minutes),
                onLongerStretches: wholeSeconds(seen.longer), steadySeconds: wholeSeconds(steady.seconds)),
            distance: curve.summary(), latitude: mean.latitude / .pi * 180, longitude: mean.longitude / .pi * 180,
            firstMedianSpeedKnots: knots(medians.first), secondMedianSpeedKnots: knots(medians.second),
            firstFixes: firstSilence.fixes, secondFixes: secondSilence.fixes)
    }

    private func knots(_ radiansPerSecond: Double) -> Double {
        radiansPerSecond * earthRadiusMetres / metresPerSecondPerKnot
    }

    private func silence(of segment: Int, _ path: SegmentPath, during meeting: Rendezvous) -> Silence {
        path.part(from: meeting.start, to: meeting.end).map(path.silence(in:))
            ?? Silence(of: segment, in: tracks, from: meeting.start, to: meeting.end)
    }

    /// Measures a contact on which both vessels go straight from fix to fix and are never out of sight for longer than
    /// the greatest gap, as ships at a mooring; false for others, which are to be walked.
    private mutating func measureStraight(
        _ contact: Contact, of meeting: Rendezvous, _ first: SegmentPath, _ second: SegmentPath, withSpeeds: Bool
    ) -> Bool {
        guard let part = first.part(from: contact.start, to: contact.end), first.isStraight(part),
            let otherPart = second.part(from: contact.start, to: contact.end), second.isStraight(otherPart),
            first.isKnown(part, maxGapSeconds: maxGapSeconds), second.isKnown(otherPart, maxGapSeconds: maxGapSeconds)
        else { return false }
        let offsets = curve.add(first, part, second, otherPart, isAll: meeting.contacts.count == 1)
        steady.add(first, part, second, otherPart, offsets: offsets)
        seen.add(first, part, second, otherPart)
        mean = mean + first.moment(of: part) + second.moment(of: otherPart)
        if withSpeeds {
            first.addSpeeds(in: part, to: &firstSpeeds)
            second.addSpeeds(in: otherPart, to: &secondSpeeds)
        }
        return true
    }

    /// Walks both paths side by side over a contact, from fix to fix.
    private mutating func walk(
        _ contact: Contact, _ first: SegmentPath, _ second: SegmentPath, withSpeeds: Bool
    ) {
        var one = PathCursor(on: first, at: contact.start)
        var other = PathCursor(on: second, at: contact.start)
        var time = contact.start
        // The places at the end of the window before; none at the beginning and after a silence.
        var last: PairPlaces?
        while time < contact.end, one.advance(after: time, on: first),
            other.advance(after: time, on: second)
        {
            let until = min(contact.end, one.end, other.end)
            defer { time = until }
            let longer = max(one.duration, other.duration)
            guard longer <= maxGapSeconds else {
                if let last { steady.end(at: time, offset: last.offset) }
                last = nil
                continue
            }
            let from: PairPlaces
            if let last {
                from = last
            } else {
                from = PairPlaces(one, other, at: time)
                steady.begin(at: time, offset: from.offset)
                if time == one.start || time == other.start { curve.addFix(from.square) }
            }
            let to = PairPlaces(one, other, at: until)
            last = to
            let seconds = until - time
            seen.add(seconds: seconds, stretch: longer)
            if withSpeeds {
                firstSpeeds.add(one.angularSpeed, weight: seconds)
                secondSpeeds.add(other.angularSpeed, weight: seconds)
            }
            // A window within the contact ends with a fix.
            if until < contact.end || until == one.end || until == other.end { curve.addFix(to.square) }
            while until >= steady.nextStep {
                let step = steady.nextStep
                steady.close(
                    at: step, offset: step == until ? to.offset : one.position(at: step) - other.position(at: step))
            }
            if one.isStraight, other.isStraight {
                mean = mean + (from.sum + to.sum) * (seconds / 2)
                curve.add(seconds: seconds, from: from.offset, to: to.offset, left: from.square, right: to.square)
            } else {
                let middle = time + seconds / 2
                mean = mean + (one.position(at: middle) + other.position(at: middle)) * seconds
                curve.add(one, other, from: time, to: until, left: from.square, right: to.square)
            }
        }
        if let last { steady.end(at: time, offset: last.offset) }
    }
}
