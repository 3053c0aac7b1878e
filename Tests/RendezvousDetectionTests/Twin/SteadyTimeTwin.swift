import MaritimeModel

@testable import RendezvousDetection

/// Seconds of a contact in which the two vessels kept their places relative to each other.
///
/// The relative speed is taken over steps of five minutes, because over a few seconds it is mostly position noise: 2 m
/// of noise on fixes 10 s apart look like half a knot.
struct TwinSteadyTime {
    private(set) var seconds = 0.0
    private static let step = 300.0

    private var stepStart = 0.0
    private var offsetAtStart: UnitVector?
    private var last: (time: Double, offset: UnitVector)?

    mutating func begin(at time: Double) {
        stepStart = time
        offsetAtStart = nil
        last = nil
    }

    /// Adds the next window of the contact; windows follow each other without a break.
    mutating func add(_ window: TwinMeetingWindow) {
        func offset(_ time: Double) -> UnitVector { window.second.position(at: time) - window.first.position(at: time) }
        if offsetAtStart == nil { offsetAtStart = offset(stepStart) }
        while window.end >= stepStart + Self.step {
            let time = stepStart + Self.step
            close(at: time, offset(time))
        }
        last = (window.end, offset(window.end))
    }

    /// Ends the contact: what is left of a step counts by its own length.
    mutating func end() {
        if let last, last.time > stepStart { close(at: last.time, last.offset) }
    }

    private mutating func close(at time: Double, _ offset: UnitVector) {
        if let before = offsetAtStart {
            let moved = (offset - before).squared.squareRoot() * earthRadiusMetres
            let limit = DetectionParameters.jointUnderWayMaxRelativeKnots * metresPerSecondPerKnot
            if moved <= limit * (time - stepStart) { seconds += time - stepStart }
        }
        stepStart = time
        offsetAtStart = offset
    }
}
