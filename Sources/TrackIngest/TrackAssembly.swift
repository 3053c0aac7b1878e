import FixMemory
import MaritimeModel
import Synchronization
import WorkSharing

/// Puts the fixes of all workers into one table: by vessel and segment, then by time.
struct TrackAssembly {
    let table: TrackTable
    /// What was taken out, by input.
    let rejected: [Int: [RejectReason: Int]]

    /// Fixes of a share: about a megabyte, more when there are many runs, of which each is read for each share.
    private static let leastShare = 87_000
    private static let fixesPerRun = 1_000

    /// - Parameters:
    ///   - cutsSegments: whether tracks are cut into what one hull can have sailed; else each vessel has one segment.
    ///   - mostBytesInMemory: beyond this the fixes lie in a temporary file.
    init(
        _ harvests: [WorkerHarvest], inputs: FedInputs, cutsSegments: Bool, threads: Int,
        clock: StageClock?,
        mostBytesInMemory: Int
    ) throws(FixMemoryError) {
        let start = ContinuousClock.now
        let identities = IdentityMerge(harvests)
        let statements = StatementIndex(harvests, identities: identities)
        let firstFix = Self.firstFix(harvests, identities)
        let runs = harvests.flatMap(\.runs)
        let fixCount = firstFix[identities.ids.count]
        // Each thread has room for a share.
        let mostInShare = max(Self.leastShare, mostBytesInMemory / FixBatch.bytesPerFix / threads)
        let inShare = min(mostInShare, max(Self.leastShare, runs.count * Self.fixesPerRun))
        let shares = Self.shares(firstFix, count: max(threads * 4, fixCount / inShare))
        clock?.add("identities", thread: 0, seconds: StageClock.seconds(since: start))
        let fixes = try FixMemory(count: fixCount, mostBytesInMemory: mostBytesInMemory)
        let assembly = ShareAssembly(
            index: try RunIndex(
                runs, numbers: identities.numbers, shares: shares, threads: threads, clock: clock),
            identities: identities, statements: statements, firstFix: firstFix, fixes: fixes,
            inputPositions: inputs.positions, inputCount: inputs.records.count,
            cutsSegments: cutsSegments)
        let rooms = Mutex<[ShareAssembly.Room]>([])
        let queue = Mutex(Joining(vessels: identities.ids.count))
        let failures = parallelMap(count: shares.count, threads: threads, clock: clock, stage: "tracks") {
            share -> FixMemoryError? in
            var room = rooms.withLock { $0.popLast() } ?? ShareAssembly.Room()
            defer { rooms.withLock { $0.append(room) } }
            do throws(FixMemoryError) {
                let part = try assembly.assemble(share: share, vessels: shares[share], room: &room)
                queue.withLock { $0.add(part, share: share) }
                return nil
            } catch {
                return error
            }
        }
        if let failure = failures.lazy.compactMap(\.self).first { throw failure }
        let joining = ContinuousClock.now
        var all = queue.withLock { joined in
            defer { joined = Joining(vessels: 0) }
            return joined.all
        }
        for (worker, harvest) in harvests.enumerated() {
            for (identity, lost) in harvest.lost {
                let vessel = Int(identities.numbers[worker][Int(identity)])
                if vessel >= 0 { all.vessels[vessel].rejected.merge(lost, uniquingKeysWith: +) }
            }
        }
        rejected = all.account.ofInput
        table = TrackTable(
            vessels: all.vessels, vesselOfSegment: all.vesselOfSegment, fixRanges: all.fixRanges,
            firstTimes: all.firstTimes, lastTimes: all.lastTimes, fixes: fixes,
            timeRange: all.timeRange.map { UInt32($0.lowerBound)...UInt32($0.upperBound) })
        clock?.add("identities", thread: 0, seconds: StageClock.seconds(since: joining))
    }

    /// Where the fixes of each vessel begin in the table, and at the end their number.
    private static func firstFix(_ harvests: [WorkerHarvest], _ identities: IdentityMerge) -> [Int] {
        var firstFix = [Int](repeating: 0, count: identities.ids.count + 1)
        for (worker, harvest) in harvests.enumerated() {
            for (identity, count) in harvest.fixCounts.enumerated() where count > 0 {
                firstFix[Int(identities.numbers[worker][identity]) + 1] += count
            }
        }
        for vessel in identities.ids.indices { firstFix[vessel + 1] += firstFix[vessel] }
        return firstFix
    }

    /// Ranges of vessels with about the same number of fixes, at most `count`; together they hold all.
    private static func shares(_ firstFix: [Int], count: Int) -> [Range<Int>] {
        let vessels = firstFix.count - 1
        var shares: [Range<Int>] = []
        var start = 0
        for vessel in 0..<max(0, vessels)
        where firstFix[vessel + 1] * count >= firstFix[vessels] * (shares.count + 1) && vessel + 1 < vessels {
            shares.append(start..<(vessel + 1))
            start = vessel + 1
        }
        shares.append(start..<vessels)
        return shares
    }
}

/// Joins the shares in their order while others are still at work, since what a vessel states is dear to copy afterwards.
private struct Joining: Sendable {
    private(set) var all = ShareAssembly.Result()
    /// Shares that came before their turn.
    private var early: [Int: ShareAssembly.Result] = [:]
    private var next = 0

    init(vessels: Int) { all.vessels.reserveCapacity(vessels) }

    mutating func add(_ part: consuming ShareAssembly.Result, share: Int) {
        early[share] = part
        while let part = early.removeValue(forKey: next) {
            all.append(part)
            next += 1
        }
    }
}

extension ShareAssembly.Result {
    /// Adds the share behind.
    fileprivate mutating func append(_ next: ShareAssembly.Result) {
        fixRanges += next.fixRanges
        vesselOfSegment += next.vesselOfSegment
        firstTimes += next.firstTimes
        lastTimes += next.lastTimes
        vessels += next.vessels
        account.add(next.account)
        timeRange = next.timeRange.map { $0.joined(with: timeRange) } ?? timeRange
    }
}
