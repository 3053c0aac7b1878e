import MaritimeModel

/// Stable ids: they depend on what happened, not on the run.
enum EventIdentity {
    /// `sts-` and sixteen hexadecimal digits from the kind, the vessels' ids and the second in which it began.
    static func id(kind: String, vessels: [String], start: Timestamp) -> String {
        var hash = TextHash()
        hash.add(kind)
        for vessel in vessels {
            hash.add("|")
            hash.add(vessel)
        }
        hash.add("|")
        var time: [UInt8] = []
        time.reserveCapacity(20)
        start.appendISO8601(to: &time)
        for byte in time { hash.add(byte) }
        return hash.text(after: "sts-")
    }

    /// `op-` and sixteen hexadecimal digits from the ids of the events in it.
    static func operationID(events: some Sequence<String>) -> String {
        var hash = TextHash()
        var isFirst = true
        for event in events {
            if !isFirst { hash.add("|") }
            isFirst = false
            hash.add(event)
        }
        return hash.text(after: "op-")
    }
}

/// A hash of a text that is given in pieces: FNV-1a (64 bits), then the finaliser of SplitMix64 to spread short texts.
private struct TextHash {
    private var state: UInt64 = 14_695_981_039_346_656_037

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }

    /// A prefix and sixteen hexadecimal digits.
    func text(after prefix: String) -> String {
        var hash = state
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        var bytes: [UInt8] = []
        bytes.reserveCapacity(prefix.utf8.count + 16)
        bytes += prefix.utf8
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: hash >> shift) & 15
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
