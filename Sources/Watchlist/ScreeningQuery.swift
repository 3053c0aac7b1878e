public import MaritimeModel

/// What a user typed to ask about a ship or a company, and what it can mean.
public struct ScreeningQuery: Hashable, Sendable {
    public let text: String
    public private(set) var traits = VesselTraits()
    public private(set) var company: CompanyNumber?
    /// What it was taken for, in words.
    public private(set) var takenFor: [String] = []
    /// What is wrong with it, as a sentence.
    public private(set) var remark: String?

    /// Takes `9187629`, `IMO 9187629`, `MMSI 511101457`, `511101457`, a call sign or a name.
    public init(_ text: String) {
        self.text = text
        let trimmed = text.trimmed
        var digits = Substring(trimmed)
        for label in ["IMO", "MMSI"] where digits.uppercased().hasPrefix(label) {
            digits = digits.dropFirst(label.count).drop { $0 == " " || $0 == ":" || $0 == "-" }
        }
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
        if isNumber, digits.utf8.count == 9, let mmsi = MMSI(String(digits)) {
            if mmsi.isPlaceholder {
                remark = "\(digits) is typed where no number is known and so names no vessel."
            } else {
                traits.mmsi = mmsi
                takenFor = ["MMSI"]
            }
        } else if isNumber, (5...7).contains(digits.utf8.count) {
            readSevenDigits(String(digits))
        } else if isNumber {
            remark = "\(digits) is neither an IMO number (seven digits) nor an MMSI (nine digits)."
        } else if !trimmed.isEmpty {
            traits.names = [trimmed]
            takenFor = ["name"]
            let sign = trimmed.uppercased()
            let looksLikeASign =
                (4...7).contains(sign.utf8.count)
                && sign.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
            if looksLikeASign, sign.utf8.contains(where: { (48...57).contains($0) }) {
                traits.callSigns = [sign]
                takenFor.append("call sign")
            }
        } else {
            remark = "The question is empty."
        }
    }

    /// One vessel by several cells of a table row, all of which must not contradict each other in a match.
    init(cells: [(column: Column, text: String)]) {
        text = cells.map(\.text).joined(separator: ", ")
        for (column, cell) in cells {
            switch column {
            case .imo, .mmsi:
                let query = ScreeningQuery(cell)
                // A cell under the header of ships' numbers asks for no company.
                traits.imoNumbers += column == .imo ? query.traits.imoNumbers : []
                traits.mistypedIMOs += column == .imo ? query.traits.mistypedIMOs : []
                if column == .mmsi { traits.mmsi = query.traits.mmsi }
                remark = remark ?? query.remark
                takenFor.append(column == .imo ? "ship IMO number" : "MMSI")
            case .name:
                traits.names.append(cell)
                takenFor.append("name")
            case .callSign:
                traits.callSigns.append(cell.uppercased())
                takenFor.append("call sign")
            }
        }
        if cells.isEmpty { remark = "The row is empty." }
    }

    /// Seven digits may be a ship's or a company's number, which have check digits of their own.
    private mutating func readSevenDigits(_ digits: String) {
        if let ship = IMONumber(digits) {
            let never = Timestamp(secondsSince1970: 0)
            traits.imoNumbers = [ObservedValue(value: ship, firstSeen: never, lastSeen: never, count: 1)]
            takenFor.append("ship IMO number")
        }
        if let company = CompanyNumber(digits) {
            self.company = company
            takenFor.append("company IMO number")
        }
        guard traits.imoNumbers.isEmpty else { return }
        let candidates = IMOSlip.candidates(for: digits)
        traits.mistypedIMOs = candidates.isEmpty ? [] : [digits]
        guard takenFor.isEmpty else { return }
        remark =
            digits.utf8.count == 7 && !candidates.isEmpty
            ? "\(digits) fails the check digit of a ship's IMO number; it is not compared as one, only looked up as a slip "
                + "of \(candidates.map(\.description).joined(separator: ", "))."
            : "\(digits) is no IMO number (it needs seven digits with a right check digit, and placeholders do not count)."
    }
}

extension WatchlistIndex {
    /// What the lists say about a question, on a date. Complexity: as `matches(for:)`.
    public func answer(_ query: ScreeningQuery, at date: CivilDate) -> ScreenedItem {
        var found = matches(for: query.traits)
        if let company = query.company { found += matches(forCompany: company) }
        found += matches(forPartyNamed: query.traits.names)
        found += matches(forCallSign: query.traits.callSigns, besides: found)
        return ScreenedItem(
            query: query.text, takenFor: query.takenFor, remark: query.remark,
            findings: found.map { ScreenFinding($0, at: date) })
    }
}
