import MaritimeModel

/// The parties of one list, of which a source may make each only when it is asked for.
protocol PartySource: Sendable {
    /// What a report says of the list.
    var checked: CheckedList { get }
    /// How many parties there are, delisted ones included.
    var count: Int { get }
    var numbers: PartyNumbers { get }

    /// The party at a position, 0..<count.
    func party(at position: Int) -> ListedParty

    /// One of the names of the party at a position.
    func name(at position: Int, place: Int) -> String

    /// Why answers up to now may be wrong; nil when they are right.
    var failure: WatchlistError? { get }

    /// The position of the party with an entry number of the list; the last one, when there are several.
    func position(ofEntry entry: String) -> Int?

    /// Calls `body` for each name of the parties of some kinds within a range of positions, in the list's own order, with
    /// the party's position, the name's place among its names, and where its UTF-8 stands in an array.
    func forEachName(
        in positions: Range<Int>, ofKinds isWanted: (PartyKind) -> Bool,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void)
}

extension PartySource {
    func name(at position: Int, place: Int) -> String { party(at: position).names[place].text }

    var failure: WatchlistError? { nil }
}

/// A list that is in memory as a whole.
struct ReadParties: PartySource {
    let checked: CheckedList
    let numbers: PartyNumbers
    private let parties: [ListedParty]
    private let entries: [String: Int]

    /// Complexity: O(parties + links).
    init(_ list: SanctionsList) {
        checked = CheckedList(list)
        parties = list.parties
        var numbers = PartyNumbers()
        var hasLinksByEntry = false
        // By position: a party as a whole is dear to copy.
        for position in parties.indices {
            numbers.add(list.parties[position], at: position)
            for link in parties[position].links { if case .entry = link.target { hasLinksByEntry = true } }
        }
        numbers.seal()
        self.numbers = numbers
        var entries: [String: Int] = [:]
        if hasLinksByEntry { for position in parties.indices { entries[parties[position].entry] = position } }
        self.entries = entries
    }

    var count: Int { parties.count }
    func party(at position: Int) -> ListedParty { parties[position] }
    func position(ofEntry entry: String) -> Int? { entries[entry] }

    func forEachName(
        in positions: Range<Int>, ofKinds isWanted: (PartyKind) -> Bool,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void
    ) {
        for position in positions where isWanted(parties[position].kind) {
            for (place, name) in parties[position].names.enumerated() {
                let bytes = Array(name.text.utf8)
                body(position, place, bytes, bytes.indices)
            }
        }
    }
}
