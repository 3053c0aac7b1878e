import MaritimeModel

/// An id that was asked for and that no vessel of the input has.
struct UnknownVessel {
    let id: String
    private let vessels: [TrackedVessel]
    /// How many suggestions a message makes: more would not help.
    private static let most = 5

    init(id: String, among vessels: [TrackedVessel]) {
        self.id = id
        self.vessels = vessels
    }

    /// A sentence with the ids that may be meant: of vessels that state it as their name or number, else those a slip
    /// of the finger away. Complexity: O(bytes of all ids and statements).
    var message: String {
        let says = "there is no vessel with the id '\(id)' in this input"
        guard !vessels.isEmpty else { return says + "; it holds no vessel at all" }
        let namesakes = vessels.filter(states).map(\.id)
        if !namesakes.isEmpty {
            let verb = namesakes.count == 1 ? "states" : "state"
            return "\(says); as a name, call sign or IMO number \(Self.list(namesakes)) \(verb) it"
        }
        let similar = vessels.map(\.id).filter(isOneSlipAway)
        if !similar.isEmpty { return "\(says); these look alike: \(Self.list(similar))" }
        return "\(says), and none that looks like it; an id is written as the file has it"
    }

    private static func list(_ ids: [String]) -> String {
        let shown = ids.prefix(most).map { "'\($0)'" }.joined(separator: ", ")
        return ids.count > most ? "\(shown) and \(ids.count - most) more" : shown
    }

    private func states(_ vessel: TrackedVessel) -> Bool {
        let data = vessel.staticData
        let word = id.uppercased()
        return data.names.contains { $0.value.uppercased() == word }
            || data.callSigns.contains { $0.value.uppercased() == word }
            || data.imoNumbers.contains { $0.value.description == id || "IMO\($0.value)" == word }
    }

    /// Whether another id is the same but for letter case, one letter more, less or wrong, or two neighbours swapped.
    func isOneSlipAway(_ other: String) -> Bool {
        let typed = Array(id.lowercased().utf8)
        let known = Array(other.lowercased().utf8)
        guard abs(typed.count - known.count) <= 1 else { return false }
        let start = zip(typed, known).prefix { $0 == $1 }.count
        let rest = typed[start...]
        let knownRest = known[start...]
        if rest.elementsEqual(knownRest) { return true }
        let same = rest.dropFirst().elementsEqual(knownRest.dropFirst())
        let more = rest.dropFirst().elementsEqual(knownRest)
        let less = rest.elementsEqual(knownRest.dropFirst())
        let swapped =
            rest.count >= 2 && knownRest.count >= 2 && rest[start] == knownRest[start + 1]
            && rest[start + 1] == knownRest[start] && rest.dropFirst(2).elementsEqual(knownRest.dropFirst(2))
        return same || more || less || swapped
    }
}
