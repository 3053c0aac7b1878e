public import MaritimeModel

/// What a large made-up file is to hold.
public struct FleetPlan: Sendable {
    /// Lines below the header; the file has exactly so many.
    public var rows: Int
    public var vessels: Int
    /// The rows spread over just under this many days.
    public var days: Int
    public var seed: UInt64
    public var shape: Shape
    public var firstDay: CivilDate

    /// Where the vessels are.
    public enum Shape: String, CaseIterable, Sendable {
        /// Harbours, anchorages, coastal traffic, sea lanes and a few planted transfers.
        case sea
        /// Every vessel within one harbour four kilometres across; three in four lie still.
        case harbour
        /// The same place with every vessel moored, each fix some metres off: all contacts last the whole time.
        case port
    }

    /// Fills in what is not given: at sea a vessel for 667 rows a day up to 15 000, as a day of all US waters has
    /// (NOAA MarineCadastre, about ten million rows a day); three thousand in a harbour or port; a day for ten million rows.
    public init(
        rows: Int, vessels: Int? = nil, days: Int? = nil, seed: UInt64 = 1, shape: Shape = .sea,
        firstDay: CivilDate = CivilDate(daysSince1970: 19_723)
    ) {
        let daysTaken = days ?? max(1, (rows + 9_999_999) / 10_000_000)
        self.rows = rows
        self.days = daysTaken
        self.seed = seed
        self.shape = shape
        self.firstDay = firstDay
        let isCrowded = shape != .sea
        self.vessels = vessels ?? (isCrowded ? 3_000 : min(15_000, max(20, rows / max(1, daysTaken) / 667)))
    }

    /// Why the plan cannot be carried out, as a sentence; nil when it can.
    public var problem: String? {
        if rows < 1 { return "there must be at least one row" }
        if !(2...1_000_000).contains(vessels) { return "there must be from 2 to 1000000 vessels" }
        if !(1...366).contains(days) { return "there must be from 1 to 366 days" }
        if rows / vessels / days > 86_400 / 4 {
            let time = days == 1 ? "1 day" : "\(days) days"
            return "\(rows) rows are too many for \(vessels) vessels in \(time): each sends one in 4 seconds at most"
        }
        return nil
    }
}
