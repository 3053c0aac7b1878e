import MaritimeModel

/// What was counted in some rows of one input.
struct PieceRecord: Sendable {
    /// Number of the input.
    var input: Int
    var ledger = RejectLedger()
    /// Seconds since 1970 of the first and last row used.
    private(set) var firstTime = Int64.max
    private(set) var lastTime = Int64.min

    init(input: Int) { self.input = input }

    /// Notes the time of a row that was used.
    mutating func note(_ seconds: Int64) {
        if seconds < firstTime { firstTime = seconds }
        if seconds > lastTime { lastTime = seconds }
    }

    /// Adds what was counted in other rows of the input.
    mutating func add(_ other: PieceRecord) {
        ledger.add(other.ledger)
        firstTime = min(firstTime, other.firstTime)
        lastTime = max(lastTime, other.lastTime)
    }
}
