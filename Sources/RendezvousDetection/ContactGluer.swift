/// Joins the pieces of a contact that meet in the same moment, pair by pair.
struct ContactGluer {
    private var contacts: [Contact] = []
    /// Pair -> its latest contact in `contacts`.
    private var latest: [Pair: Int] = [:]

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    /// Adds a piece; the pieces of a pair come in time order.
    mutating func add(_ piece: Contact) {
        let pair = Pair(first: piece.first, second: piece.second)
        if let index = latest[pair], contacts[index].end == piece.start {
            contacts[index].end = piece.end
        } else if piece.start < piece.end {
            latest[pair] = contacts.count
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
        latest = latest.filter { contacts[$0.value].end >= time }
        liveAtLastCleaning = latest.count
    }

    private var liveAtLastCleaning = 0

    /// All contacts, glued; the gluer is empty afterwards.
    mutating func finish() -> [Contact] {
        defer {
            contacts = []
            latest = [:]
        }
        return contacts
    }

    /// Glues contacts of several sweeps; returns them in the order (first, second, start).
    static func glued(_ contacts: [Contact]) -> [Contact] {
        var result: [Contact] = []
        result.reserveCapacity(contacts.count)
        for contact in contacts.sorted(by: Contact.precedes) {
            if let last = result.last, last.first == contact.first, last.second == contact.second,
                last.end == contact.start
            {
                result[result.count - 1].end = contact.end
            } else {
                result.append(contact)
            }
        }
        return result
    }
}

extension Contact {
    /// The order (first, second, start).
    static func precedes(_ left: Contact, _ right: Contact) -> Bool {
        (left.first, left.second, left.start) < (right.first, right.second, right.start)
    }
}
