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
        hash.add(start.iso8601)
        return "sts-" + hash.digits
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
        return "op-" + hash.digits
    }
}

/// A hash of a text that is given in pieces: FNV-1a (64 bits), then the finaliser of SplitMix64 to spread short texts.
private struct TextHash {
    private var state: UInt64 = 14_695_981_039_346_656_037

    mutating func add(_ text: String) {
        for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
    }

    /// Sixteen hexadecimal digits.
    var digits: String {
        var hash = state
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
