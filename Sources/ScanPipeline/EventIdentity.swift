import MaritimeModel

/// Makes the ids of the events of one vessel: they depend on what happened, not on the run.
struct EventIdentity {
    private var hash = TextHash()

    /// - Parameter first: the id of the first vessel of the events.
    init(first: String) {
        hash.add("rendezvous")
        hash.add(Self.separator)
        hash.add(first)
        hash.add(Self.separator)
    }

    /// From the kind, the ids of both vessels and the second in which it began.
    ///
    /// - Parameter beginnings: what tells events apart that agree in all this.
    func id(second: String, start: Timestamp, beginnings: [String] = []) -> EventID {
        var hash = hash
        hash.add(second)
        for beginning in beginnings {
            hash.add(Self.separator)
            hash.add(beginning)
        }
        hash.add(Self.separator)
        if let time = start.shortISO8601 {
            for place in 0..<20 { hash.add(time[place]) }
        } else {
            hash.add(start.iso8601)
        }
        return EventID(hash.value)
    }

    fileprivate static let separator = UInt8(ascii: "|")
}

/// The id of an operation, from the ids of its events in their order.
struct OperationIdentity {
    private var hash = TextHash()
    private var isFirst = true

    mutating func add(_ event: EventID) {
        if !isFirst { hash.add(EventIdentity.separator) }
        isFirst = false
        hash.add("sts-")
        for place in 0..<16 { hash.add(hexadecimalDigit(place, of: event.number)) }
    }

    var id: OperationID { OperationID(hash.value) }
}

/// A hash of a text that is given in pieces: FNV-1a (64 bits), then the finaliser of SplitMix64 to spread short texts.
private struct TextHash {
    private var state: UInt64 = 14_695_981_039_346_656_037

    @inline(__always)
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }

    var value: UInt64 {
        var hash = state
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
