import Glibc
import MaritimeModel

/// Decides when a vessel reports and what each report says.
///
/// Real sets report every 2 to 10 s under way and every 3 min at anchor (ITU-R M.1371-5, table 1); archives thin that.
/// There is always a fix at a corner of the true motion, so the straight lines between fixes follow the motion.
struct FixSchedule {
    /// Seconds between fixes at anchor, drifting and under way (from 3 kn). A class B set is heard less.
    static func interval(metresPerSecond speed: Double) -> Double {
        speed < 0.3 ? 100 : speed < 1.6 ? 45 : 15
    }

    let vessel: SyntheticVessel
    let vesselNumber: Int32
    let motion: VesselMotion
    /// Times without any report, in seconds since 1970; the fixes at both ends are sent.
    let silences: [ClosedRange<Int>]
    let isMoored: Bool

    /// All reports in strictly increasing time order.
    func rows(using random: inout SplitMix64) -> [SyntheticRow] {
        var rows: [SyntheticRow] = []
        var lastCourse = random.within(0...359)
        let restHeading = random.within(0...359)
        var second = motion.firstSecond
        var events = (motion.cornerSeconds + silences.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()[...]
        while second <= motion.lastSecond {
            let leg = motion.leg(at: Double(second))
            let speed = motion.speedMetresPerSecond(onLeg: leg)
            if speed > 0.5, let course = motion.courseDegrees(onLeg: leg) { lastCourse = course }
            if !silences.contains(where: { $0.lowerBound < second && second < $0.upperBound }) {
                rows.append(
                    row(at: second, speed: speed, course: lastCourse, restHeading: restHeading, using: &random))
            }
            while let first = events.first, first <= second { events.removeFirst() }
            let interval = FixSchedule.interval(metresPerSecond: speed)
            let next = second + max(1, Int(interval * random.within(0.85...1.15) * (vessel.isClassA ? 1 : 1.5)))
            second = min(next, events.first ?? next)
        }
        return rows
    }

    /// One report, with noise: half a metre of position, a tenth of a knot, half a degree.
    private func row(
        at second: Int, speed: Double, course: Double, restHeading: Double, using random: inout SplitMix64
    ) -> SyntheticRow {
        let place = motion.position(at: Double(second))
        let latitude = place.latitude * 1e7 + random.within(-50...50)
        var longitude = place.longitude * 1e7 + random.within(-50...50)
        if longitude > 1_800_000_000 { longitude -= 3_600_000_000 }
        if longitude < -1_800_000_000 { longitude += 3_600_000_000 }

        let knots = speed / metresPerSecondPerKnot
        let isAtRest = knots < 0.3
        let speedTenths = max(0, Int((knots * 10 + random.within(-1...1)).rounded()))
        let courseTenths: Int
        if isAtRest {
            // A ship at rest has no course worth the name: some sets make one up, others say "not available".
            courseTenths = random.unit() < 0.2 ? 3_600 : random.below(3_600)
        } else {
            courseTenths = (Int((course * 10 + random.within(-5...5)).rounded()) + 3_600) % 3_600
        }
        let bow = isAtRest ? restHeading + 20 * sin(Double(second) / 7_000) : course + random.within(-1...1)
        let heading = vessel.statesHeading ? (Int(bow.rounded()) + 360) % 360 : 511
        // Now and then a small set loses its speed.
        let losesSpeed = !vessel.isClassA && random.unit() < 0.02
        return SyntheticRow(
            vessel: vesselNumber, time: Timestamp(secondsSince1970: Int64(second)),
            position: GeoPosition(latitudeE7: Int32(latitude.rounded()), longitudeE7: Int32(longitude.rounded())),
            speedTenths: losesSpeed ? SyntheticRow.speedNotAvailable : Int16(speedTenths),
            courseTenths: Int16(courseTenths), heading: Int16(heading), status: status(isAtRest: isAtRest))
    }

    private func status(isAtRest: Bool) -> Int8 {
        if !vessel.isClassA { return 15 }
        if vessel.shipType == .fishing { return 7 }
        if isAtRest { return isMoored ? 5 : 1 }
        return 0
    }
}
