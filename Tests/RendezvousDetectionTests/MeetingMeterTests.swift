import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// What is measured quickly, against the twin that looks at every window by itself.
struct MeetingMeterTests {
    @Test(arguments: WorldKind.allCases)
    func measuresAreThoseOfTheTwin(kind: WorldKind) {
        var compared = 0
        for seed in 0..<30 as Range<UInt64> {
            let world = RandomWorld(kind: kind, seed: seed)
            let contacts = ContactFinder(
                maxDistanceMetres: world.maxDistanceMetres, maxGapSeconds: world.maxGapSeconds
            ).contacts(in: world.tracks)
            for joinGap in [0, 1_800] {
                let meetings = Rendezvous.joining(contacts, joinGapSeconds: joinGap, minDurationSeconds: 60)
                // Each often enough for its paths to be kept, and for their speeds to be put in order.
                let crowd = Array(repeating: meetings, count: 12).flatMap { $0 }
                let paths = MeetingPaths(of: crowd, in: world.tracks, threads: 1)
                var kept = MeetingMeter(in: world.tracks, paths: paths, maxGapSeconds: world.maxGapSeconds)
                var fresh = MeetingMeter(in: world.tracks, maxGapSeconds: world.maxGapSeconds)
                for meeting in meetings.prefix(12) {
                    let twin = MeetingMeasureTwin.measure(
                        meeting, in: world.tracks, maxGapSeconds: world.maxGapSeconds)
                    let comment: Comment = "\(world) \(meeting.first) with \(meeting.second) from \(meeting.start)"
                    compare(fresh.measure(meeting), twin, comment)
                    compare(kept.measure(meeting), twin, comment)
                    expectAlike(kept.measure(meeting), fresh.measure(meeting), comment)
                    compared += 1
                }
            }
        }
        #expect(compared > 20)
    }

