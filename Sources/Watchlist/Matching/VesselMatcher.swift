public import MaritimeModel

/// What is known of a vessel that is to be recognised: from tracks over time, or from what a user typed.
public struct VesselTraits: Hashable, Sendable {
    public var imoNumbers: [ObservedValue<IMONumber>]
    public var mmsi: MMSI?
    public var callSigns: [String]
    public var names: [String]
    /// When the call signs and names were stated; empty for those of a question, which hold at one time.
    private var callSignTimes: [ObservedValue<String>] = []
    private var nameTimes: [ObservedValue<String>] = []
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
        callSignTimes = vessel.staticData.callSigns
        nameTimes = vessel.staticData.names
    }

    /// How far apart a call sign and a name may be stated to be of one time, in seconds: they come in messages of their own.
    private static let slackSeconds: Int64 = 86_400

    /// The names stated at the time of a call sign: a ship that has changed both was never known by a mixture of them.
    func names(statedWith callSign: String) -> [String] {
        guard !callSignTimes.isEmpty else { return names }
        let times = callSignTimes.filter { $0.value == callSign }
        return nameTimes.filter { name in
            times.contains {
                name.firstSeen.secondsSince1970 <= $0.lastSeen.secondsSince1970 + Self.slackSeconds
                    && name.lastSeen.secondsSince1970 + Self.slackSeconds >= $0.firstSeen.secondsSince1970
            }
        }.map(\.value)
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

    /// False only where there are surely no matches: asked first of each of many thousand vessels, hardly one of which is listed.
    ///
    /// The vessel is named by where it stands: as a whole it is dear to pass on, a dozen arrays whose owners are counted.
    func mayMatch(_ vessels: [TrackedVessel], at place: Int) -> Bool
}
