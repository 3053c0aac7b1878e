import ByteInput
import MaritimeModel

/// What one row says of its vessel apart from the position; nil is "not available", whatever the file wrote for it.
struct StaticValues: Hashable, Sendable {
    var name: String?
    var imo: IMONumber?
    /// The number given as an IMO number when its check digit is wrong and it is no placeholder.
    var mistypedIMO: UInt32?
    var callSign: String?
    var aisType: Int?
    var shipType: ShipType?
    var length: Double?
    var beam: Double?
    var draught: Double?
    var destination: String?
    /// Whether the row comes from a base station, an aid to navigation, an aircraft or a beacon.
    var isNoVessel = false

    /// Whether nothing is known of the vessel.
    var isEmpty: Bool {
        name == nil && imo == nil && mistypedIMO == nil && callSign == nil && aisType == nil && shipType == nil
            && length == nil
            && beam == nil
            && draught == nil && destination == nil
    }

    init(_ row: borrowing RowCursor, columns: DescribedColumns) {
        func text(_ position: Int?) -> String? {
            guard let position else { return nil }
            return StaticValues.available(row.text(of: position))
        }
        func size(_ position: Int?, upTo limit: Double) -> Double? {
            guard let position, let value = row.number(of: position), value > 0, value <= limit else { return nil }
            return value
        }
        name = text(columns.name)
        if let number = text(columns.imo).flatMap(IMONumber.sevenDigits) {
            imo = IMONumber(number)
            if imo == nil, IMONumber.isMistyped(number) { mistypedIMO = number }
        }
        callSign = text(columns.callSign)
        if let type = text(columns.type) {
            let number = columns.type.flatMap { row.number(of: $0) }
            if let number, number >= 1, number <= 1_099, number == number.rounded() {
                aisType = Int(number)
                shipType = ShipType(aisCode: Int(number))
            } else if number == nil {
                shipType = ShipType(words: type) ?? .other
            }
            if shipType == .unknown { shipType = nil }
        }
        // The largest ship ever built was 458 m long and 69 m wide; AIS can state 1 022 m, 126 m and 25.5 m.
        length = size(columns.length, upTo: 1_022)
        beam = size(columns.width, upTo: 126)
        draught = size(columns.draught, upTo: 30)
        destination = text(columns.destination)
        isNoVessel = text(columns.station).map(StaticValues.isNoVessel) ?? false
    }

    /// The text, or nil when it is one of the words that stand for "not available".
    static func available(_ text: String) -> String? {
        var text = text
        if text.utf8.last == 64 {
            // AIS fills up with @.
            text = String(text.prefix { $0 != "@" })
            while text.utf8.last == 32 { text.removeLast() }
        }
        return text.isEmpty || isUnavailable(text) ? nil : text
    }

    /// Whether a text is one of the words that stand for "not available", in any case.
    private static func isUnavailable(_ text: String) -> Bool {
        // Most texts begin otherwise; beyond ASCII, what letters become in lower case is for the library to say.
        guard let first = text.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "-"), 128...:
            break
        default: return false
        }
        switch text.lowercased() {
        case "unknown", "undefined", "unknown value", "none", "null", "nan", "n/a", "-": return true
        default: return false
        }
    }

    /// Whether the words of the Danish column "Type of mobile" name something else than a vessel.
    private static func isNoVessel(_ words: String) -> Bool {
        let words = words.lowercased()
        return !words.hasPrefix("class ") && !words.isEmpty
    }
}
