public import MaritimeModel

/// What is known of a vessel that is to be recognised: from tracks over time, or from what a user typed.
public struct VesselTraits: Hashable, Sendable {
    public var imoNumbers: [ObservedValue<IMONumber>]
    public var mmsi: MMSI?
    public var callSigns: [String]
    public var names: [String]
    /// Numbers stated as IMO numbers that fail their check digit, as printed.
    public var mistypedIMOs: [String]

    public init(
        imoNumbers: [ObservedValue<IMONumber>] = [], mmsi: MMSI? = nil, callSigns: [String] = [], names: [String] = [],
        mistypedIMOs: [String] = []
    ) {
        self.mistypedIMOs = mistypedIMOs
        self.imoNumbers = imoNumbers
        self.mmsi = mmsi
        self.callSigns = callSigns
        self.names = names
    }

    /// Everything that a vessel stated in its tracks, at any time.
    public init(_ vessel: TrackedVessel) {
        self.init(
            imoNumbers: vessel.staticData.imoNumbers, mmsi: vessel.mmsi,
            callSigns: vessel.staticData.callSigns.map(\.value), names: vessel.staticData.names.map(\.value),
            mistypedIMOs: vessel.staticData.mistypedIMOs.map { String($0.value) })
    }

    /// Whether both sides know a hull and it is another: that contradicts every weaker sign.
    func contradicts(_ party: ListedParty) -> Bool {
        guard !imoNumbers.isEmpty else { return false }
        var listsANumber = false
        for case .ship(let number) in party.numbers {
            if imoNumbers.contains(where: { $0.value == number }) { return false }
            listsANumber = true
        }
        return listsANumber
    }
}

/// An entry for which a vessel is taken, and why.
struct EntryMatch {
    /// Position of the entry in the graph.
    var party: Int
    var kind: SanctionsMatch.Kind
    /// 0...1.
    var confidence: Double
    /// What agreed, as a sentence.
    var explanation: String
}

/// One way to recognise the vessel of an entry.
///
/// The ways stand in one list, the strongest first (`WatchlistIndex.matchers`): an entry that one has recognised is not
/// asked of the next. A new way is a new type in that list.
protocol VesselMatcher: Sendable {
    /// The entries that this way recognises, in the order of the lists.
    func matches(for vessel: VesselTraits) -> [EntryMatch]
}
