/// Tells the names that beacons on fishing gear send from those of ships.
///
/// The kinds of names are those that people who label AIS data have found: a battery's charge or voltage, "NET MARK",
/// "NETBUOY 3", numbers joined by two hyphens, a Chinese fishing boat's number with that of the net behind it (lists of
/// the project "atlantes", Allen Institute for AI, 2024 to 2026, with counts of how often Global Fishing Watch holds
/// such names to be gear). Words are taken whole, since "NET" and "BUOY" are in many names of ships: PLANET OCEAN, YEAH
/// BUOY.
public enum GearName {
    /// Whether a name is one of gear. Upper and lower case are the same. Complexity: O(length).
    public static func isOne(_ name: String) -> Bool { GearNameSigns(name).mayBeGear && isOneOfAnyKind(name) }

    /// The same without the quick look, which nearly no ship's name passes.
    static func isOneOfAnyKind(_ name: String) -> Bool {
        let text = Array(name.uppercased().utf8)
        let words = text.split { !isLetterOrDigit($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "%") }
            .map(Array.init)
        return hasCharge(text) || hasVoltage(words) || isNet(words) || isBuoy(words) || isFishingGear(words)
            || isNetOfBoat(text) || hasDoubleHyphen(text) || isThreeNumbers(words)
    }

    /// `XX-12-85%`: ends with a charge of at most 100, with another digit before. "GIVING 100%" is a yacht.
    private static func hasCharge(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        guard rest.popLast() == UInt8(ascii: "%") else { return false }
        let digits = rest.reversed().prefix { isDigit($0) }.count
        guard (1...3).contains(digits), let charge = number(rest.suffix(digits)), charge <= 100 else { return false }
        return rest.dropLast(digits).contains { isDigit($0) }
    }

    /// `12.3V`, `8V2`, and `9V` behind a word with a digit. A bare `9V` may be a garbled name.
    private static func hasVoltage(_ words: [[UInt8]]) -> Bool {
        for (place, word) in words.enumerated() {
            guard let volt = word.firstIndex(of: UInt8(ascii: "V")), volt > 0 else { continue }
            let before = word[..<volt]
            let after = word[(volt + 1)...]
            guard after.count <= 1, after.allSatisfy(isDigit), before.count <= 4 else { continue }
            let parts = before.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }), parts[0].count <= 2 else { continue }
            if parts.count == 2, after.isEmpty { return true }
            if parts.count == 1, after.count == 1, word.count <= 4, words.count == 1 || place > 0 { return true }
            if parts.count == 1, after.isEmpty, place == words.count - 1,
                words[..<place].contains(where: { $0.contains(where: isDigit) })
            {
                return true
            }
        }
        return false
    }

    /// `NET10`, `NET 3`, `NET D`, `NET MARK`, `NETBUOY 3`. "NET WORTH" and "NETTO" are boats.
    private static func isNet(_ words: [[UInt8]]) -> Bool {
        for (place, word) in words.enumerated() {
            let stem = String(decoding: word.prefix { !isDigit($0) }, as: UTF8.self)
            guard word.dropFirst(stem.utf8.count).allSatisfy(isDigit) else { continue }
            let numbered = word.count > stem.utf8.count
            switch stem {
            case "NETMARK", "NETMARKER", "NETBUOY", "NETFISH", "NETMARKS", "FISHNET", "FISHINGNET", "DRIFTNET":
                return true
            case "NET", "NETS":
                if numbered { return true }
                guard place + 1 < words.count else { return words.count == 1 }
                let next = words[place + 1]
                let nextText = String(decoding: next, as: UTF8.self)
                if next.allSatisfy(isDigit) || next.count == 1
                    || ["MARK", "MARKER", "BUOY", "FISH", "BEACON"].contains(nextText)
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    /// `BUOY`, `BUOY3`, `RADIO BUOY 12`: beside the word only numbers and words of gear. "OH BUOY" is a boat.
    private static func isBuoy(_ words: [[UInt8]]) -> Bool {
        var hasBuoy = false
        for word in words {
            let stem = String(decoding: word.prefix { !isDigit($0) }, as: UTF8.self)
            if ["BUOY", "BUOYS", "AISBUOY"].contains(stem), word.dropFirst(stem.utf8.count).allSatisfy(isDigit) {
                hasBuoy = true
            } else if !word.allSatisfy(isDigit), word.count > 1,
                ![
                    "AIS", "RADIO", "FISH", "FISHING", "NET", "GEAR", "LONGLINE", "LINE", "GPS", "NO", "MARK", "MARKER",
                    "DRIFT",
                    "DRIFTING", "SATELLITE", "BEACON",
                ].contains(String(decoding: word, as: UTF8.self))
            {
                return false
            }
        }
        return hasBuoy
    }

    /// `FISHING GEAR`, `FISHGEAR 2`.
    private static func isFishingGear(_ words: [[UInt8]]) -> Bool {
        let texts = words.map { String(decoding: $0.prefix { !isDigit($0) }, as: UTF8.self) }
        if texts.contains("FISHINGGEAR") || texts.contains("FISHGEAR") { return true }
        return zip(texts, texts.dropFirst()).contains { ["FISHING", "FISH"].contains($0) && $1 == "GEAR" }
    }

    /// `MINPINGYU63036-1`: YU (fishing), a boat's number of at least four digits, and a net's number behind hyphens.
    private static func isNetOfBoat(_ text: [UInt8]) -> Bool {
        var place = 0
        while place + 1 < text.count {
            defer { place += 1 }
            guard text[place] == UInt8(ascii: "Y"), text[place + 1] == UInt8(ascii: "U") else { continue }
            var rest = text[(place + 2)...].drop { $0 == UInt8(ascii: " ") }
            let boat = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(boat)
            let hyphens = rest.prefix { $0 == UInt8(ascii: "-") }.count
            rest = rest.dropFirst(hyphens)
            if boat >= 4, hyphens >= 1, let first = rest.first, isDigit(first) { return true }
        }
        return false
    }

    /// `04001--2`.
    private static func hasDoubleHyphen(_ text: [UInt8]) -> Bool {
        guard text.count >= 4 else { return false }
        return (1..<text.count - 2).contains {
            isDigit(text[$0 - 1]) && text[$0] == UInt8(ascii: "-") && text[$0 + 1] == UInt8(ascii: "-")
                && isDigit(text[$0 + 2])
        }
    }

    /// `02333 287 82`: a number of three to five digits and two more, and nothing else.
    private static func isThreeNumbers(_ words: [[UInt8]]) -> Bool {
        words.count == 3 && words.allSatisfy { $0.allSatisfy(isDigit) } && (3...5).contains(words[0].count)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte) || byte > 127
    }
}
