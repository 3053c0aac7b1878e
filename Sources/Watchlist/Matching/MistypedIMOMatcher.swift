import MaritimeModel

/// Leads from IMO numbers, in a list or stated by a vessel, that fail their check digit and are one slip away from a valid
/// one on the other side.
struct MistypedIMOMatcher: VesselMatcher {
    static let confidence = 0.3

    private let graph: PartyGraph

    init(_ graph: PartyGraph) { self.graph = graph }

    func matches(for vessel: VesselTraits) -> [EntryMatch] {
        var matches: [EntryMatch] = []
        // Looked up before anything is set up: hardly a vessel has such a number.
        let stated = vessel.imoNumbers.lazy.map(\.value).filter { !entries($0, .mistyped).isEmpty }
        for number in Set(stated).sorted() {
            for entry in entries(number, .mistyped) {
                matches.append(
                    EntryMatch(
                        party: entry, kind: .mistypedIMO, confidence: Self.confidence,
                        explanation:
                            "The list prints an IMO number that fails its check digit; with one digit changed or two "
                            + "neighbours swapped it is \(number), which this vessel states. Look at the list's source."
                    ))
            }
        }
        // Where a valid number is stated, the other one says nothing.
        guard vessel.imoNumbers.isEmpty else { return matches.sorted { $0.party < $1.party } }
        for stated in Set(vessel.mistypedIMOs).sorted() {
            for number in IMOSlip.candidates(for: stated) {
                for entry in entries(number, .ship) where !matches.contains(where: { $0.party == entry }) {
                    matches.append(
                        EntryMatch(
                            party: entry, kind: .mistypedIMO, confidence: Self.confidence,
                            explanation:
                                "The IMO number \(stated) fails its check digit; with one digit changed or two "
                                + "neighbours swapped it is \(number), which the list gives for this vessel. Look at "
                                + "the number's source."))
                }
            }
        }
        return matches.sorted { $0.party < $1.party }
    }

    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool {
        let numbers = vessels[place].staticData.imoNumbers
        guard !numbers.isEmpty else { return !vessels[place].staticData.mistypedIMOs.isEmpty }
        return numbers.contains { graph.contains(UInt64($0.value.number), .mistyped) }
    }

    private func entries(_ number: IMONumber, _ kind: PartyNumbers.Kind) -> [Int] {
        graph.positions(of: UInt64(number.number), kind)
    }
}

/// Slips of the pen in IMO numbers.
enum IMOSlip {
    /// The valid numbers that are one changed digit or two swapped neighbours away, in rising order.
    ///
    /// Empty for a text that has no seven digits, is a valid number itself, or is what is typed where no number is known.
    static func candidates(for printed: String) -> [IMONumber] {
        let digits = printed.utf8.filter { (48...57).contains($0) }.map { UInt32($0 - 48) }
        guard digits.count == 7, IMONumber.isMistyped(digits.reduce(0) { $0 * 10 + $1 }) else { return [] }
        func number(_ digits: [UInt32]) -> IMONumber? { IMONumber(digits.reduce(0) { $0 * 10 + $1 }) }
        var found: Set<IMONumber> = []
        for place in digits.indices {
            for digit in UInt32(0)...9 where digit != digits[place] {
                var changed = digits
                changed[place] = digit
                if let number = number(changed) { found.insert(number) }
            }
            if place > 0 {
                var swapped = digits
                swapped.swapAt(place - 1, place)
                if let number = number(swapped) { found.insert(number) }
            }
        }
        return found.sorted()
    }
}
