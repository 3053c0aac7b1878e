import MaritimeModel

/// The parties of one list by their names as links give them (`LinkName`), made at the first question.
struct LinkNames: Sendable {
    private var table = KeyTable()

    /// Complexity: O(letters of the names).
    init(_ source: some PartySource) {
        source.forEachName(in: 0..<source.count, ofKinds: { _ in true }) { position, _, bytes, range in
            table.add(LinkName.hash(bytes, range), position)
        }
        table.seal()
    }

    /// The parties that bear exactly the name: those whose primary name it is, or else those with it among their others.
    func bearers(of name: String, in source: some PartySource) -> [Int] {
        let wanted = LinkName.normalised(name)
        var (primary, others): ([Int], [Int]) = ([], [])
        for position in table.positions(of: ByteHash.of(wanted)) {
            // Equal hashes are not equal names.
            switch source.party(at: position).names.firstIndex(where: { LinkName.normalised($0.text) == wanted }) {
            case 0: primary.append(position)
            case .some: others.append(position)
            case nil: break
            }
        }
        return primary.isEmpty ? others : primary
    }
}
