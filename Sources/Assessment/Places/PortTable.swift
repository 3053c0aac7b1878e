/// Reads the table of ports that is part of the program: lines `latitude|longitude|country|name`.
///
/// Every scan reads it, so it is read byte by byte and no text is made but the names. A bad line is a fault of the
/// program and traps.
struct PortTable {
    private let bytes: [UInt8]
    private var next = 0
    /// The country of the line before, and its bytes: ports near each other often share it.
    private var country = (name: "", bytes: 0..<0)

    /// The ports of a table, in its order.
    static func ports(in table: String) -> [Port] {
        var reader = PortTable(table)
        var ports: [Port] = []
        ports.reserveCapacity(4_096)
        while let port = reader.port() { ports.append(port) }
        return ports
    }

    private init(_ table: String) { bytes = Array(table.utf8) }

    /// The port of the next line that is not blank.
    private mutating func port() -> Port? {
        while next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
        guard next < bytes.count else { return nil }
        let latitude = PortTable.decimal(bytes[field(endedBy: UInt8(ascii: "|"))])
        let longitude = PortTable.decimal(bytes[field(endedBy: UInt8(ascii: "|"))])
        let country = country(field(endedBy: UInt8(ascii: "|")))
        let name = bytes[field(endedBy: UInt8(ascii: "\n"))]
        guard let latitude, let longitude, !name.contains(UInt8(ascii: "|")) else {
            preconditionFailure("a bad line in the table of ports, before byte \(next)")
        }
        return Port(
            name: String(decoding: name, as: UTF8.self), country: country, latitude: latitude, longitude: longitude)
    }

    /// The next field, without what ends it; the last line needs no end.
    private mutating func field(endedBy end: UInt8) -> Range<Int> {
        let start = next
        while next < bytes.count, bytes[next] != end, bytes[next] != UInt8(ascii: "\n") { next += 1 }
        let field = start..<next
        precondition(
            next < bytes.count ? bytes[next] == end : end == UInt8(ascii: "\n"), "a line of the table of ports is short"
        )
        next += 1
        return field
    }

    private mutating func country(_ field: Range<Int>) -> String {
        if bytes[field] != bytes[country.bytes] { country.name = String(decoding: bytes[field], as: UTF8.self) }
        country.bytes = field
        return country.name
    }

    /// A number of at most 15 digits with or without decimals, else nil.
    ///
    /// The digits and the power of ten are whole numbers that a `Double` holds exactly, and a division rounds once: the
    /// number is the one that `Double(text)` gives.
    static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
        let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        var (value, scale, count): (Int, Double?, Int) = (0, nil, 0)
        for byte in digits {
            if byte == UInt8(ascii: "."), scale == nil {
                scale = 1
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 15 else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            count += 1
            if let known = scale { scale = known * 10 }
        }
        guard count > 0 else { return nil }
        let magnitude = Double(value) / (scale ?? 1)
        return digits.count < text.count ? -magnitude : magnitude
    }
}

extension PortIndex {
    /// Read once; `static let` waits for the first use.
    static let ofTheWorld = PortIndex(ports: PortTable.ports(in: worldPortIndexTable))

    /// Reads the table of ports, so that no question has to wait for it.
    public static func prepare() { _ = ofTheWorld }
}
