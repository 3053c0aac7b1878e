import MaritimeModel

/// What the remarks of a vessel in an OFAC list say, as far as it tells who the vessel is and what it is linked to.
///
/// Remarks are statements separated by `; ` and closed by a full stop: `Vessel Year of Build 1996; Vessel Registration
/// Identification IMO 9108099; MMSI 511101457; f.k.a. 'ALPHA'; Linked To: DIMA SHIPPING AND TRADING COMPANY.` The full
/// stop may be that of an abbreviation at the same time (`VENEZUELA, S.A.`); one is dropped from the last statement.
struct OFACRemarks {
    private(set) var imo: IMONumber?
    private(set) var mmsi: MMSI?
    /// Former and other names in quotation marks.
    private(set) var names: [String] = []
    private(set) var linkedTo: [String] = []
    /// What could not be used, each as the rest of a sentence.
    private(set) var problems: [String] = []

    /// Reads the remarks of a vessel; of other parties the same words mean other things.
    init(ofVessel text: String) {
        var text = text.trimmed
        if text.hasSuffix(".") { text.removeLast() }
        for part in text.split(separator: ";") {
            var statement = Substring(part.trimmed)
            if statement.hasPrefix("alt. ") { statement = statement.dropFirst(5) }
            read(statement)
        }
    }

    private mutating func read(_ statement: Substring) {
        if let rest = statement.after("Vessel Registration Identification ") {
            readRegistration(rest)
        } else if let rest = statement.after("Identification Number IMO ") {
            // Companies use this label for numbers of another namespace; on a vessel it is the ship's number.
            note(listedIMO("IMO \(rest.firstWord)"))
        } else if let rest = statement.after("MMSI ") {
            note(listedMMSI(rest.firstWord))
        } else if let rest = statement.after("Linked To: ") {
            linkedTo.append(rest.trimmed)
        } else if ["f.k.a. ", "a.k.a. ", "n.k.a. "].contains(where: { statement.hasPrefix($0) }) {
            let name = statement.dropFirst(7).trimmed
            let isQuoted = name.count > 2 && name.hasPrefix("'") && name.hasSuffix("'")
            names.append(isQuoted ? String(name.dropFirst().dropLast()) : name)
        }
    }

    private mutating func readRegistration(_ text: Substring) {
        if let number = text.after("IMO ") {
            note(listedIMO("IMO \(number.firstWord)"))
        } else if let number = IMONumber(text.firstWord) {
            // Without the word it could be a national register's number, but a right check digit is seldom an accident.
            problems.append(
                "states the registration \(number) without the word IMO; it is taken for the IMO number because its "
                    + "check digit is right")
            note(.valid(number))
        }
    }

    private mutating func note(_ number: ListedNumber<IMONumber>) {
        switch number {
        case .none: break
        case .invalid(let reason): problems.append("is not compared by an IMO number that it states: \(reason)")
        case .valid(let value) where imo == nil: imo = value
        case .valid(let value) where imo == value: break
        case .valid(let value): problems.append("states a second IMO number, \(value), which is not compared")
        }
    }

    private mutating func note(_ number: ListedNumber<MMSI>) {
        switch number {
        case .none: break
        case .invalid(let reason): problems.append("is not compared by an MMSI that it states: \(reason)")
        case .valid(let value) where mmsi == nil: mmsi = value
        case .valid(let value) where mmsi == value: break
        case .valid(let value): problems.append("states a second MMSI, \(value), which is not compared")
        }
    }
}

extension Substring {
    /// The rest behind a beginning, or nil when the text begins otherwise.
    fileprivate func after(_ beginning: String) -> Substring? {
        hasPrefix(beginning) ? dropFirst(beginning.count) : nil
    }

    /// The text up to the first space.
    fileprivate var firstWord: String {
        String(split(separator: " ").first ?? "")
    }
}
