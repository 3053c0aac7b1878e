import MaritimeModel

/// What the made-up list says of one profile. It is drawn anew for each table of the file, always the same.
struct OFACProfileFacts {
    enum Kind { case vessel, aircraft, entity, person }

    /// A name in one script.
    struct Name {
        /// Parts with the types of name parts.
        var parts: [(type: Int, text: String)]
        var script = 215
    }

    struct Alias {
        var type: Int
        var isWeak = false
        var names: [Name]
    }

    let index: Int
    let kind: Kind
    private(set) var aliases: [Alias] = []
    private(set) var documents: [(type: Int, number: String)] = []
    /// Texts, or numbers of reference values.
    private(set) var features: [(type: Int, text: String, reference: Int?)] = []
    private(set) var places: [(country: Int, city: String, street: String)] = []
    private(set) var born: CivilDate?
    private(set) var relations: [(type: Int, from: Int, to: Int, isFormer: Bool)] = []
    private(set) var programmes: [String] = []
    private(set) var listedOn = OFACAdvancedList.issued

    /// Numbers as they stand in the file.
    var profileID: Int { Self.profileID(index) }
    var identityID: Int { index + 4_375 }
    static func profileID(_ index: Int) -> Int { index + 36 }

    /// Of each block of 64 profiles 4 are vessels, 1 an aircraft, 35 companies and 24 persons.
    private static func kind(_ index: Int) -> Kind {
        switch index % 64 {
        case 7, 23, 39, 55: .vessel
        case 63: .aircraft
        case let place where place % 5 < 3: .entity
        default: .person
        }
    }

    init(_ index: Int, of profiles: Int, seed: UInt64) {
        self.index = index
        kind = Self.kind(index)
        var random = SplitMix64(seed: seed &* 0x9E37_79B9 &+ UInt64(index) &* 0xD1B5_4A32_D192_ED03)
        addNames(&random)
        switch kind {
        case .vessel: addVessel(&random)
        case .aircraft: break
        case .entity: addEntity(&random)
        case .person: addPerson(&random)
        }
        addRelations(profiles, &random)
        for _ in 0...random.below(3) {
            let programme = OFACTypes.programmes[random.below(OFACTypes.programmes.count)]
            if !programmes.contains(programme) { programmes.append(programme) }
        }
        listedOn = CivilDate(daysSince1970: 11_000 + random.below(9_600))
    }

    private mutating func addNames(_ random: inout SplitMix64) {
        aliases.append(Alias(type: OFACTypes.name, names: [name(&random)]))
        if random.unit() < 0.4 { aliases[0].names.append(Self.foreign(&random)) }
        for _ in 0..<random.below(kind == .vessel ? 3 : 4) {
            var alias = Alias(
                type: random.unit() < 0.8 ? OFACTypes.aka : OFACTypes.fka, isWeak: random.unit() < 0.08,
                names: [name(&random)])
            if random.unit() < 0.2 { alias.names.append(Self.foreign(&random)) }
            aliases.append(alias)
        }
    }

    private func name(_ random: inout SplitMix64) -> Name {
        switch kind {
        case .vessel: Name(parts: [(1526, "\(Self.word(&random)) \(random.below(90) + 1)")])
        case .aircraft: Name(parts: [(1524, "EP-\(Self.word(&random).prefix(3))")])
        case .entity:
            Name(parts: [(1525, "\(Self.word(&random)) \(Self.word(&random)) SHIPPING & TRADING COMPANY LIMITED")])
        case .person:
            Name(parts: [(1520, Self.word(&random)), (1521, Self.word(&random).capitalizedOnce)])
        }
    }

    private mutating func addVessel(_ random: inout SplitMix64) {
        documents.append((1626, "IMO \(Self.shipNumber(&random))"))
        if random.unit() < 0.6 { documents.append((91264, String(200_000_000 + random.below(570_000_000)))) }
        let flags = OFACTypes.countries
        features.append((1, "\(Self.word(&random).prefix(4))\(random.below(10))", nil))
        features.append((2, "", OFACTypes.vesselTypes[random.below(OFACTypes.vesselTypes.count)].id))
        features.append((3, flags[random.below(flags.count)].label, nil))
        for _ in 0..<random.below(3) { features.append((24, flags[random.below(flags.count)].label, nil)) }
        features.append((5, String(1_000 + random.below(300_000)), nil))
        features.append((6, String(1_000 + random.below(160_000)), nil))
        features.append((1_004, String(1_980 + random.below(45)), nil))
    }

