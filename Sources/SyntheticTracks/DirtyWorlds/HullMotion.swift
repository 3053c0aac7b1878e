import Glibc
import MaritimeModel

/// Metres east and north of the middle of a frame.
struct LocalOffset {
    var east: Double
    var north: Double

    static func + (left: LocalOffset, right: LocalOffset) -> LocalOffset {
        LocalOffset(east: left.east + right.east, north: left.north + right.north)
    }

    /// A step of some metres on a bearing in radians.
    static func polar(metres: Double, bearing: Double) -> LocalOffset {
        LocalOffset(east: metres * sin(bearing), north: metres * cos(bearing))
    }

    func distance(to other: LocalOffset) -> Double { hypot(east - other.east, north - other.north) }
}

/// Where one hull is at every moment; seconds count from the start of the world.
struct HullMotion {
    let frame: LocalFrame
    let place: (Double) -> LocalOffset

    /// Along a planned path, with the wander of a ship that is steered.
    static func sailing(_ path: LocalPath, wander: Wander, in frame: LocalFrame) -> HullMotion {
        HullMotion(frame: frame) { path.place(atMoment: $0) + wander.offset(at: $0) }
    }

    /// Round an anchor: yawing by the wind, and once round with the turn of the tide.
    static func swinging(
        radiusMetres: Double, at anchor: LocalOffset, in frame: LocalFrame, using random: inout SplitMix64
    )
        -> HullMotion
    {
        let bearing = random.within(0...(2 * .pi))
        let phase = random.within(0...(2 * .pi))
        let turn = random.within(7_200...36_000)
        let sense = random.unit() < 0.5 ? -1.0 : 1.0
        return HullMotion(frame: frame) { second in
            // The tide turns the ship by half a circle within about an hour.
            let tide = sense * .pi / (1 + exp(-(second - turn) / 700))
            let yaw = 0.3 * sin(2 * .pi * second / 840 + phase)
            return anchor + .polar(metres: radiusMetres, bearing: bearing + tide + yaw)
        }
    }

    /// This motion, always some metres away.
    func displaced(by offset: LocalOffset) -> HullMotion {
        HullMotion(frame: frame) { place($0) + offset }
    }

    /// Speed over ground and course, over two seconds.
    func velocity(at second: Double) -> (knots: Double, courseDegrees: Double) {
        let (before, after) = (place(second - 1), place(second + 1))
        let (east, north) = (after.east - before.east, after.north - before.north)
        let course = atan2(east, north) * 180 / .pi
        return (hypot(east, north) / 2 / metresPerSecondPerKnot, course < 0 ? course + 360 : course)
    }
}

/// How a steered ship strays from its line and its speed: a few slow waves, at most some tens of metres.
struct Wander {
    private let waves: [(metres: LocalOffset, period: Double, phase: Double)]

    /// Waves of three to forty minutes; the longer ones are the larger, as for a ship under autopilot in a seaway.
    init(metres: Double, using random: inout SplitMix64) {
        waves = [190, 470, 1_100, 2_400].map { period in
            let size = metres * random.within(0.3...1) * (period / 2_400).squareRoot()
            return (
                .polar(metres: size, bearing: random.within(0...(2 * .pi))), period * random.within(0.8...1.2),
                random.within(0...(2 * .pi))
            )
        }
    }

    func offset(at second: Double) -> LocalOffset {
        var sum = LocalOffset(east: 0, north: 0)
        for wave in waves {
            let share = sin(2 * .pi * second / wave.period + wave.phase)
            sum.east += share * wave.metres.east
            sum.north += share * wave.metres.north
        }
        return sum
    }
}

extension LocalPath {
    /// The place at a moment between whole seconds too.
    func place(atMoment moment: Double) -> LocalOffset {
        let second = Int(moment.rounded(.down))
        let (from, to) = (place(at: second), place(at: second + 1))
        let share = moment - Double(second)
        return LocalOffset(
            east: from.east + share * (to.east - from.east), north: from.north + share * (to.north - from.north))
    }
}
