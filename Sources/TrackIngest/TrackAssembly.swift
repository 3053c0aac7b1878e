import FixMemory
import MaritimeModel
import WorkSharing

/// Puts the fixes of all workers into one table: by vessel and segment, then by time.
struct TrackAssembly {
    let table: TrackTable
    /// What was taken out, by input.
    let rejected: [[RejectReason: Int]]

    /// - Parameters:
    ///   - keepsNonVessels: whether what stations say that are no vessels counts as well.
    ///   - cutsSegments: whether tracks are cut into what one hull can have sailed; else each vessel has one segment.
    ///   - mostBytesInMemory: beyond this the fixes lie in a temporary file.
    init(
        _ harvests: [WorkerHarvest], inputs: Int, keepsNonVessels: Bool, cutsSegments: Bool, threads: Int,
        clock: StageClock?,
        mostBytesInMemory: Int
    ) throws(FixMemoryError) {
        func merge() -> IdentityMerge { IdentityMerge(harvests, keepsNonVessels: keepsNonVessels) }
        let identities = clock?.measure("identities") { merge() } ?? merge()
        var columns = try FixColumns(
            harvests, identities: identities, inputs: inputs, threads: threads, clock: clock,
            mostBytesInMemory: mostBytesInMemory)
        let account = columns.tidy(cutsSegments: cutsSegments)
        rejected = account.ofInput
        let extents = columns.extents(vessels: identities.ids.count)
        var vessels = identities.vessels(fixCounts: extents.counts, timeSpans: extents.spans)
        for (vessel, lost) in account.ofVessel { vessels[vessel].rejected.merge(lost, uniquingKeysWith: +) }
        for (worker, harvest) in harvests.enumerated() {
            for (identity, lost) in harvest.lost {
                let vessel = Int(identities.numbers[worker][Int(identity)])
                if vessel >= 0 { vessels[vessel].rejected.merge(lost, uniquingKeysWith: +) }
            }
        }
        table = TrackTable(
            vessels: vessels, vesselOfSegment: columns.vesselOfSegment, fixRanges: columns.fixRanges,
            fixes: columns.fixes)
    }
}

/// The identities of all workers in one order.
struct IdentityMerge {
    /// Ordered by the bytes of the id.
    let ids: [String]
    /// By worker: its number of an identity -> the number in `ids`, or -1 when nothing of it was used.
    let numbers: [[Int32]]
    private let staticData: [VesselStaticData]
    /// The times of rows that gave identity.
    private let stated: [ClosedRange<Int64>?]

    init(_ harvests: [WorkerHarvest], keepsNonVessels: Bool) {
        var isUsed: [[Bool]] = harvests.map { [Bool](repeating: false, count: $0.ids.count) }
        for (worker, harvest) in harvests.enumerated() {
            for (identity, count) in harvest.fixCounts.enumerated() where count > 0 { isUsed[worker][identity] = true }
            for statement in harvest.statements where !statement.isEmpty {
                if keepsNonVessels || !statement.values.isNoVessel { isUsed[worker][Int(statement.identity)] = true }
            }
        }
        var all: [String: String] = [:]
        for (worker, harvest) in harvests.enumerated() {
            for (number, id) in harvest.ids.enumerated() where isUsed[worker][number] {
                all[id] = all[id].map { TextForm.lesser($0, id) } ?? id
            }
        }
        let ids = all.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let position = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, Int32($0.offset)) })
        numbers = harvests.enumerated().map { worker, harvest in
            harvest.ids.enumerated().map { number, id in isUsed[worker][number] ? position[id] ?? -1 : -1 }
        }
        self.ids = ids
        var histories = [StaticHistory](repeating: StaticHistory(), count: ids.count)
        var stated = [ClosedRange<Int64>?](repeating: nil, count: ids.count)
        for (worker, harvest) in harvests.enumerated() {
            for statement in harvest.statements where !statement.isEmpty {
                guard keepsNonVessels || !statement.values.isNoVessel else { continue }
                let vessel = Int(numbers[worker][Int(statement.identity)])
                histories[vessel].add(statement)
                let span = statement.first...statement.last
                stated[vessel] =
                    stated[vessel].map { min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound) }
                    ?? span
            }
        }
        self.stated = stated
        staticData = histories.map { $0.staticData() }
    }

    /// The vessels, once it is known how many fixes each keeps.
    func vessels(fixCounts: [Int], timeSpans: [ClosedRange<Int64>?]) -> [TrackedVessel] {
        ids.indices.map { vessel in
            let spans = [stated[vessel], timeSpans[vessel]].compactMap { $0 }
            let first = spans.map(\.lowerBound).min() ?? 0
            let last = spans.map(\.upperBound).max() ?? 0
            return TrackedVessel(
                id: ids[vessel], staticData: staticData[vessel], fixCount: fixCounts[vessel],
                firstSeen: Timestamp(secondsSince1970: first), lastSeen: Timestamp(secondsSince1970: last))
        }
    }
}