    private mutating func addEntity(_ random: inout SplitMix64) {
        if random.unit() < 0.15 { documents.append((1627, "IMO \(Self.companyNumber(&random))")) }
        addPapers(random.below(4), &random)
        addPlaces(1 + random.below(2), &random)
        features.append((14, "www.\(Self.word(&random).lowercased()).example", nil))
        if random.unit() < 0.6 { features.append((21, "office@\(Self.word(&random).lowercased()).example", nil)) }
        for _ in 0..<random.below(2) { features.append((524, "+\(10_000_000 + random.below(80_000_000))", nil)) }
        if random.unit() < 0.5 { features.append((504, "", OFACTypes.risk)) }
    }

    private mutating func addPerson(_ random: inout SplitMix64) {
        addPapers(random.below(4), &random)
        addPlaces(1 + random.below(2), &random)
        born = CivilDate(daysSince1970: random.below(18_000) - 9_000)
        features.append(
            (9, "\(Self.word(&random).capitalizedOnce), \(OFACTypes.countries[random.below(14)].label)", nil))
        features.append((224, "", OFACTypes.genders[random.below(2)].id))
        if random.unit() < 0.5 { features.append((504, "", OFACTypes.risk)) }
    }

    private mutating func addPapers(_ count: Int, _ random: inout SplitMix64) {
        for _ in 0..<count {
            let type = OFACTypes.papers[random.below(OFACTypes.papers.count)]
            documents.append((type, String(1_000_000 + random.below(90_000_000))))
        }
    }

    private mutating func addPlaces(_ count: Int, _ random: inout SplitMix64) {
        for _ in 0..<count {
            places.append(
                (
                    OFACTypes.countries[random.below(OFACTypes.countries.count)].id, Self.word(&random).capitalizedOnce,
                    "\(random.below(400) + 1) \(Self.word(&random).capitalizedOnce) Street, Floor \(random.below(30))"
                ))
        }
    }

    /// Nearly half the vessels are tied to a company near them, half the companies and persons to another party.
    private mutating func addRelations(_ profiles: Int, _ random: inout SplitMix64) {
        let (draw, other) = (random.unit(), random.below(profiles))
        let isFormer = random.unit() < 0.02
        switch kind {
        case .vessel:
            // Near each vessel stands a company.
            let company = index + (index % 64 == 55 ? 1 : 3)
            guard draw < 0.46, company < profiles else { return }
            switch draw {
            case ..<0.12: relations.append((OFACTypes.owned, index, company, isFormer))
            case ..<0.38: relations.append((OFACTypes.owns, company, index, isFormer))
            default: relations.append((OFACTypes.property, index, company, isFormer))
            }
        case .aircraft: return
        case .entity, .person:
            guard draw < 0.5, other != index else { return }
            let types = [15_003, 15_002, 15_001, 1_555, 91_725, 1_556, 91_422]
            relations.append((types[random.below(types.count)], index, other, isFormer))
        }
    }

    private static func word(_ random: inout SplitMix64) -> String {
        let first = ["B", "D", "F", "G", "K", "L", "M", "N", "P", "R", "S", "T", "V", "Z", "SH", "KH"]
        let vowels = ["A", "E", "I", "O", "U", "AI", "OU"]
        var word = ""
        for _ in 0...(1 + random.below(2)) {
            word += first[random.below(first.count)] + vowels[random.below(vowels.count)]
        }
        return word + (random.unit() < 0.5 ? "N" : "R")
    }

    /// A name in Cyrillic, Arabic or Chinese letters.
    private static func foreign(_ random: inout SplitMix64) -> Name {
        let alphabets: [(Int, [Character])] = [
            (220, Array("АБВГДЕЖЗИКЛМНОПРСТУФХ")), (160, Array("ابتثجحخدذرزسشصضطعغفقكلمنهوي")),
            (501, Array("东海洋船运有限公司国际贸易石油化工集团")),
        ]
        let (script, letters) = alphabets[random.below(3)]
        let text = (0..<(4 + random.below(14))).map { _ in letters[random.below(letters.count)] }
        return Name(parts: [(1525, String(text))], script: script)
    }

    private static func shipNumber(_ random: inout SplitMix64) -> UInt32 {
        let start = UInt32(700_000 + random.below(300_000)) * 10
        return (start..<start + 10).first { IMONumber($0) != nil } ?? start
    }

    private static func companyNumber(_ random: inout SplitMix64) -> UInt32 {
        let start = UInt32(100_000 + random.below(800_000)) * 10
        return (start..<start + 10).first { CompanyNumber($0) != nil } ?? start
    }
}

extension String {
    /// The first letter large, the others small.
    fileprivate var capitalizedOnce: String { prefix(1) + dropFirst().lowercased() }
}
