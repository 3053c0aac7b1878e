import MaritimeModel

/// Reads a list of the US Office of Foreign Assets Control in its plain XML form: `sdn.xml`, `consolidated.xml`.
///
/// `sdnEntry` holds `uid`, `lastName`, `firstName`, `sdnType`, `remarks` and lists of programmes, identity numbers,
/// further names and, for ships, `vesselInfo`. Numbers and former flags stand in `idList`; the remarks hold little more
/// than `(Linked To: NAME)`. The namespace has changed over the years and is not looked at. Source: OFAC, `sdn.xsd`;
/// `publshInformation` is spelled so there.
enum OFACListXML {
    static let root = "sdnList"

    /// Reads one list. Throws when the file cannot be read, is not whole, or has no entries.
    static func read(_ path: String) throws(WatchlistError) -> SanctionsList {
        let name = listName(path)
        var handler = OFACListXMLHandler(list: name)
        let file = try XMLListParser.read(path, roots: [root], into: &handler)
        guard !handler.parties.isEmpty else {
            throw WatchlistError(path: path, message: "it holds no entries: download it again from its publisher.")
        }
        handler.compareCount()
        return SanctionsList(
            name: name, format: .ofacXML, files: [file], publishedOn: handler.publishedOn, parties: handler.parties,
            problems: handler.problems)
    }

    /// Both lists have one schema, and no element says which list it is: the file's name does.
    static func listName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return name.contains("cons") ? ListFinding.consolidatedName : ListFinding.sdnName
    }

    /// The statements of remarks, which stand in brackets: `(Linked To: A; Linked To: B)`, also several one by one.
    ///
    /// Brackets inside a name stay: `(Linked To: A (B))` is one statement about `A (B)`.
    static func statements(ofRemarks text: String) -> [String] {
        var statements: [String] = []
        var (statement, depth) = ("", 0)
        func flush() {
            // Without the closing full stop of the comma-separated form, so that both give the same.
            let text = statement.trimmed
            if !text.isEmpty { statements.append(text.hasSuffix(".") ? String(text.dropLast()) : text) }
            statement = ""
        }
        // Brackets enclose statements only where all of the text stands in some.
        let isEnclosed = text.hasPrefix("(") && isBalanced(text)
        for character in text {
            if isEnclosed, character == "(" { depth += 1 }
            if isEnclosed, character == ")" { depth -= 1 }
            if character == ";" || (isEnclosed && depth == 0 && character == ")") {
                flush()
            } else if !(isEnclosed && depth == 1 && character == "(") {
                statement.append(character)
            }
        }
        flush()
        return statements
    }

    /// Whether the text is nothing but groups in brackets that are all closed.
    private static func isBalanced(_ text: String) -> Bool {
        var depth = 0
        for character in text {
            if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
            } else if depth == 0 {
                guard character.isWhitespace || character == "." || character == ";" else { return false }
            }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
