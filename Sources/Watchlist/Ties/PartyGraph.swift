import MaritimeModel
import Synchronization

/// The parties of all lists as nodes, and the links that lists record between them.
///
/// A link leads to an entry of its own list by number, to a company by its IMO number in any list, or to the one entry
/// of its own list that bears exactly the name (`LinkName`), as its primary name before any other. A name never leads into another list: two lists may mean two
/// companies by it.
struct PartyGraph: Sendable {
    /// Where a link leads.
    enum End: Hashable, Sendable {
        /// A party, by its position.
        case party(Int)
        /// A party that has no entry, by the name or number that the link gives.
        case unlisted(String)
    }

    /// In the order given.
    private let sources: [any PartySource]
    /// The position of each source's first party; parties are numbered through all lists.
    private let starts: [Int]
    private let numbers: [PartyNumbers]
    private let linkNames: LazyLinkNames

    /// Complexity: O(lists).
    init(_ sources: [any PartySource]) {
        self.sources = sources
        numbers = sources.map(\.numbers)
        var starts: [Int] = []
        var count = 0
        for source in sources {
            starts.append(count)
            count += source.count
        }
        self.starts = starts
        linkNames = LazyLinkNames(count: sources.count)
    }

    init(_ lists: [SanctionsList]) { self.init(lists.map(ReadParties.init)) }

    /// The positions of all parties.
    var positions: Range<Int> { 0..<((starts.last ?? 0) + (sources.last?.count ?? 0)) }

    func party(_ position: Int) -> ListedParty {
        let list = list(of: position)
        return sources[list].party(at: position - starts[list])
    }

    /// One of the names of a party.
    func name(of position: Int, place: Int) -> String {
        let list = list(of: position)
        return sources[list].name(at: position - starts[list], place: place)
    }

    /// Why answers up to now may be wrong; nil when they are right.
    var failure: WatchlistError? { sources.lazy.compactMap(\.failure).first }

    /// The list in which a party stands.
    func listName(of party: Int) -> String { sources[list(of: party)].checked.name }

    private func list(of position: Int) -> Int {
        var list = starts.count - 1
        while list > 0, starts[list] > position { list -= 1 }
        return list
    }

    /// The parties of all lists with a key in their tables of numbers of a kind, rising. Complexity: O(lists + found).
    func positions(of key: UInt64, _ kind: PartyNumbers.Kind) -> [Int] {
        var found: [Int] = []
        for list in numbers.indices where numbers[list].contains(key, kind) {
            for position in numbers[list].positions(of: key, kind) { found.append(starts[list] + position) }
        }
        return found
    }

    /// Whether `positions(of:_:)` are any. Complexity: O(lists).
    func contains(_ key: UInt64, _ kind: PartyNumbers.Kind) -> Bool {
        for list in numbers.indices where numbers[list].contains(key, kind) { return true }
        return false
    }

    /// Every name of the parties of some kinds, as `PartySource.forEachName`; of several equal parts together that are
    /// all, number `part` gives its own.
    func forEachName(
        ofKinds isWanted: (PartyKind) -> Bool, part: Int = 0, of parts: Int = 1,
        _ body: (_ position: Int, _ place: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Void
    ) {
        for (start, source) in zip(starts, sources) {
            let positions = source.count * part / parts..<source.count * (part + 1) / parts
            source.forEachName(in: positions, ofKinds: isWanted) { body(start + $0, $1, $2, $3) }
        }
    }

    /// Where a link of a party leads: the entry that it names, then entries of the same company by IMO number in any list.
    func ends(of link: PartyLink, from party: Int) -> [End] {
        let list = list(of: party)
        var found: [Int]
        let printed: String
        switch link.target {
        case .entry(let entry):
            found = sources[list].position(ofEntry: entry).map { [starts[list] + $0] } ?? []
            printed = "entry \(entry)"
        case .company(let company):
            found = companies(company)
            printed = "company IMO \(company)"
        case .name(let name):
            let bearers = linkNames.names(of: list, sources[list]).bearers(of: name, in: sources[list])
            // Several entries of one name: the link does not say which, so it leads to none of them.
            found = bearers.count == 1 ? [starts[list] + bearers[0]] : []
            printed = name
        }
        for named in found {
            for case .company(let company) in self.party(named).numbers {
                for twin in companies(company) where !found.contains(twin) { found.append(twin) }
            }
        }
        // A link of a party to itself says nothing.
        return found.isEmpty ? [.unlisted(printed)] : found.filter { $0 != party }.map(End.party)
    }

    /// The parties of all lists with a company's number.
    func companies(_ company: CompanyNumber) -> [Int] { positions(of: UInt64(company.number), .company) }

    /// A party, or a name without an entry, as a hit names it; `list` is the one that records the link to it.
    func reference(_ end: End, list: String) -> PartyReference {
        switch end {
        case .party(let position): PartyReference(party(position), list: listName(of: position))
        case .unlisted(let name):
            PartyReference(list: list, entry: nil, name: name, kind: .other, standing: .recorded)
        }
    }
}

/// The tables of names of each list, made when a link is first followed by name: in most scans none is.
private final class LazyLinkNames: Sendable {
    private let made: Mutex<[LinkNames?]>

    init(count: Int) { made = Mutex([LinkNames?](repeating: nil, count: count)) }

    func names(of list: Int, _ source: any PartySource) -> LinkNames {
        made.withLock { made in
            if let names = made[list] { return names }
            let names = LinkNames(source)
            made[list] = names
            return names
        }
    }
}
