import MaritimeModel

/// The statements of all workers, by vessel.
struct StatementIndex: Sendable {
    private let harvests: [WorkerHarvest]
    /// Where the statements of each vessel begin in `places`, and at the end their number.
    private var starts: [Int]
    private var places: [(worker: Int32, statement: Int32)]

    /// Complexity: O(statements + vessels).
    init(_ harvests: [WorkerHarvest], identities: IdentityMerge) {
        self.harvests = harvests
        // First how many statements each vessel has, one place behind its own; then where they begin; then where they end.
        var ends = [Int](repeating: 0, count: identities.ids.count + 1)
        for (worker, harvest) in harvests.enumerated() {
            let numbers = identities.numbers[worker]
            for identity in harvest.speakers where identity != IdentityTable.unknown {
                ends[Int(numbers[Int(identity)]) + 1] += 1
            }
        }
        for vessel in identities.ids.indices { ends[vessel + 1] += ends[vessel] }
        starts = ends
        var sorted = [(worker: Int32, statement: Int32)](repeating: (0, 0), count: ends[identities.ids.count])
        for (worker, harvest) in harvests.enumerated() {
            let numbers = identities.numbers[worker]
            for (statement, identity) in harvest.speakers.enumerated() where identity != IdentityTable.unknown {
                let vessel = Int(numbers[Int(identity)])
                sorted[ends[vessel]] = (Int32(truncatingIfNeeded: worker), Int32(truncatingIfNeeded: statement))
                ends[vessel] += 1
            }
        }
        places = sorted
    }

    /// What a vessel said of itself, and from when to when rows told of it; nil when none did.
    func history(ofVessel vessel: Int) -> (data: VesselStaticData, stated: ClosedRange<Int64>?) {
        var history = StaticHistory()
        var stated: ClosedRange<Int64>?
        for place in places[starts[vessel]..<starts[vessel + 1]] {
            let statement = harvests[Int(place.worker)].statements[Int(place.statement)]
            history.add(statement)
            stated = (statement.first...statement.last).joined(with: stated)
        }
        return (history.staticData(), stated)
    }
}

extension ClosedRange {
    /// The range from the lesser beginning to the greater end.
    func joined(with other: ClosedRange?) -> ClosedRange {
        guard let other else { return self }
        return Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
