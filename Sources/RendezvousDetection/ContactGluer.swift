/// Joins the pieces of a contact that meet in the same moment, pair by pair.
struct ContactGluer {
    private var contacts: [Contact] = []
    private var latest = LatestContacts()
    private var liveAtLastCleaning = 0

    /// Adds a piece; the pieces of a pair come in time order.
    mutating func add(_ piece: Contact) {
        let slot = latest.slot(first: piece.first, second: piece.second)
        if let index = latest.contact(in: slot), contacts[index].end == piece.start {
            contacts[index].end = piece.end
        } else if piece.start < piece.end {
            latest.set(slot, first: piece.first, second: piece.second, contact: contacts.count)
            contacts.append(piece)
        }
    }

    /// Adds pieces that came in any order, and empties the list.
    mutating func add(unordered pieces: inout [Contact]) {
        pieces.sort(by: Contact.precedes)
        for piece in pieces { add(piece) }
        pieces.removeAll(keepingCapacity: true)
    }

    /// Forgets, now and then, the pairs that no later piece can touch.
    mutating func forgetPairs(endingBefore time: Double) {
        guard latest.count > 1_024, latest.count > 2 * liveAtLastCleaning else { return }
        let contacts = self.contacts
        latest.keep { contacts[$0].end >= time }
        liveAtLastCleaning = latest.count
    }

    /// All contacts, glued; the gluer is empty afterwards.
    mutating func finish() -> [Contact] {
        let result = contacts
        self = ContactGluer()
        return result
    }

    /// Glues contacts of several sweeps; returns them in the order (first, second, start).
    static func glued(_ contacts: consuming [Contact]) -> [Contact] {
        var contacts = contacts
        contacts.sort(by: Contact.precedes)
        var kept = 0
        for index in contacts.indices {
            let contact = contacts[index]
            if kept > 0, contacts[kept - 1].isFollowed(by: contact) {
                contacts[kept - 1].end = contact.end
            } else {
                contacts[kept] = contact
                kept += 1
            }
        }
        contacts.removeLast(contacts.count - kept)
        return contacts
    }
}

/// Pair -> position of its latest contact: open addressing, a few nanoseconds a look-up where a Dictionary takes tens.
private struct LatestContacts {
    private struct Slot {
        var first: Int32 = -1
        var second: Int32 = -1
        var contact: Int = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 1_024)
    private(set) var count = 0

    /// Where a pair is, or would be.
    func slot(first: Int, second: Int) -> Int {
        let mask = slots.count - 1
        let key = UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
        var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index].contact >= 0, Int(slots[index].first) != first || Int(slots[index].second) != second {
            index = (index + 1) & mask
        }
        return index
    }

    func contact(in slot: Int) -> Int? {
        slots[slot].contact >= 0 ? slots[slot].contact : nil
    }

    /// Sets the contact of a pair at the slot that `slot(first:second:)` gave.
    mutating func set(_ slot: Int, first: Int, second: Int, contact: Int) {
        if slots[slot].contact < 0 { count += 1 }
        slots[slot] = Slot(
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second), contact: contact)
        if count * 2 > slots.count { rebuild(capacity: slots.count * 2) { _ in true } }
    }

    /// Forgets the pairs whose contact does not hold.
    mutating func keep(_ holds: (Int) -> Bool) {
        rebuild(capacity: slots.count, holds)
    }

    private mutating func rebuild(capacity: Int, _ holds: (Int) -> Bool) {
        let old = slots
        slots = [Slot](repeating: Slot(), count: capacity)
        count = 0
        for entry in old where entry.contact >= 0 && holds(entry.contact) {
            slots[slot(first: Int(entry.first), second: Int(entry.second))] = entry
            count += 1
        }
    }
}

extension Contact {
    /// Whether another contact of the same pair begins in the moment in which this one ends.
    fileprivate func isFollowed(by other: Contact) -> Bool {
        first == other.first && second == other.second && end == other.start
    }

    /// The order (first, second, start).
    static func precedes(_ left: Contact, _ right: Contact) -> Bool {
        (left.first, left.second, left.start) < (right.first, right.second, right.start)
    }
}
