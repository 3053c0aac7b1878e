/// The columns of a published table by the words of its header.
///
/// Capitals, blanks and signs do not count: `IMO Number`, `imo_number` and `IMO number` are one word.
struct NamedColumns {
    private var positions: [String: Int] = [:]
    let count: Int

    init(_ header: ListRecord) {
        count = header.count
        for cell in 0..<header.count {
            let word = Self.word(header.text(cell))
            if !word.isEmpty, positions[word] == nil { positions[word] = cell }
        }
    }

    func has(_ names: String...) -> Bool { names.allSatisfy { positions[Self.word($0)] != nil } }

    /// The cell under the first of the names that the header has; empty when it has none.
    func text(_ names: String..., of record: ListRecord) -> String {
        for name in names {
            if let position = positions[Self.word(name)] { return record.text(position) }
        }
        return ""
    }

    private static func word(_ text: String) -> String {
        String(
            decoding: text.lowercased().utf8.filter { byte in
                (48...57).contains(byte) || (97...122).contains(byte)
            }, as: UTF8.self)
    }
}
