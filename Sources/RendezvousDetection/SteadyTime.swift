import MaritimeModel
import PathWindows

/// Seconds of a contact in which the two vessels kept their places relative to each other.
///
/// The relative speed is taken over steps of five minutes, because over a few seconds it is mostly position noise: 2 m
/// of noise on fixes 10 s apart look like half a knot.
struct SteadyTime {
    private(set) var seconds = 0.0
    private static let step = 300.0
    /// Metres per second.
    private static let limit = DetectionParameters.jointUnderWayMaxRelativeKnots * metresPerSecondPerKnot

    private var stepStart = 0.0
    private var offset = UnitVector(0, 0, 0)

    /// The end of the step that is under way.
    var nextStep: Double { stepStart + SteadyTime.step }

    /// Begins a contact with the place of one vessel as seen from the other.
    mutating func begin(at time: Double, offset: UnitVector) {
        stepStart = time
        self.offset = offset
    }

    /// Ends the contact: what is left of a step counts by its own length.
    mutating func end(at time: Double, offset: UnitVector) {
        if time > stepStart { close(at: time, offset: offset) }
    }

    /// Ends a step and begins the next.
    mutating func close(at time: Double, offset: UnitVector) {
        let moved = (offset - self.offset).squared.squareRoot() * earthRadiusMetres
        if moved <= SteadyTime.limit * (time - stepStart) { seconds += time - stepStart }
        stepStart = time
        self.offset = offset
    }

    /// Adds a contact on which both vessels go straight from fix to fix, by how they see each other at both ends.
    ///
    /// Ships that lie still cannot move that far: only what is left of a step has to be looked at.
    /// Complexity: O(steps + fixes of both), and near O(1) for ships that lie still.
    mutating func add(
        _ first: SegmentPath, _ part: PathPart, _ second: SegmentPath, _ otherPart: PathPart,
        offsets: (start: UnitVector, end: UnitVector)
    ) {
        let (start, end) = (part.start, part.end)
        begin(at: start, offset: offsets.start)
        let steps = ((end - start) / SteadyTime.step).rounded(.down)
        let mostMoved = 2 * (first.reach + second.reach) * earthRadiusMetres
        if mostMoved * (1 + 1e-6) + 1e-3 <= SteadyTime.limit * SteadyTime.step, steps > 0 {
            seconds += steps * SteadyTime.step
            stepStart = start + steps * SteadyTime.step
            if stepStart < end {
                offset = first.position(at: stepStart, within: part) - second.position(at: stepStart, within: otherPart)
            }
        } else {
            var (one, other) = (part.stretches.lowerBound, otherPart.stretches.lowerBound)
            while nextStep <= end {
                let step = nextStep
                while first.stretches[one].end < step { one += 1 }
                while second.stretches[other].end < step { other += 1 }
                close(
                    at: step,
                    offset: first.stretches[one].position(at: step) - second.stretches[other].position(at: step))
            }
        }
        self.end(at: end, offset: offsets.end)
    }
}
