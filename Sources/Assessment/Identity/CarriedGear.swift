import FixMemory
public import MaritimeModel

/// Recognises gear by its way: it moves only when a ship carries it, and drifts or lies when she does not.
///
/// A fishing boat sets out beacons and fetches them again; on deck they make her way, in the water they drift. With a
/// buoy's number or name `GearSign` knows it already; this rule is for a number that says nothing. It is kept narrow,
/// since a ship without static data that drifts, comes alongside and sails with another is what a scan looks for: the
/// carrier must be a fishing or service vessel, or a small one of another kind, and the gear must state nothing of a
/// ship.
public enum CarriedGear {
    /// Currents seldom carry a buoy faster.
    static let driftKnots = 2.0
    static let carriedKnots = 3.0
    /// From the antenna of a ship to the far end of her deck, or a tow's length.
    static let nearMetres = 300.0
    static let leastCarriedMetres = 1_000.0
    /// Speed is taken over steps of at least this; in a shorter one a receiver's noise is taken for speed.
    static let stepSeconds = 60.0
    /// The place of the ship is not known in a longer silence.
    static let maxGapSeconds = 3_600.0
    static let greatestGearLengthMetres = 12.0

    /// Which of two segments that meet is gear carried by the other; nil when neither is or when it could be either.
    ///
    /// - Returns: the finding about the gear with its carrier, and whether the gear is the first. Complexity: O(n log
    /// m) in the fixes of both.
    public static func finding(
        first: Int, second: Int, in tracks: TrackTable, from start: Timestamp, to end: Timestamp
    ) -> (finding: IdentityFinding, gearIsFirst: Bool)? {
        let firstCarried = carriedMetres(gear: first, carrier: second, in: tracks, from: start, to: end)
        let secondCarried = carriedMetres(gear: second, carrier: first, in: tracks, from: start, to: end)
        switch (firstCarried, secondCarried) {
        case (let metres?, nil): return (finding(gear: first, carrier: second, metres, in: tracks), true)
        case (nil, let metres?): return (finding(gear: second, carrier: first, metres, in: tracks), false)
        default: return nil
        }
    }

    private static func finding(
        gear: Int, carrier: Int, _ metres: Double, in tracks: TrackTable
    ) -> IdentityFinding {
        let vessel = tracks.vessel(ofSegment: gear)
        let fixes = tracks.fixRange(ofSegment: gear)
        return IdentityFinding(
            kind: .gear, ids: [vessel.id], carrier: tracks.vessel(ofSegment: carrier).id, evidence: .carriedByAShip,
            start: tracks.time(ofFix: fixes.lowerBound), end: tracks.time(ofFix: fixes.upperBound - 1),
            figures: [.init("carried_m", metres.rounded())],
            says: """
                It states nothing of a ship and never moves faster than \(driftKnots) kn but within \
                \(Int(nearMetres)) m of \(tracks.vessel(ofSegment: carrier).id), with which it makes \
                \(lengthInWords(metres)). A boat in tow or alongside looks like this too.
                """)
    }

    /// How far one segment is carried by the other during a meeting, or nil when it moves by itself or may be a vessel.
    private static func carriedMetres(
        gear: Int, carrier: Int, in tracks: TrackTable, from start: Timestamp, to end: Timestamp
    ) -> Double? {
        guard mayBeGear(tracks.vessel(ofSegment: gear)), mayCarry(tracks.vessel(ofSegment: carrier)) else { return nil }
        let fixes = tracks.fixRange(ofSegment: gear)
        let ship = tracks.fixRange(ofSegment: carrier)
        func isNear(_ fix: Int) -> Bool {
            guard let place = tracks.place(in: ship, at: Double(tracks.times[fix]), maxGapSeconds: maxGapSeconds)
            else { return false }
            return metresBetween(place, tracks.point(ofFix: fix)) <= nearMetres
        }
        var carried = 0.0
        var last = fixes.lowerBound
        for fix in fixes.dropFirst() {
            let seconds = tracks.seconds(fromFix: last, toFix: fix)
            guard seconds >= stepSeconds || fix == fixes.upperBound - 1 else { continue }
            let metres = tracks.metres(fromFix: last, toFix: fix)
            let knots = metres / max(seconds, stepSeconds) / metresPerSecondPerKnot
            if knots > driftKnots {
                guard isNear(last), isNear(fix) else { return nil }
                let isInMeeting = tracks.time(ofFix: last) >= start && tracks.time(ofFix: fix) <= end
                if knots > carriedKnots, isInMeeting { carried += metres }
            }
            last = fix
        }
        return carried >= leastCarriedMetres ? carried : nil
    }

    /// Whether nothing that a vessel states speaks against its being gear.
    static func mayBeGear(_ vessel: TrackedVessel) -> Bool {
        let data = vessel.staticData
        return data.imoNumbers.isEmpty && data.shipTypes.isEmpty
            && !data.lengths.contains { $0.value > greatestGearLengthMetres }
    }

    /// Whether a vessel may have gear on board: it states what it is, and that is no carrier of goods or people.
    static func mayCarry(_ vessel: TrackedVessel) -> Bool {
        let data = vessel.staticData
        let types = data.shipTypes.map(\.value)
        if types.contains(where: { [.tanker, .cargo, .passenger, .highSpeed, .tug, .pilot].contains($0) }) {
            return false
        }
        if types.contains(.fishing) || types.contains(.service) { return true }
        return data.lengths.contains { $0.value > greatestGearLengthMetres && $0.value <= 60 }
    }
}
