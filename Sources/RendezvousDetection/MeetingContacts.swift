/// The contacts of a meeting, in time order; at least one.
///
/// Nearly all meetings have one. It lies in the meeting itself, so that looking at hundreds of thousands of meetings
/// waits for one place in memory each and not for two; only further ones take a list.
public struct MeetingContacts: RandomAccessCollection, Hashable, Sendable {
    private let first: Contact
    private let further: [Contact]

    /// Traps when there is none.
    init(_ contacts: ArraySlice<Contact>) {
        first = contacts[contacts.startIndex]
        further = contacts.count == 1 ? [] : Array(contacts.dropFirst())
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { further.count + 1 }

    public subscript(position: Int) -> Contact { position == 0 ? first : further[position - 1] }
}
