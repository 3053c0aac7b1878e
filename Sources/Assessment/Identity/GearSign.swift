public import MaritimeModel

/// What an identity itself says that makes it a buoy, a beacon or a shore station, although its number passes for a
/// vessel's.
///
/// Buoys on nets and long lines carry cheap transponders whose numbers and names follow no rule: ITU-R M.585-9 gives
/// such devices numbers that begin with 979, and few keep to it. A valid IMO number or a stated length of a ship speaks
/// for a vessel against any such sign.
public struct GearSign: Hashable, Sendable {
    /// `stationNumber` or `gearName`.
    public var evidence: IdentityFinding.Evidence
    /// One sentence.
    public var says: String

    /// No buoy is as long as this.
    static let leastShipLengthMetres = 30.0

    /// The sign that an identity gives, or nil when it gives none or contradicts it.
    public static func sign(of vessel: TrackedVessel) -> GearSign? {
        let data = vessel.staticData
        guard data.imoNumbers.isEmpty, !data.lengths.contains(where: { $0.value >= leastShipLengthMetres })
        else { return nil }
        if let says = stationNumber(vessel) { return GearSign(evidence: .stationNumber, says: says) }
        // Every name that it gave must be one of gear: a ship that was misread once stays a ship.
        guard let name = data.names.first?.value, data.names.allSatisfy({ GearName.isOne($0.value) }) else {
            return nil
        }
        return GearSign(
            evidence: .gearName,
            says: """
                The name "\(name)" is of the kind that buoys and beacons on fishing gear send. A small boat with an \
                odd name looks like this too.
                """)
    }

    /// The sign as a finding about the identity, or nil.
    public static func finding(of vessel: TrackedVessel) -> IdentityFinding? {
        sign(of: vessel).map {
            IdentityFinding(
                kind: .gear, ids: [vessel.id], evidence: $0.evidence, start: vessel.firstSeen, end: vessel.lastSeen,
                figures: [], says: $0.says)
        }
    }

    /// What the number says, when it is not a ship's and not one that is taken out as no vessel's anyway.
    private static func stationNumber(_ vessel: TrackedVessel) -> String? {
        let digits = vessel.id.utf8
        guard digits.allSatisfy({ (48...57).contains($0) }), let number = UInt32(vessel.id) else { return nil }
        switch (digits.count, number / 1_000_000) {
        // 970, 972 and 974 are distress beacons, 98 craft of a ship, 99 aids to navigation (ITU-R M.585-9).
        case (9, 900...969), (9, 971), (9, 973), (9, 975...979):
            return """
                The number begins with \(number / 1_000_000), which is assigned to no ship; buoys on fishing gear \
                send such numbers. A vessel whose number was typed in wrongly looks like this too.
                """
        // Coast stations are 00MIDxxxx, and files that take numbers for numbers lose the zeros. A station states no
        // type.
        case (7, _):
            guard vessel.staticData.shipTypes.isEmpty, MMSI(number * 100)?.flag != nil else { return nil }
            return """
                Seven digits that begin with those of an administration are a coast station's number without its \
                zeros. A ship's number that lost two digits looks like this too.
                """
        default: return nil
        }
    }
}
