public import MaritimeModel

/// Finds meetings in which two hulls of known size would have to overlap.
///
/// Two ships side by side have their centre lines half of both beams apart. Antennas need not be amidships or on the
/// centre line, so only half of that counts: closer than this for the middle of the time, one of the positions is not
/// where the ship is.
public enum OverlappingHulls {
    /// Smaller craft lie bow to bow, and receivers are off by as much as their beam.
    static let leastLengthMetres = 30.0
    /// A passing fault of the position lasts less.
    static let leastContactSeconds = 600.0

    /// The doubt, or nil when sizes are not known or the hulls have room. It is one about both vessels.
    ///
    /// - Parameter distance: over the contact, as `MeetingMeasure` has it.
    public static func doubt(
        between first: TrackedVessel, and second: TrackedVessel, distance: DistanceSummary, contactSeconds: Double,
        start: Timestamp, end: Timestamp
    ) -> TrackDoubt? {
        guard contactSeconds >= leastContactSeconds,
            let firstBeam = beam(of: first, at: start), let secondBeam = beam(of: second, at: start)
        else { return nil }
        let room = (firstBeam + secondBeam) / 4
        guard distance.median < room else { return nil }
        return TrackDoubt(
            reason: .overlappingHulls, start: start, end: end,
            figures: [
                .init("median_distance_m", toTenth(distance.median)), .init("room_needed_m", toTenth(room)),
                .init("beam_m", firstBeam), .init("other_beam_m", secondBeam),
            ],
            says: """
                The positions lie \(lengthInWords(distance.median)) apart for half of the contact; hulls of \
                \(toTenth(firstBeam)) m and \(toTenth(secondBeam)) m beam side by side need more. A wrong stated size, \
                or one ship's transponder aboard the other, explains it too.
                """)
    }

    /// The beam of a vessel of known size that does not fit into another; nil for others.
    private static func beam(of vessel: TrackedVessel, at moment: Timestamp) -> Double? {
        let data = vessel.staticData
        guard let length = data.lengths.value(at: moment), length >= leastLengthMetres,
            let beam = data.beams.value(at: moment)
        else { return nil }
        switch data.shipTypes.value(at: moment) {
        // A tug sits in the notch of its barge, and a pilot boat lies under the side of its ship.
        case .tug, .pilot: return nil
        default: return beam
        }
    }
}
