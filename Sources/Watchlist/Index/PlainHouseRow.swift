import MaritimeModel

/// What counts of a row of a house list whose cells are all in the plainest form, read from the bytes alone.
struct PlainHouseRow {
    /// Where the columns stand that count; -1 for one that the header does not have.
    struct Columns {
        let imo, mmsi, name, list, type, company, callSign, alias, listed, since: Int
        let dates: [Int]
        let links: [Int]
        let count: Int

        init(_ table: ListTable) {
            func place(_ column: ListTable.Column) -> Int { table.has(column) ? table.place(of: column) : -1 }
            imo = place(.imo)
            mmsi = place(.mmsi)
            name = place(.name)
            list = place(.list)
            type = place(.type)
            company = place(.companyIMO)
            callSign = place(.callSign)
            alias = place(.alias)
            listed = place(.listed)
            since = place(.since)
            dates = [place(.listedOn), place(.delistedOn)].filter { $0 >= 0 }
            links = [place(.owner), place(.operator), place(.manager)].filter { $0 >= 0 }
            count = table.names.count
        }
    }

    private(set) var kind = PartyKind.vessel
    private(set) var ship: IMONumber?
    private(set) var mmsi: MMSI?
    private(set) var company: CompanyNumber?
    private(set) var hasCallSign = false
    /// Nil for a sign that none can be.
    private(set) var callSignHash: UInt64?
    private(set) var links = 0
    private(set) var name = 0..<0
    private(set) var alias = 0..<0

    /// Nil when the row needs a closer look: it has a cell that is not plain, or nothing that counts.
    ///
    /// - Parameters:
    ///   - starts: where each cell begins, and one more, cells lying one byte apart.
    ///   - cells: how many there are.
    init?(_ bytes: [UInt8], _ starts: [Int], _ cells: Int, _ columns: Columns) {
        guard cells <= columns.count else { return nil }
        func cell(_ place: Int) -> Range<Int> {
            place >= 0 && place < cells ? starts[place]..<starts[place + 1] - 1 : 0..<0
        }
        func isPlain(_ cell: Range<Int>) -> Bool {
            cell.isEmpty || Self.isSign(bytes[cell.lowerBound]) && Self.isSign(bytes[cell.upperBound - 1])
        }
        let (imo, sender, companyCell) = (cell(columns.imo), cell(columns.mmsi), cell(columns.company))
        let (type, listed) = (cell(columns.type), cell(columns.listed))
        (name, alias) = (cell(columns.name), cell(columns.alias))

        if !type.isEmpty {
            guard let known = Self.kind(bytes, type) else { return nil }
            kind = known
        }
        if kind == .vessel, imo.isEmpty, sender.isEmpty, !companyCell.isEmpty { kind = .organisation }
        if !listed.isEmpty, !Self.isStanding(bytes, listed) { return nil }
        if kind == .vessel {
            if !imo.isEmpty {
                guard let number = Self.number(bytes, imo, digits: 7), let ship = IMONumber(number) else { return nil }
                self.ship = ship
            }
            if !sender.isEmpty {
                guard let number = Self.number(bytes, sender, digits: 9), let mmsi = MMSI(number), !mmsi.isPlaceholder
                else { return nil }
                self.mmsi = mmsi
            }
            let sign = cell(columns.callSign)
            guard isPlain(sign) else { return nil }
            hasCallSign = !sign.isEmpty
            callSignHash = Self.callSignHash(bytes, sign)
        }
        let companyDigits = companyCell.isEmpty && kind == .organisation ? imo : companyCell
        if !companyDigits.isEmpty {
            guard let number = Self.number(bytes, companyDigits, digits: 7), let company = CompanyNumber(number) else {
                return nil
            }
            self.company = company
        }
        for place in columns.links where !cell(place).isEmpty {
            guard isPlain(cell(place)), !Self.holdsSeveral(bytes, cell(place)) else { return nil }
            links += 1
        }
        if links > 0, !cell(columns.since).isEmpty, !Self.isDate(bytes, cell(columns.since)) { return nil }
        for place in columns.dates where !cell(place).isEmpty {
            guard Self.isDate(bytes, cell(place)) else { return nil }
        }
        guard isPlain(name), isPlain(cell(columns.list)) else { return nil }
        guard !name.isEmpty || ship != nil || mmsi != nil || company != nil || hasCallSign else { return nil }
    }

