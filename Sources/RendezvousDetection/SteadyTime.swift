import MaritimeModel

/// Seconds of a contact in which the two vessels kept their places relative to each other.
///
/// The relative speed is taken over steps of five minutes, because over a few seconds it is mostly position noise: 2 m
/// of noise on fixes 10 s apart look like half a knot.
struct SteadyTime {
    private(set) var seconds = 0.0
    private static let step = 300.0

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
        let limit = DetectionParameters.jointUnderWayMaxRelativeKnots * metresPerSecondPerKnot
        if moved <= limit * (time - stepStart) { seconds += time - stepStart }
        stepStart = time
        self.offset = offset
    }
}
