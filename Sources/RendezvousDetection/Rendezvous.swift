/// Contacts of one pair, joined into a meeting.
public struct Rendezvous: Hashable, Sendable {
    /// In time order, at least one, all of one pair.
    public let contacts: MeetingContacts

    /// Makes a meeting of contacts in time order; traps when there is none.
    public init(contacts: [Contact]) { self.init(contacts[...]) }

    init(_ contacts: ArraySlice<Contact>) { self.contacts = MeetingContacts(contacts) }

    /// Vessel numbers of the track table; `first < second`.
    public var first: Int { contacts[0].first }
    public var second: Int { contacts[0].second }

    /// Seconds since 1970, with fractions.
    public var start: Double { contacts[0].start }
    public var end: Double { contacts[contacts.count - 1].end }
    /// Time in contact, in seconds; the breaks between contacts are not counted.
    public var contactSeconds: Double { contacts.reduce(0) { $0 + $1.duration } }

    /// Whether contacts of a pair join, of which one ends and the next begins at these times: crossings are solved to a
    /// microsecond.
    @inline(__always)
    static func areJoined(_ end: Double, _ start: Double, joinGapSeconds: Int) -> Bool {
        start - end <= Double(joinGapSeconds) + 1e-5
    }

    /// Joins contacts into meetings.
    ///
    /// - Parameters:
    ///   - contacts: in the order (first, second, start), as `ContactFinder` gives them.
    ///   - joinGapSeconds: contacts of a pair at most this far apart join, inclusive.
    ///   - minDurationSeconds: a meeting whose time in contact is shorter is dropped; inclusive.
    /// - Returns: meetings in the order (first, second, start). Complexity: O(contacts).
    public static func joining(
        _ contacts: [Contact], joinGapSeconds: Int, minDurationSeconds: Int
    ) -> [Rendezvous] {
        var result: [Rendezvous] = []
        var begin = 0
        while begin < contacts.count {
            let first = contacts[begin]
            var seconds = first.duration
            var end = begin + 1
            while end < contacts.count, contacts[end].first == first.first, contacts[end].second == first.second,
                areJoined(contacts[end - 1].end, contacts[end].start, joinGapSeconds: joinGapSeconds)
            {
                seconds += contacts[end].duration
                end += 1
            }
            // Crossings are solved to a microsecond, so a meeting that lasts exactly the minimum may come out a hair short.
            if seconds + 1e-5 >= Double(minDurationSeconds) {
                result.append(Rendezvous(contacts[begin..<end]))
            }
            begin = end
        }
        return result
    }
}
