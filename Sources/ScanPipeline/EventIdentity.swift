import MaritimeModel

/// Stable ids: they depend on what happened, not on the run.
enum EventIdentity {
    /// `sts-` and sixteen hexadecimal digits from the kind, the vessels' ids and the second in which it began.
    static func id(kind: String, vessels: [String], start: Timestamp) -> String {
        "sts-" + digits(of: ([kind] + vessels + [start.iso8601]).joined(separator: "|"))
    }

    /// Sixteen hexadecimal digits: FNV-1a (64 bits), then the finaliser of SplitMix64 to spread short texts.
    static func digits(of text: String) -> String {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