    private func compare(_ measure: MeetingMeasure, _ twin: MeetingMeasure, _ comment: Comment) {
        func near(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool { abs(one - other) <= tolerance }
        #expect(measure.ledger == twin.ledger, comment)
        #expect([measure.firstFixes, measure.secondFixes] == [twin.firstFixes, twin.secondFixes], comment)
        let metres = 1e-6
        #expect(near(measure.distance.minimum, twin.distance.minimum, metres), comment)
        // Of two ships that draw apart evenly the median is the middle of the range, which halving asks about: whether
        // exactly half of the time lies below it is for rounding to say, and the answers are a millimetre apart.
        #expect(near(measure.distance.median, twin.distance.median, 0.001 + metres), comment)
        #expect(near(measure.distance.maximum, twin.distance.maximum, metres), comment)
        #expect((measure.distance.minimumAtFix == nil) == (twin.distance.minimumAtFix == nil), comment)
        #expect(near(measure.distance.minimumAtFix ?? 0, twin.distance.minimumAtFix ?? 0, metres), comment)
        for (speed, twinSpeed) in [
            (measure.firstMedianSpeedKnots, twin.firstMedianSpeedKnots),
            (measure.secondMedianSpeedKnots, twin.secondMedianSpeedKnots),
        ] { #expect(near(speed, twinSpeed, 1e-9 * (1 + twinSpeed)), comment) }
        #expect(near(measure.latitude, twin.latitude, 1e-10), comment)
        // Near a pole the longitude of a place says little.
        let turn = abs(measure.longitude - twin.longitude)
        #expect(abs(twin.latitude) > 89.99 || min(turn, 360 - turn) <= 1e-9, comment)
    }

    /// All but the place, which is summed up from the nearer end of a path, is the same to the last bit.
    private func expectAlike(_ one: MeetingMeasure, _ other: MeetingMeasure, _ comment: Comment) {
        var placed = other
        (placed.latitude, placed.longitude) = (one.latitude, one.longitude)
        #expect(one == placed, comment)
        #expect(abs(one.latitude - other.latitude) <= 1e-12, comment)
        #expect(
            abs(one.latitude) > 89.99 || abs(one.longitude - other.longitude) <= 1e-11 / (90 - abs(one.latitude)),
            comment)
    }

    /// Ships at their moorings, with silences, jitter of every size, fixes that repeat, and one or the other that shifts.
    @Test(arguments: 0..<120 as Range<UInt64>)
    func shipsAtTheirMooringsAreMeasuredAsByTheTwin(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let latitude = random.pick([0, 33.7, -60, 79])
        let longitude = random.pick([-118.2, 180, 0])
        let begin: UInt32 = 1_700_000_000
        let ships = (0..<4).map { ship -> (id: String, fixes: [MooredShip.Fix]) in
            let noise = random.pick([0, 2e-7, 2e-5, 6e-5, 2e-4])
            let shift = random.pick([0, 0, 0, 1e-6, 2e-3])
            let fixes = MooredShip.fixes(from: begin, seconds: 20_000, noise: noise, &random) { time, random in
                let moved = random.chance(0.7) ? 0 : shift * Double(time - begin) / 20_000
                return (latitude + moved, longitude + Double(ship) * 5e-4)
            }
            return ("\(ship)", fixes)
        }
        let table = TrackTable.of(ships)
        let contacts = ContactFinder(maxDistanceMetres: 250, maxGapSeconds: 3_600).contacts(in: table)
        let meetings = Rendezvous.joining(
            contacts, joinGapSeconds: random.pick([0, 1_800]), minDurationSeconds: 60)
        let crowd = Array(repeating: meetings, count: 12).flatMap { $0 }
        let paths = MeetingPaths(of: crowd, in: table, threads: 1)
        var kept = MeetingMeter(in: table, paths: paths, maxGapSeconds: 3_600)
        var fresh = MeetingMeter(in: table, maxGapSeconds: 3_600)
        for meeting in meetings.prefix(40) {
            let twin = MeetingMeasureTwin.measure(meeting, in: table, maxGapSeconds: 3_600)
            let comment: Comment = "seed \(seed), \(meeting.first) with \(meeting.second) from \(meeting.start)"
            compare(kept.measure(meeting), twin, comment)
            expectAlike(kept.measure(meeting), fresh.measure(meeting), comment)
        }
    }

    @Test func aSilenceWithinAContactIsNoTimeTogether() {
        // No finder gives such a contact; whoever does gets an answer.
        let table = TrackTable.of([
            (id: "a", fixes: [(0, 10, 20), (600, 10, 20.0001), (5_000, 10, 20), (5_600, 10, 20)]),
            (id: "b", fixes: [(0, 10, 20.001), (5_600, 10, 20.001)]),
        ])
        let meeting = Rendezvous(contacts: [Contact(first: 0, second: 1, start: 0, end: 5_600)])
        let measure = MeetingMeasure(of: meeting, in: table, maxGapSeconds: 3_600)
        #expect(measure.ledger.onLongerStretches == 0)
        #expect(measure.distance.median == 0)
        let longer = MeetingMeasure(of: meeting, in: table, maxGapSeconds: 7_200)
        #expect(longer.ledger.onLongerStretches == 5_600)
        #expect(longer.distance.median > 90 && longer.distance.median < 120)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func theMedianOfSpeedsIsThatOfASelection(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = random.integer(in: 2...60)
        var time: UInt32 = 1_700_000_000
        let fixes = (0..<count).map { _ -> (time: UInt32, latitude: Double, longitude: Double) in
            time += UInt32(random.integer(in: 1...600))
            // Few places, so that many speeds are equal.
            return (time, Double(random.integer(in: 0...3)) * 1e-5, 0)
        }
        let table = TrackTable.of([(id: "a", fixes: fixes)])
        let path = SegmentPath(SegmentPath(fixes: 0..<count, in: table), withOrderIn: table)
        let begin = Double(fixes[0].time)
        let span = Double(time) - begin
        let start = begin + random.pick([0, random.number(in: 0...0.3) * span])
        let end = begin + span - random.pick([0, random.number(in: 0...0.3) * span])
        let meeting = Rendezvous(
            contacts: [Contact(first: 0, second: 1, start: start, end: end)])
        guard let median = path.median(during: meeting, in: table) else { return }
        var samples = WeightedMedian()
        for stretch in 0..<count - 1 {
            let overlap = min(end, Double(fixes[stretch + 1].time)) - max(start, Double(fixes[stretch].time))
            if overlap > 0 { samples.add(path.angularSpeeds[stretch], weight: overlap) }
        }
        #expect(median == samples.median())
    }
}
