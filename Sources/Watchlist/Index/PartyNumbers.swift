import MaritimeModel

/// The positions of a list's parties by their numbers.
struct PartyNumbers: Sendable {
    enum Kind: Int, CaseIterable {
        /// Vessels by their valid IMO number, and by their MMSI.
        case ship, mmsi
        /// Parties of any kind by the IMO company number.
        case company
        /// Parties of any kind by the hash of a call sign: whether it is the same is to be looked at.
        case callSign
        /// Vessels without a valid number, by each valid one that a slip turns into the one printed.
        case mistyped
    }

    private var tables = [KeyTable](repeating: KeyTable(), count: Kind.allCases.count)

    /// The table of a kind.
    subscript(kind: Kind) -> KeyTable {
        get { tables[kind.rawValue] }
        set { tables[kind.rawValue] = newValue }
    }

    /// Adds a number as a key, before `seal`; positions rise.
    mutating func add(_ key: UInt64, _ kind: Kind, at position: Int) { tables[kind.rawValue].add(key, position) }

    /// Adds the numbers of a party.
    mutating func add(_ party: ListedParty, at position: Int) {
        let isVessel = party.kind == .vessel
        for number in party.numbers {
            switch number {
            case .ship(let number): if isVessel { add(UInt64(number.number), .ship, at: position) }
            case .mmsi(let mmsi): if isVessel { add(UInt64(mmsi.number), .mmsi, at: position) }
            case .company(let company): add(UInt64(company.number), .company, at: position)
            case .callSign(let sign):
                if let sign = CallSignMatcher.normalised(sign) { add(ByteHash.of(sign), .callSign, at: position) }
            case .unusableShipNumber(let printed):
                guard isVessel, party.shipNumber == nil else { continue }
                for number in IMOSlip.candidates(for: printed) { add(UInt64(number.number), .mistyped, at: position) }
            }
        }
    }

    mutating func seal() { for kind in tables.indices { tables[kind].seal() } }

    func contains(_ key: UInt64, _ kind: Kind) -> Bool { tables[kind.rawValue].contains(key) }
    func positions(of key: UInt64, _ kind: Kind) -> [Int] { tables[kind.rawValue].positions(of: key) }
}
