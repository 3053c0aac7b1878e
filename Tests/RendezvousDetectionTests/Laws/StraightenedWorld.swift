import MaritimeModel
import TestSupport

/// Worlds whose vessels all sail on one great circle, in steps that can be halved.
///
/// The circle is the equator or a meridian with its other side; on both, whole units of angle are whole units of
/// position. Angles and times are doubled, and so are distance and gap: so every stretch has a middle without rounding.
enum StraightenedWorld {
    static func of(_ world: LawWorld, with random: inout SplitMix64) -> LawWorld {
        let epoch = Int64(world.tracks.times.min() ?? 0)
        let meridian = Int64(world.tracks.longitudes.first ?? 0)
        // The equator from anywhere, so that some cross the dateline.
        let onEquator = random.chance(0.5)
        let from = onEquator ? 2 * Int64(random.integer(in: 0...1_800_000_000)) : 0
        let tracks = world.tracks.mapped { fix in
            // How far along the meridian of the first fix and its other side; distances north and south stay.
            let aside = (Int64(fix.position.longitudeE7) - meridian + 2 * wholeTurnE7) % wholeTurnE7
            let isOtherSide = aside > halfTurnE7 / 2 && aside < halfTurnE7 * 3 / 2
            let latitude = Int64(fix.position.latitudeE7)
            let angle = 2 * (isOtherSide ? halfTurnE7 - latitude : latitude)
            return TestFix(
                time: UInt32(epoch + 2 * (Int64(fix.time) - epoch)),
                position: onEquator
                    ? GeoPosition(latitudeE7: 0, turningLongitudeE7: angle + from)
                    : position(alongMeridian: angle, longitude: meridian))
        }
        return LawWorld(
            "\(world), straightened along \(onEquator ? "the equator" : "a meridian")", tracks: tracks,
            maxDistanceMetres: 2 * world.maxDistanceMetres, maxGapSeconds: 2 * world.maxGapSeconds, seed: world.seed)
    }

    /// The fix half-way between two that follow each other, or nil when they lie opposite each other.
    static func middle(of fix: TestFix, and next: TestFix) -> TestFix? {
        let time = fix.time + (next.time - fix.time) / 2
        let (here, there) = (fix.position, next.position)
        if here.latitudeE7 == 0, there.latitudeE7 == 0 {
            guard let half = halfOfShortWay(Int64(here.longitudeE7), Int64(there.longitudeE7)) else { return nil }
            return TestFix(
                time: time,
                position: GeoPosition(latitudeE7: 0, turningLongitudeE7: Int64(here.longitudeE7) + half))
        }
        // Both angles from the meridian of the first, whatever side the second lies on.
        let meridian = Int64(here.longitudeE7)
        let isOtherSide = abs(Int64(there.longitudeE7) - meridian) == halfTurnE7
        let angle = isOtherSide ? halfTurnE7 - Int64(there.latitudeE7) : Int64(there.latitudeE7)
        guard let half = halfOfShortWay(Int64(here.latitudeE7), angle) else { return nil }
        return TestFix(
            time: time, position: position(alongMeridian: Int64(here.latitudeE7) + half, longitude: meridian))
    }

    /// Half of the way from one angle to another, which must be even; nil when both ways are equally long.
    private static func halfOfShortWay(_ from: Int64, _ to: Int64) -> Int64? {
        var way = (to - from) % wholeTurnE7
        if way > halfTurnE7 { way -= wholeTurnE7 }
        if way < -halfTurnE7 { way += wholeTurnE7 }
        precondition(way % 2 == 0)
        return abs(way) == halfTurnE7 ? nil : way / 2
    }

    /// The point at an angle from the equator northwards on a meridian, over the pole and down the other side.
    private static func position(alongMeridian angle: Int64, longitude: Int64) -> GeoPosition {
        let turned = (angle % wholeTurnE7 + wholeTurnE7) % wholeTurnE7
        let quarter = halfTurnE7 / 2
        if turned > quarter, turned < 3 * quarter {
            return GeoPosition(latitudeE7: halfTurnE7 - turned, turningLongitudeE7: longitude + halfTurnE7)
        }
        return GeoPosition(
            latitudeE7: turned > quarter ? turned - wholeTurnE7 : turned, turningLongitudeE7: longitude)
    }
}
