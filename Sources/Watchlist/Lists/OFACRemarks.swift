import MaritimeModel

/// What the remarks of an entry in an OFAC list say, as far as it tells who the party is and what it is linked to.
///
/// Remarks are statements separated by `; ` and closed by a full stop: `Vessel Year of Build 1996; Vessel Registration
/// Identification IMO 9108099; MMSI 511101457; f.k.a. 'ALPHA'; Linked To: DIMA SHIPPING AND TRADING COMPANY.` The full
/// stop may be that of an abbreviation at the same time (`VENEZUELA, S.A.`); one is dropped from the last statement, and
/// links are compared without it. A name in a link may hold commas, full stops and ` AND `: it ends at the semicolon.
struct OFACRemarks {
    /// What could not be used: a reason that many share, and the rest of a sentence about this one.
    struct Problem: Equatable {
        var reason: String
        var says: String
    }

    private(set) var numbers: [PartyNumber] = []
    /// Former and other names.
    private(set) var names: [PartyName] = []
    private(set) var formerFlags: [String] = []
    private(set) var yearOfBuild: Int?
    private(set) var linkedTo: [String] = []
    private(set) var problems: [Problem] = []

    private let kind: PartyKind

    /// Reads the remarks of a party; the same words mean other things for a vessel and for a company.
    init(_ text: String, of kind: PartyKind) {
        var text = text.trimmed
        if text.hasSuffix(".") { text.removeLast() }
        self.init(statements: text.split(separator: ";").map(\.trimmed), of: kind)
    }

    /// Reads statements that stand apart already, as in the lists' XML forms.
    init(statements: [String], of kind: PartyKind) {
        self.kind = kind
        for statement in statements where !statement.isEmpty {
            read(Substring(statement).after("alt. ") ?? Substring(statement))
        }
    }

    private mutating func read(_ statement: Substring) {
        if let rest = statement.after("Vessel Registration Identification ") {
            readRegistration(rest)
        } else if let rest = statement.after("Identification Number IMO ") ?? statement.after("Company Number IMO ") {
            readIdentification(rest.firstWord)
        } else if let rest = statement.after("MMSI ") {
            readMMSI(rest.firstWord)
        } else if let rest = statement.after("Linked To: ") ?? statement.after("Linked To ") {
            linkedTo.append(rest.trimmed)
        } else if let rest = statement.after("Former Vessel Flag ") ?? statement.after("Other Vessel Flag ") {
            if rest != "None Identified" { formerFlags.append(rest.trimmed) }
        } else if let rest = statement.after("Vessel Year of Build ") {
            readYear(rest.trimmed)
        } else if let name = statement.after("f.k.a. ") {
            names.append(PartyName(Self.unquoted(name), .former))
        } else if let name = statement.after("a.k.a. ") ?? statement.after("n.k.a. ") {
            names.append(PartyName(Self.unquoted(name), .alias))
        } else if !OFACStatements.isKnown(statement) {
            // Titles of persons are free text.
            let reason = kind == .person ? "free text about a person" : "remark not understood"
            problems.append(Problem(reason: reason, says: "\"\(statement.prefix(80))\" is passed over"))
        }
    }

    /// Companies use this label for numbers of their own namespace; on a vessel it is the ship's number.
    private mutating func readIdentification(_ text: String) {
        guard kind != .vessel else { return note(listedIMO("IMO \(text)"), printed: text) }
        if let number = CompanyNumber(text) {
            add(.company(number))
        } else {
            problems.append(
                Problem(
                    reason: "company IMO number that fails its check digit",
                    says: "is not compared by the company IMO number \(text)"))
        }
    }

    private mutating func readRegistration(_ text: Substring) {
        if let number = text.after("IMO "), kind != .vessel {
            // Some companies have their number under the ships' label.
            readIdentification(number.firstWord)
        } else if let number = text.after("IMO ") {
            note(listedIMO("IMO \(number.firstWord)"), printed: number.firstWord)
        } else if let number = IMONumber(text.firstWord) {
            // Without the word it could be a national register's number, but a right check digit is seldom an accident.
            problems.append(
                Problem(
                    reason: "registration without the word IMO",
                    says:
                        "states the registration \(number); it is taken for the IMO number because its check digit is right"
                ))
            note(.valid(number), printed: number.description)
        } else if kind == .vessel {
            problems.append(
                Problem(
                    reason: "registration that is no IMO number",
                    says:
                        "states the registration \(text.firstWord.prefix(40)), which is no IMO number; it is not compared"
                ))
        }
    }

    private mutating func readMMSI(_ text: String) {
        switch listedMMSI(text) {
        case .none: break
        case .invalid(let reason):
            problems.append(
                Problem(reason: "unusable MMSI", says: "is not compared by an MMSI that it states: \(reason)"))
        case .valid(let value): add(.mmsi(value))
        }
    }

    private mutating func readYear(_ text: String) {
        if let year = Int(text), (1_850...2_100).contains(year) {
            yearOfBuild = year
        } else {
            problems.append(Problem(reason: "unusable year of build", says: "\"\(text)\" is no year of build"))
        }
    }

    private mutating func note(_ number: ListedNumber<IMONumber>, printed: String) {
        switch number {
        case .none: break
        case .invalid(let reason):
            add(.unusableShipNumber(printed))
            problems.append(
                Problem(
                    reason: "unusable ship IMO number",
                    says: "is not compared by an IMO number that it states: \(reason)"))
        case .valid(let value):
            let second = numbers.contains { if case .ship(let known) = $0 { known != value } else { false } }
            if second {
                problems.append(
                    Problem(
                        reason: "second ship IMO number",
                        says:
                            "states a second IMO number, \(value); each is compared, and one hull has only one of them")
                )
            }
            add(.ship(value))
        }
    }

    private mutating func add(_ number: PartyNumber) {
        if !numbers.contains(number) { numbers.append(number) }
    }

    private static func unquoted(_ text: Substring) -> String {
        let name = text.trimmed
        let isQuoted = name.count > 2 && name.hasPrefix("'") && name.hasSuffix("'")
        return isQuoted ? String(name.dropFirst().dropLast()) : name
    }
}

extension Substring {
    /// The rest behind a beginning, or nil when the text begins otherwise.
    func after(_ beginning: String) -> Substring? {
        hasPrefix(beginning) ? dropFirst(beginning.count) : nil
    }

    /// The text up to the first space.
    var firstWord: String {
        String(split(separator: " ").first ?? "")
    }
}