    private static func isSign(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }

    private static let longKinds: [(StaticString, PartyKind)] = [
        ("organisation", .organisation), ("organization", .organisation), ("individual", .person),
    ]

    private static func kind(_ bytes: [UInt8], _ cell: Range<Int>) -> PartyKind? {
        guard cell.count <= 8 else { return longKinds.first { equal(bytes, cell, $0.0) }?.1 }
        return switch letters(bytes, cell) {
        case 0x76_6573_7365_6C: .vessel  // "vessel"
        case 0x7368_6970: .vessel  // "ship"
        case 0x63_6F6D_7061_6E79: .organisation  // "company"
        case 0x656E_7469_7479: .organisation  // "entity"
        case 0x7065_7273_6F6E: .person  // "person"
        default: nil
        }
    }

    /// Whether a cell of `listed` says something that is known.
    private static func isStanding(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
        guard cell.count <= 8 else { return false }
        switch letters(bytes, cell) {
        // "yes", "no", "true", "false", "1", "0"
        case 0x79_6573, 0x6E6F, 0x7472_7565, 0x66_616C_7365, 0x31, 0x30: return true
        default: return false
        }
    }

    /// The signs of a cell of up to eight, small letters for capitals, the last one in the lowest byte.
    private static func letters(_ bytes: [UInt8], _ cell: Range<Int>) -> UInt64 {
        var letters: UInt64 = 0
        for place in cell {
            let byte = bytes[place]
            letters = letters << 8 | UInt64((65...90).contains(byte) ? byte | 0x20 : byte)
        }
        return letters
    }

    /// Whether a cell says a word of small letters, in letters of any case.
    private static func equal(_ bytes: [UInt8], _ cell: Range<Int>, _ word: StaticString) -> Bool {
        let text = word.description.utf8
        guard text.count == cell.count else { return false }
        var place = cell.lowerBound
        for letter in text {
            let byte = bytes[place]
            guard byte == letter || (byte | 0x20) == letter && (65...90).contains(byte) else { return false }
            place += 1
        }
        return true
    }

    /// The number of a cell of exactly so many digits.
    private static func number(_ bytes: [UInt8], _ cell: Range<Int>, digits: Int) -> UInt32? {
        guard cell.count == digits else { return nil }
        var number: UInt32 = 0
        for place in cell {
            let digit = bytes[place] &- 48
            guard digit < 10 else { return nil }
            number = number &* 10 &+ UInt32(digit)
        }
        return number
    }

    /// Whether a cell is a date that every month has; others are looked at closer.
    private static func isDate(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
        guard cell.count == 10 else { return false }
        let start = cell.lowerBound
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let year = number(bytes, start..<start + 4, digits: 4),
            let month = number(bytes, start + 5..<start + 7, digits: 2),
            let day = number(bytes, start + 8..<start + 10, digits: 2)
        else { return false }
        return year >= 1000 && (1...12).contains(month) && (1...28).contains(day)
    }

    private static func holdsSeveral(_ bytes: [UInt8], _ cell: Range<Int>) -> Bool {
        for place in cell where bytes[place] == UInt8(ascii: ";") || bytes[place] == UInt8(ascii: "|") { return true }
        return false
    }

    /// The hash of a call sign as `CallSignMatcher.normalised`, or nil.
    private static func callSignHash(_ bytes: [UInt8], _ cell: Range<Int>) -> UInt64? {
        var hash = ByteHash()
        var (count, first, isVaried) = (0, UInt8(0), false)
        for place in cell {
            var byte = bytes[place]
            if (97...122).contains(byte) { byte -= 32 }
            guard (65...90).contains(byte) || (48...57).contains(byte) else { continue }
            if count == 0 { first = byte }
            isVaried = isVaried || byte != first
            hash.add(byte)
            count += 1
        }
        return count >= 4 && isVaried ? hash.value : nil
    }
}
