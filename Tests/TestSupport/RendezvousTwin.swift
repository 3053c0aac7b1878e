/// A rendezvous as the twin sees it.
public struct TwinRendezvous: Hashable, Sendable {
    public var first: Int
    public var second: Int
    /// In time order, at least one.
    public var contacts: [TwinContact]

    public init(first: Int, second: Int, contacts: [TwinContact]) {
        self.first = first
        self.second = second
        self.contacts = contacts
    }

    public var start: Double { contacts.first?.start ?? .nan }
    public var end: Double { contacts.last?.end ?? .nan }
    /// Time in contact, which is less than the span when contacts were joined.
    public var contactSeconds: Double { contacts.reduce(0) { $0 + $1.duration } }
}

/// Joins contacts of one pair into rendezvous and keeps the long enough ones, in the order (first, second, start).
///
/// Both limits are inclusive. A time that is exactly at a limit on paper may lie a rounding error beside it here.
public func rendezvousTwin(
    joining contacts: [TwinContact], joinGapSeconds: Int, minDurationSeconds: Int
) -> [TwinRendezvous] {
    var joined: [TwinRendezvous] = []
    for contact in contacts.sorted(by: { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }) {
        if let last = joined.last, last.first == contact.first, last.second == contact.second,
            contact.start - last.end <= Double(joinGapSeconds)
        {
            joined[joined.count - 1].contacts.append(contact)
        } else {
            joined.append(TwinRendezvous(first: contact.first, second: contact.second, contacts: [contact]))
        }
    }
    return joined.filter { $0.contactSeconds >= Double(minDurationSeconds) }
}
