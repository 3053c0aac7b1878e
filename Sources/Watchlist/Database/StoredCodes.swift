import MaritimeModel

/// The numbers that stand for kinds in a watchlist database: a kind's number is its place in the table.
///
/// Kinds are added at the end and never moved, since stored files hold the numbers.
enum StoredCodes {
    static let partyKinds: [PartyKind] = [.vessel, .organisation, .person, .aircraft, .other]
    static let standings: [PartyStanding] = [.designated, .recorded]
    static let nameKinds: [PartyName.Kind] = [.primary, .alias, .former, .weak]
    static let linkKinds: [LinkKind] = [
        .ownedBy, .controlledBy, .ownedOrControlledBy, .operatedBy, .managedBy, .ownedOrOperatedBy, .propertyOf,
        .actingFor, .supports, .linkedTo,
    ]

    // The switches make the compiler ask for a number when a kind is added to the model.

    static func code(_ kind: PartyKind) -> Int {
        switch kind {
        case .vessel: 0
        case .organisation: 1
        case .person: 2
        case .aircraft: 3
        case .other: 4
        }
    }

    static func code(_ standing: PartyStanding) -> Int {
        switch standing {
        case .designated: 0
        case .recorded: 1
        }
    }

    static func code(_ kind: PartyName.Kind) -> Int {
        switch kind {
        case .primary: 0
        case .alias: 1
        case .former: 2
        case .weak: 3
        }
    }

    static func code(_ kind: LinkKind) -> Int {
        switch kind {
        case .ownedBy: 0
        case .controlledBy: 1
        case .ownedOrControlledBy: 2
        case .operatedBy: 3
        case .managedBy: 4
        case .ownedOrOperatedBy: 5
        case .propertyOf: 6
        case .actingFor: 7
        case .supports: 8
        case .linkedTo: 9
        }
    }

    /// The kinds of `PartyNumber`.
    enum Number: Int {
        case ship, company, mmsi, callSign, unusableShipNumber
    }

    /// The kinds of `LinkTarget`.
    enum Target: Int {
        case entry, company, name
    }
}
