/// The legal form that a company's name states.
public struct CompanyForm: Hashable, Sendable {
    /// One code for all ways to write the form and for its equals in other languages, for instance `LLC`.
    public let code: String
    let family: Family

    /// Forms of one family are confused and translated into each other; those of different families are different bodies.
    enum Family: Hashable, Sendable {
        case limited, jointStock, partnership, institution
        /// Says no more than that it is a company.
        case general
    }

    /// Whether two stated forms can belong to one company.
    func agrees(with other: CompanyForm) -> Bool {
        family == other.family || family == .general || other.family == .general
    }

    /// Code, family and the ways to write it, as words in capitals after signs are taken out.
    private static let forms: [(code: String, family: Family, ways: String)] = [
        ("LTD", .limited, "LTD|LIMITED|LTDA|LIMITADA|YOU XIAN GONG SI|YOUXIANGONGSI|PTE LTD|PTY LTD|PVT LTD"),
        ("LTD", .limited, "PRIVATE LIMITED|SDN BHD|CO LTD|COMPANY LIMITED"),
        ("LLC", .limited, "LLC|L L C|LIMITED LIABILITY COMPANY|LIMITED LIABILITY CO|OOO|TOV|TOO"),
        ("LLC", .limited, "OBSHCHESTVO S OGRANICHENNOY OTVETSTVENNOSTYU"),
        ("LLC", .limited, "FZE|FZC|FZCO|FZ LLC|DMCC"),
        ("GMBH", .limited, "GMBH|GESELLSCHAFT MIT BESCHRANKTER HAFTUNG"),
        ("SRL", .limited, "SRL|S R L|SARL|SOCIETATEA CU RASPUNDERE LIMITATA|SOCIETE A RESPONSABILITE LIMITEE"),
        ("BV", .limited, "BV|BVBA"), ("SPZOO", .limited, "SP Z OO|SP Z O O|SP ZOO|SPZOO"), ("DOO", .limited, "DOO"),
        ("JSC", .jointStock, "JSC|OJSC|PJSC|CJSC|AO|OAO|ZAO|PAO|JOINT STOCK COMPANY|JOINT STOCK CO|JOINT STOCK"),
        (
            "JSC", .jointStock,
            "OPEN JOINT STOCK COMPANY|PUBLIC JOINT STOCK COMPANY|CLOSED JOINT STOCK COMPANY|PJS|PJSCO"
        ),
        ("JSC", .jointStock, "AKTSIONERNOYE OBSHCHESTVO|PUBLICHNOYE AKTSIONERNOYE OBSHCHESTVO"),
        ("JSC", .jointStock, "OTKRYTOYE AKTSIONERNOYE OBSHCHESTVO|ZAKRYTOYE AKTSIONERNOYE OBSHCHESTVO"),
        ("AG", .jointStock, "AG|AKTIENGESELLSCHAFT"), ("SE", .jointStock, "SE|SOCIETAS EUROPAEA"),
        ("AS", .jointStock, "AS|ASA|ANONIM SIRKETI"), ("AB", .jointStock, "AB|AKTIEBOLAG"), ("NV", .jointStock, "NV"),
        ("SA", .jointStock, "SA|S A|SAS|SOCIEDAD ANONIMA|SOCIETE ANONYME|SA DE CV|SPA"),
        ("PLC", .jointStock, "PLC|PUBLIC LIMITED COMPANY"), ("OYJ", .jointStock, "OY|OYJ"),
        ("INC", .jointStock, "INC|INCORPORATED"), ("PT", .limited, "PT"),
        ("CORP", .general, "CORP|CORPORATION|CORPN"), ("CO", .general, "CO|COMPANY|AND CO|COS"),
        ("LP", .partnership, "LP|LIMITED PARTNERSHIP"),
        ("LLP", .partnership, "LLP|LIMITED LIABILITY PARTNERSHIP"), ("KG", .partnership, "KG|GMBH AND CO KG"),
        ("NA", .institution, "NA"), ("ANO", .institution, "ANO|AVTONOMNAYA NEKOMMERCHESKAYA ORGANIZATSIYA"),
    ]
    private static let byWords: [String: CompanyForm] = {
        var byWords: [String: CompanyForm] = [:]
        for (code, family, ways) in forms {
            for way in ways.split(separator: "|") { byWords[String(way)] = CompanyForm(code: code, family: family) }
        }
        return byWords
    }()
    private static let longest = 5
    /// Forms that are also words, or parts of names, at the beginning.
    private static let onlyBehind: Set<String> = [
        "CO", "COMPANY", "AND CO", "AS", "SA", "SE", "NA", "LTD", "LIMITED", "COS",
    ]

    /// Takes forms out of the end and the beginning of a name, while a word is left; whether there was one.
    ///
    /// Of several (`CO LTD`) the one that says most counts. A leading THE goes too.
    static func take(from draft: inout NameDraft) -> Bool {
        guard let first = draft.tokens.first, let last = draft.tokens.last,
            ends.contains(last) || beginnings.contains(first)
        else { return false }
        var tokens = draft.tokens
        var found: [CompanyForm] = []
        if tokens.count > 1, tokens[0] == "THE" { tokens.removeFirst() }
        while let (form, count) = form(tokens.count, { Array(tokens.suffix($0)) }) {
            found.append(form)
            tokens.removeLast(count)
        }
        while let (form, count) = form(tokens.count, { Array(tokens.prefix($0)) }, isInFront: true) {
            found.append(form)
            tokens.removeFirst(count)
        }
        guard tokens.count < draft.tokens.count else { return false }
        draft.tokens = tokens
        draft.form = found.first { $0.family != .general } ?? found.first
        return true
    }

    /// With what a name must begin, or end, to state a form at all.
    private static let beginnings = Set(byWords.keys.map { String($0.prefix { $0 != " " }) }).union(["THE"])
    private static let ends = Set(byWords.keys.compactMap { $0.split(separator: " ").last.map(String.init) })

    /// The longest form among the words at one end that leaves at least one word.
    private static func form(
        _ count: Int, _ words: (Int) -> [String], isInFront: Bool = false
    ) -> (CompanyForm, Int)? {
        for length in stride(from: min(longest, count - 1), to: 0, by: -1) {
            let text = words(length).joined(separator: " ")
            if let form = byWords[text], !(isInFront && onlyBehind.contains(text)) { return (form, length) }
        }
        return nil
    }
}
