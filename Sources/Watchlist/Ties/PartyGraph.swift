import MaritimeModel

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

    /// In the order of the lists and of their files.
    let parties: [ListedParty]
    /// The list of each party, as a position in `listNames`.
    private let listOfParty: [Int32]
    let listNames: [String]
    private let entries: [EntryKey: Int]
    private let companies: [CompanyNumber: [Int]]
    private let names: [NameKey: [Int]]

    private struct EntryKey: Hashable {
        var list: Int32
        var entry: String
    }

    private struct NameKey: Hashable {
        var list: Int32
        var name: String
        var isPrimary: Bool
    }

    /// Complexity: O(parties + links); names are normalised only in lists with links by name.
    init(_ lists: [SanctionsList]) {
        // One list, as most often, is shared and not copied.
        let parties = lists.count == 1 ? lists[0].parties : lists.flatMap(\.parties)
        var listOfParty: [Int32] = []
        listOfParty.reserveCapacity(parties.count)
        var entries: [EntryKey: Int] = [:]
        var companies: [CompanyNumber: [Int]] = [:]
        var names: [NameKey: [Int]] = [:]
        for (list, contents) in lists.enumerated() {
            let number = Int32(list)
            var wanted: Set<String> = []
            var hasLinksByEntry = false
            for link in contents.parties.lazy.flatMap(\.links) {
                switch link.target {
                case .name(let name): wanted.insert(LinkName.normalised(name))
                case .entry: hasLinksByEntry = true
                case .company: break
                }
            }
            // By position: a party as a whole is dear to copy.
            for place in contents.parties.indices {
                let position = listOfParty.count
                listOfParty.append(number)
                if hasLinksByEntry {
                    entries[EntryKey(list: number, entry: contents.parties[place].entry)] = position
                }
                for case .company(let company) in contents.parties[place].numbers {
                    companies[company, default: []].append(position)
                }
                guard !wanted.isEmpty else { continue }
                let texts = contents.parties[place].names
                for place in texts.indices {
                    let name = LinkName.normalised(texts[place].text)
                    guard wanted.contains(name) else { continue }
                    let key = NameKey(list: number, name: name, isPrimary: place == 0)
                    if names[key]?.last != position { names[key, default: []].append(position) }
                }
            }
        }
        self.parties = parties
        self.listOfParty = listOfParty
        listNames = lists.map(\.name)
        self.entries = entries
        self.companies = companies
        self.names = names
    }

    /// The list in which a party stands.
    func listName(of party: Int) -> String { listNames[Int(listOfParty[party])] }

    /// Where a link of a party leads: the entry that it names, then entries of the same company by IMO number in any list.
    func ends(of link: PartyLink, from party: Int) -> [End] {
        let list = listOfParty[party]
        var found: [Int]
        let printed: String
        switch link.target {
        case .entry(let entry):
            found = entries[EntryKey(list: list, entry: entry)].map { [$0] } ?? []
            printed = "entry \(entry)"
        case .company(let company):
            found = companies[company] ?? []
            printed = "company IMO \(company)"
        case .name(let name):
            let normalised = LinkName.normalised(name)
            let bearers =
                names[NameKey(list: list, name: normalised, isPrimary: true)]
                ?? names[NameKey(list: list, name: normalised, isPrimary: false)] ?? []
            // Several entries of one name: the link does not say which, so it leads to none of them.
            found = bearers.count == 1 ? bearers : []
            printed = name
        }
        for named in found {
            for case .company(let company) in parties[named].numbers {
                for twin in companies[company] ?? [] where !found.contains(twin) { found.append(twin) }
            }
        }
        // A link of a party to itself says nothing.
        return found.isEmpty ? [.unlisted(printed)] : found.filter { $0 != party }.map(End.party)
    }

    /// A party, or a name without an entry, as a hit names it; `list` is the one that records the link to it.
    func reference(_ end: End, list: String) -> PartyReference {
        switch end {
        case .party(let party): PartyReference(parties[party], list: listName(of: party))
        case .unlisted(let name):
            PartyReference(list: list, entry: nil, name: name, kind: .other, standing: .recorded)
        }
    }
}

/// A name as links and entries of one list are compared: exactly, apart from case, white space and a final full stop.
enum LinkName {
    static func normalised(_ name: String) -> String {
        if isNormalised(name) { return name }
        if let text = normalisedASCII(name) { return text }
        var words = name.uppercased().split(whereSeparator: \.isWhitespace)
        if var last = words.popLast() {
            while let sign = last.last, sign == "." || sign == "," { last.removeLast() }
            if !last.isEmpty { words.append(last) }
        }
        return words.joined(separator: " ")
    }

    /// Whether a name is written so already, as most names in tracks are: then nothing is copied.
    private static func isNormalised(_ name: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in name.utf8 {
            switch byte {
            case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), 0x09...0x0D: return false
            case UInt8(ascii: " ") where previous == byte: return false
            default: previous = byte
            }
        }
        return previous != UInt8(ascii: " ") && previous != UInt8(ascii: ".") && previous != UInt8(ascii: ",")
    }

    /// The same for a name of ASCII alone, as nearly all names are, byte for byte; nil for others.
    private static func normalisedASCII(_ name: String) -> String? {
        var kept: [UInt8] = []
        kept.reserveCapacity(name.utf8.count)
        var lastWord = 0
        for byte in name.utf8 {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: " "), 0x09...0x0D:
                if kept.count > lastWord {
                    kept.append(UInt8(ascii: " "))
                    lastWord = kept.count
                }
            case UInt8(ascii: "a")...UInt8(ascii: "z"): kept.append(byte - 32)
            default: kept.append(byte)
            }
        }
        if kept.last == UInt8(ascii: " ") { kept.removeLast() }
        let start = (kept.lastIndex(of: UInt8(ascii: " ")) ?? -1) + 1
        while kept.count > start, let sign = kept.last, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") {
            kept.removeLast()
        }
        if kept.count == start, kept.last == UInt8(ascii: " ") { kept.removeLast() }
        return String(decoding: kept, as: UTF8.self)
    }
}
