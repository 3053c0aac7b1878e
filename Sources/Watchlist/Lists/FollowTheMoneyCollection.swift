import MaritimeModel

/// Gathers the entities of a FollowTheMoney export; relations may stand before the things that they relate.
struct FollowTheMoneyCollection {
    private var parties: [ListedParty] = []
    private var positions: [String: Int] = [:]
    private var relations: [(of: String, link: PartyLink, id: String)] = []
    private var sanctions: [(of: String, line: FollowTheMoneyLine)] = []
    private var datasets: Set<String> = []
    private var problems = ListProblems()

    private static let kinds: [String: PartyKind] = [
        "Vessel": .vessel, "Company": .organisation, "Organization": .organisation, "LegalEntity": .organisation,
        "PublicBody": .organisation, "Person": .person, "Airplane": .aircraft,
    ]

    mutating func add(_ line: FollowTheMoneyLine) {
        datasets.formUnion(line.datasets)
        if line.holdsNestedEntities {
            problems.note("entity nested in another", "\(line.id): entities inside its properties are passed over.")
        }
        if let kind = Self.kinds[line.schema] { return addParty(line, kind) }
        switch line.schema {
        case "Ownership":
            relate(line, "asset", .ownedBy, "owner", words: "Ownership")
        case "Directorship":
            relate(line, "organization", .linkedTo, "director", words: "Directorship")
        case "Representation":
            relate(line, "agent", .actingFor, "client", words: "Representation")
        case "UnknownLink":
            // The relation has no direction: it is recorded at both ends.
            relate(line, "subject", .linkedTo, "object", words: "Link")
            relate(line, "object", .linkedTo, "subject", words: "Link")
        case "Sanction":
            for entity in line.texts("entity") { sanctions.append((entity, line)) }
        case "Address", "Identification", "Passport": break
        default:
            problems.note(
                "schema that is not used", "\(line.id): entities of the schema \(line.schema) are passed over.")
        }
    }

    private mutating func addParty(_ line: FollowTheMoneyLine, _ kind: PartyKind) {
        guard positions[line.id] == nil else {
            return problems.note("entity that comes twice", "\(line.id): the later one is left out.")
        }
        var names: [PartyName] = []
        func add(_ texts: [String], _ kind: PartyName.Kind) {
            for text in texts where !text.isEmpty && !names.contains(where: { $0.text == text }) {
                names.append(PartyName(text, names.isEmpty ? .primary : kind))
            }
        }
        add(line.caption.map { [$0] } ?? [], .primary)
        add(line.texts("name"), .alias)
        add(line.texts("alias"), .alias)
        add(line.texts("previousName"), .former)
        add(line.texts("weakAlias"), .weak)
        if names.isEmpty { names = [PartyName("")] }
        let numbers = numbers(of: line, kind)
        let isDesignated = line.texts("topics").contains("sanction")
        positions[line.id] = parties.count
        parties.append(
            ListedParty(
                entry: line.id, kind: kind, standing: isDesignated ? .designated : .recorded, names: names,
                numbers: numbers, flag: line.texts("flag").first, formerFlags: line.texts("pastFlags"),
                vesselType: line.texts("type").first,
                yearOfBuild: line.texts("buildDate").first.flatMap { Int($0.prefix(4)) }))
    }

    private mutating func numbers(of line: FollowTheMoneyLine, _ kind: PartyKind) -> [PartyNumber] {
        var numbers: [PartyNumber] = []
        for text in line.texts("imoNumber") {
            if kind != .vessel {
                if let number = CompanyNumber(text) {
                    numbers.append(.company(number))
                } else {
                    problems.note(
                        "company IMO number that fails its check digit",
                        "\(line.id): \(text) is no company's IMO number.")
                }
                continue
            }
            switch listedIMO(text) {
            case .none: break
            case .valid(let number): numbers.append(.ship(number))
            case .invalid(let reason):
                numbers.append(.unusableShipNumber(text))
                problems.note("unusable ship IMO number", "\(line.id): \(reason); it is not compared.")
            }
        }
        guard kind == .vessel else { return numbers }
        for text in line.texts("mmsi") {
            switch listedMMSI(text) {
            case .none: break
            case .valid(let number): numbers.append(.mmsi(number))
            case .invalid(let reason): problems.note("unusable MMSI", "\(line.id): \(reason); it is not compared.")
            }
        }
        return numbers + line.texts("callSign").map { .callSign($0) }
    }

    private mutating func relate(
        _ line: FollowTheMoneyLine, _ from: String, _ kind: LinkKind, _ to: String, words: String
    ) {
        let share = line.texts("percentage").first.flatMap { Double($0.filter { $0 != "%" }) }
        let roles = line.texts("role").joined(separator: ", ")
        let (since, until) = (date(line, "startDate"), date(line, "endDate"))
        for subject in line.texts(from) {
            for object in line.texts(to) where object != subject {
                let link = PartyLink(
                    kind, to: .entry(object), since: since, until: until,
                    percentage: share.flatMap { $0 > 0 && $0 <= 100 ? $0 : nil },
                    words: roles.isEmpty ? words : "\(words) (\(roles))")
                relations.append((subject, link, line.id))
            }
        }
    }

    private mutating func date(_ line: FollowTheMoneyLine, _ property: String) -> CivilDate? {
        var first: CivilDate?
        for text in line.texts(property) {
            guard let date = ListDate.dayFirst(text) else {
                problems.note("incomplete date", "\(line.id): \(property) \(text) is no whole date; it is not used.")
                continue
            }
            first = min(first ?? date, date)
        }
        return first
    }

    /// The list, with relations and sanctions at their entities.
    consuming func list(path: String, file: CheckedList.ListFile) throws(WatchlistError) -> SanctionsList {
        for (id, link, relation) in relations {
            guard let position = positions[id], case .entry(let target) = link.target, positions[target] != nil else {
                problems.note(
                    "link to a missing entry", "\(relation): relates \(id) to an entity that the file does not have.")
                continue
            }
            if !parties[position].links.contains(link) { parties[position].links.append(link) }
        }
        var isStanding: Set<String> = []
        var ends: [String: CivilDate] = [:]
        for (id, line) in sanctions {
            guard let position = positions[id] else {
                problems.note(
                    "sanction of a missing entry", "\(line.id): is about \(id), which the file does not have.")
                continue
            }
            parties[position].standing = .designated
            let words =
                line.texts("programId")
                + (line.texts("program").isEmpty ? line.texts("authority") : line.texts("program"))
            for word in words where !parties[position].programmes.contains(word) {
                parties[position].programmes.append(word)
            }
            let since = date(line, "listingDate") ?? date(line, "startDate")
            if let since { parties[position].listedOn = min(parties[position].listedOn ?? since, since) }
            if let end = date(line, "endDate") { ends[id] = max(ends[id] ?? end, end) } else { isStanding.insert(id) }
        }
        for (id, end) in ends where !isStanding.contains(id) {
            if let position = positions[id] { parties[position].delistedOn = end }
        }
        guard !parties.isEmpty else {
            throw WatchlistError(
                path: path, message: "it holds no ship, company or person: download it again from its publisher.")
        }
        let fileName = path.split(separator: "/").last.map(String.init) ?? path
        let name = datasets.count == 1 ? datasets.first.map { "OpenSanctions \($0)" } : nil
        return SanctionsList(
            name: name ?? "FollowTheMoney \(fileName)", format: .followTheMoney, files: [file], parties: parties,
            problems: problems)
    }
}
