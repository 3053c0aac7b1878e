import MaritimeModel

/// Plants the faults of real files: each is a good row with one thing wrong.
struct DirtyRows {
    let layout: any TrackLayout
    let columns: LayoutColumns

    struct Planted {
        /// The good row that it was made from, beside which it stands.
        let neighbour: Int
        let bytes: [UInt8]
        /// Nil when the row still gives identity.
        let reason: RejectReason?
    }

    /// How many rows of each fault a day gets.
    static let countOfEach = 4

    /// Makes the faulty rows of a day.
    func plant(among lines: [[UInt8]], using random: inout SplitMix64) -> [Planted] {
        // Quoted names hold no comma here, but rows with quotes are left alone all the same.
        let plain = lines.indices.filter { !lines[$0].contains(UInt8(ascii: "\"")) }
        guard !plain.isEmpty else { return [] }
        var planted: [Planted] = []
        for fault in Fault.allCases {
            for number in 0..<(DirtyRows.countOfEach * fault.weight) {
                let neighbour = plain[random.below(plain.count)]
                var fields = String(decoding: lines[neighbour].dropLast(), as: UTF8.self)
                    .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                damage(&fields, fault, number)
                planted.append(
                    Planted(
                        neighbour: neighbour, bytes: Array((fields.joined(separator: ",") + "\n").utf8),
                        reason: fault.reason))
            }
        }
        return planted
    }

    private enum Fault: CaseIterable {
        case badTime, noPosition, positionOutOfRange, noPositionNoIdentity, emptyID, exactDuplicate, tooFewColumns
        case tooManyColumns, baseStation, aidToNavigation, aircraft, beacon

        /// Nil when the row still gives identity.
        var reason: RejectReason? {
            switch self {
            case .badTime: .badTime
            case .noPosition, .positionOutOfRange: nil
            case .noPositionNoIdentity: .badPosition
            case .emptyID: .badIdentity
            case .exactDuplicate: .duplicate
            case .tooFewColumns, .tooManyColumns: .badColumns
            case .baseStation, .aidToNavigation, .aircraft, .beacon: .notAVessel
            }
        }

        /// Some faults are commoner than others.
        var weight: Int {
            switch self {
            case .noPosition, .exactDuplicate: 10
            case .baseStation: 5
            default: 1
            }
        }
    }

    private func damage(_ fields: inout [String], _ fault: Fault, _ number: Int) {
        switch fault {
        case .badTime:
            fields[columns.time] = ["", "2023-13-41T25:61:61", "1969-12-31 23:00:00", "yesterday"][number % 4]
        case .noPosition:
            setPosition(&fields, "91.0", "181.0")
        case .positionOutOfRange:
            setPosition(&fields, "95.25", "200.5")
        case .noPositionNoIdentity:
            setPosition(&fields, "91.0", "181.0")
            for column in columns.identity { fields[column] = "" }
        case .emptyID:
            fields[columns.id] = ["", " "][number % 2]
        case .exactDuplicate:
            break
        case .tooFewColumns:
            fields.removeLast(3)
        case .tooManyColumns:
            fields += ["", "1"]
        case .baseStation:
            setStation(&fields, "002911\(100 + number)", type: "Base Station")
        case .aidToNavigation:
            setStation(&fields, "992911\(100 + number)", type: "AtoN")
        case .aircraft:
            setStation(&fields, "111291\(100 + number)", type: "SAR Airborne")
        case .beacon:
            setStation(&fields, "970291\(100 + number)", type: "Search and Rescue Transponder")
        }
    }

    private func setPosition(_ fields: inout [String], _ latitude: String, _ longitude: String) {
        fields[columns.latitude] = latitude
        fields[columns.longitude] = longitude
    }

    /// Turns a row into one of a station that is no vessel; layouts with a column for it say so in words.
    private func setStation(_ fields: inout [String], _ id: String, type: String) {
        fields[columns.id] = id
        for column in columns.identity { fields[column] = "" }
        if let column = columns.stationType { fields[column] = type }
    }
}
