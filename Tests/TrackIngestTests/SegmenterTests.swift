import FixMemory
import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// What becomes of the fixes of one identity.
struct SegmenterTests {
    /// A hull that goes due east from a place, with a fix each `step` seconds.
    private static func hull(
        latitude: Double, longitude: Double, knots: Double, from start: UInt32 = 0, count: Int, step: UInt32
    ) -> [TrackFix] {
        (0..<count).map { number in
            let time = start + UInt32(number) * step
            return fix(time, latitude, longitude + knots / 3_600 / 60 * Double(time - start))
        }
    }

    private static func fix(_ time: UInt32, _ latitude: Double, _ longitude: Double) -> TrackFix {
        TrackFix(
            time: time,
            position: GeoPosition(
                latitudeE7: Int32((latitude * 1e7).rounded()), longitudeE7: Int32((longitude * 1e7).rounded())))
    }

    private static func verdicts(_ fixes: [TrackFix]) -> [TrackSegmenter.Verdict] {
        TrackSegmenter.verdicts(
            on: fixes.sorted { ($0.time, $0.position.latitudeE7) < ($1.time, $1.position.latitudeE7) }
        )
        .verdicts
    }

    @Test(arguments: [0.1, 8, 15, 24, 38, 55])
    func oneHullIsOneSegmentAtAnySpeedOfShips(knots: Double) {
        for step: UInt32 in [2, 10, 60, 180, 600, 3_600] {
            let fixes = Self.hull(latitude: 40, longitude: 10, knots: knots, count: 60, step: step)
            // Beyond an hour a ship is believed to keep up half of that.
            guard knots <= 30 || step <= 3_600 else { continue }
            #expect(Self.verdicts(fixes).allSatisfy { $0 == .segment(0) }, "\(knots) kn, \(step) s")
        }
    }

    @Test func twoHullsWithOneIdentityAreTwoSegments() {
        let near = Self.hull(latitude: 40, longitude: 10, knots: 10, count: 50, step: 180)
        let far = Self.hull(latitude: 41, longitude: 10, knots: 12, from: 60, count: 50, step: 180)
        let verdicts = Self.verdicts(near + far)
        #expect(verdicts.count { $0 == .segment(0) } == 50)
        #expect(verdicts.count { $0 == .segment(1) } == 50)
    }

    @Test func twoHullsOneMileApartAreToldApartByTheirSpikes() {
        // A mile in a minute and back is 60 knots either way: within reach, and no ship's way.
        let near = Self.hull(latitude: 40, longitude: 10, knots: 0, count: 50, step: 120)
        let far = Self.hull(latitude: 40 + 1.0 / 60, longitude: 10, knots: 0, from: 60, count: 50, step: 120)
        let verdicts = Self.verdicts(near + far)
        #expect(verdicts.count { $0 == .segment(0) } == 50)
        #expect(verdicts.count { $0 == .segment(1) } == 50)
    }

    @Test func twoHullsInTheSameSecondsKeepAllTheirFixes() {
        let near = Self.hull(latitude: 40, longitude: 10, knots: 10, count: 50, step: 60)
        let far = Self.hull(latitude: 45, longitude: 10, knots: 12, count: 50, step: 60)
        #expect(Self.verdicts(near + far).allSatisfy { $0 == .segment(0) || $0 == .segment(1) })
    }

    @Test func aLoneFixElsewhereIsAnOutlier() {
        var fixes = Self.hull(latitude: 40, longitude: 10, knots: 10, count: 50, step: 60)
        fixes[20] = Self.fix(20 * 60, 44, 10)
        let verdicts = Self.verdicts(fixes)
        #expect(verdicts[20] == .outlier)
        #expect(verdicts.count { $0 == .segment(0) } == 49)
    }

    @Test func aSpikeThatAShipCouldReachIsAnOutlierToo() {
        var fixes = Self.hull(latitude: 40, longitude: 10, knots: 10, count: 50, step: 300)
        fixes[20] = Self.fix(20 * 300, 40.05, fixes[20].position.longitude)
        let verdicts = Self.verdicts(fixes)
        #expect(verdicts[20] == .outlier)
        #expect(verdicts.count { $0 == .segment(0) } == 49)
    }

    @Test func aFerryThatTurnsBackIsNoSpike() {
        // Fifteen minutes out, fifteen back, at 36 knots, seen every five minutes.
        var fixes: [TrackFix] = []
        for number in 0..<60 {
            let leg = Double(number % 6)
            fixes.append(Self.fix(UInt32(number) * 300, 40, 10 + (leg <= 3 ? leg : 6 - leg) * 0.05 * 0.77))
        }
        #expect(Self.verdicts(fixes).allSatisfy { $0 == .segment(0) })
    }

    @Test func lateCopiesAreDuplicates() {
        let sent = Self.hull(latitude: 40.12345, longitude: 10, knots: 12, count: 30, step: 20)
        let late = sent.map { TrackFix(time: $0.time + 9, position: $0.position) }
        let verdicts = Self.verdicts(sent + late)
        #expect(verdicts.count { $0 == .segment(0) } >= 30)
        // The first copy comes before it is known that the ship moves.
        #expect(verdicts.count { $0 == .duplicate } >= 29)
    }

    @Test func aStalePositionThatIsSentAgainDoesNotBreakAFastTrack() {
        // 40 knots, with the position of two minutes ago in place of the present one.
        var fixes = Self.hull(latitude: 40, longitude: 10, knots: 50, count: 40, step: 60)
        fixes[20] = TrackFix(time: fixes[20].time, position: fixes[18].position)
        fixes[19] = TrackFix(time: fixes[19].time, position: fixes[18].position)
        fixes.remove(at: 19)
        let verdicts = Self.verdicts(fixes)
        #expect(verdicts.count { $0 == .segment(0) } == 38)
        #expect(verdicts[19] == .duplicate)
    }

    @Test func aShipThatLiesStillKeepsItsFixes() {
        let fixes = (0..<100).map { Self.fix(UInt32($0) * 3, 40 + Double($0 % 3) * 0.00002, 10) }
        #expect(Self.verdicts(fixes).allSatisfy { $0 == .segment(0) })
    }

    @Test func aLoneFixIsATrackWhenThereIsNothingElse() {
        #expect(Self.verdicts([Self.fix(7, 1, 2)]) == [.segment(0)])
        #expect(Self.verdicts([Self.fix(7, 1, 2), Self.fix(7, 1, 2)]) == [.segment(0), .duplicate])
    }

    @Test func aBriefPieceBesideALongOneIsTooShort() {
        var fixes = Self.hull(latitude: 40, longitude: 10, knots: 10, from: 10, count: 50, step: 60)
        fixes += [Self.fix(10, 42, 10), Self.fix(12, 42, 10)]
        #expect(Self.verdicts(fixes).count { $0 == .tooShort } == 2)
    }

    @Test func aTrackOverTheDatelineOrAPoleIsOne() {
        let dateline = (0..<50).map { Self.fix(UInt32($0) * 600, 10, 179.5 + Double($0) * 0.02).wrapped }
        #expect(Self.verdicts(dateline).allSatisfy { $0 == .segment(0) })
        let pole = (0..<40).map { number -> TrackFix in
            let north = 89.8 + Double(number) * 0.01
            return north <= 90
                ? Self.fix(UInt32(number) * 300, north, 20) : Self.fix(UInt32(number) * 300, 180 - north, -160)
        }
        #expect(Self.verdicts(pole).allSatisfy { $0 == .segment(0) })
    }

    @Test func theGlanceAtATrackNeverHidesWhatTheSegmenterSees() {
        for seed: UInt64 in 0..<2_000 {
            var random = SplitMix64(seed: seed)
            let step = random.pick([1, 2, 5, 10, 60, 600])
            let reach = random.pick([0.0001, 0.001, 0.01, 0.3])
            var time: UInt32 = 0
            var (latitude, longitude) = (random.number(in: -80...80), random.number(in: -180...180))
            let fixes = (0..<40).map { _ -> TrackFix in
                time += UInt32(random.integer(in: 0...2 * step))
                if random.chance(0.8) { latitude += random.number(in: -reach...reach) }
                if random.chance(0.8) { longitude += random.number(in: -reach...reach) }
                return Self.fix(time, latitude, longitude).wrapped
            }
            let stored = fixes.map { fix in
                StoredFix(
                    time: fix.time, latitude: fix.position.latitudeE7, longitude: fix.position.longitudeE7)
            }
            let isPlain = PlainTrackCheck.isPlain(stored.span)
            let sees = Self.verdicts(fixes).contains { $0 != .segment(0) }
            #expect(!(isPlain && sees), "seed \(seed)")
        }
    }
}

extension SegmenterTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func noWayIsLongerThanTheQuickNormWithShortDegrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let reach = random.pick([100, 10_000, 1_000_000])
            func fix(_ north: Int, _ east: Int) -> StoredFix {
                StoredFix(time: 0, latitude: Int32(north), longitude: Int32(east))
            }
            let (north, east) = (random.integer(in: -890_000_000...890_000_000), random.integer(in: 0...1_000_000_000))
            let one = fix(north, east)
            let other = fix(
                max(-900_000_000, min(900_000_000, north + random.integer(in: -reach...reach))),
                east + random.integer(in: -reach...reach))
            let metres = TrackFix(one).position.metres(to: TrackFix(other).position)
            // A limit, in half units of the norm, that the way just does not keep.
            let limit = 2 * metres / (earthRadiusMetres * .pi / 180 * 1e-7) * (1 - 1e-6) - 0.01
            #expect(
                !PlainTrackCheck.isWithin(
                    limit, north: abs(Int64(one.latitude) - Int64(other.latitude)),
                    east: abs(Int64(one.longitude) - Int64(other.longitude)), of: one, other),
                "seed \(seed): \(one), \(other)")
        }
    }
}

extension TrackFix {
    /// The same with a longitude beyond 180 degrees brought back.
    fileprivate var wrapped: TrackFix {
        guard position.longitudeE7 > 1_800_000_000 else { return self }
        return TrackFix(
            time: time,
            position: GeoPosition(
                latitudeE7: position.latitudeE7,
                longitudeE7: Int32(Int64(position.longitudeE7) - 3_600_000_000)))
    }
}
