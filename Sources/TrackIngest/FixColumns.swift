import FixMemory
import MaritimeModel
import WorkSharing

/// The fixes of all vessels, while they are put in order.
struct FixColumns {
    /// Once they are tidy: where the fixes of each segment lie, and the vessel of each segment.
    private(set) var fixRanges: [Range<Int>] = []
    private(set) var vesselOfSegment: [Int32] = []
    /// When vessels were heard of which no fix is left.
    private var spansOfLost: [Int: ClosedRange<Int64>] = [:]
    let fixes: FixMemory
    /// Where each vessel's fixes begin.
    private let firstFix: [Int]
    /// The parts of seconds and the inputs, in the places of time and latitude; nil when there are no fractions and one
    /// input.
    private let extras: FixMemory?
    private let inputCount: Int
    /// Ranges of vessels with about the same number of fixes.
    private let shares: [Range<Int>]
    private let threads: Int
    private let clock: StageClock?

    /// After so many fixes the pages of a mapped file are let go.
    private static let fixesInMemory = 2_000_000

    /// Sorts the fixes of all workers by vessel; within a vessel they keep the order of inputs and rows.
    init(
        _ harvests: [WorkerHarvest], identities: IdentityMerge, inputs inputCount: Int, threads: Int,
        clock: StageClock?,
        mostBytesInMemory: Int
    ) throws(FixMemoryError) {
        self.inputCount = inputCount
        self.threads = threads
        self.clock = clock
        let chunks = harvests.enumerated().flatMap { worker, harvest in harvest.chunks.map { (worker, $0) } }
            .sorted { ($0.1.input, $0.1.piece) < ($1.1.input, $1.1.piece) }
        var firstFix = [0]
        firstFix.reserveCapacity(identities.ids.count + 1)
        var counts = [Int](repeating: 0, count: identities.ids.count)
        for (worker, harvest) in harvests.enumerated() {
            for (identity, count) in harvest.fixCounts.enumerated() where count > 0 {
                counts[Int(identities.numbers[worker][identity])] += count
            }
        }
        for count in counts { firstFix.append(firstFix[firstFix.count - 1] + count) }
        self.firstFix = firstFix
        let total = firstFix[counts.count]
        let hasExtras = inputCount > 1 || chunks.contains { $0.1.hasFractions }
        let most = hasExtras ? mostBytesInMemory / 2 : mostBytesInMemory
        fixes = try FixMemory(count: total, mostBytesInMemory: most)
        extras = hasExtras ? try FixMemory(count: total, mostBytesInMemory: most) : nil
        shares = Self.shares(firstFix, count: threads == 1 ? 1 : threads * 4)
        // Two walks over the chunks are dearer than one, but one for each thread is cheaper than one thread alone.
        let parts = Self.shares(firstFix, count: threads)
        let (fixes, extras, starts) = (fixes, extras, firstFix)
        let failures = parallelMap(count: parts.count, threads: threads, clock: clock, stage: "by vessel") {
            part -> FixMemoryError? in
            do throws(FixMemoryError) {
                try Self.distribute(chunks, identities, parts[part], starts, fixes, extras)
                return nil
            } catch {
                return error
            }
        }
        if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
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

    /// Puts the fixes of some vessels in their places.
    private static func distribute(
        _ chunks: [(Int, FixChunk)], _ identities: IdentityMerge, _ vessels: Range<Int>, _ firstFix: [Int],
        _ fixes: FixMemory, _ extras: FixMemory?
    ) throws(FixMemoryError) {
        var next = Array(firstFix[vessels])
        let own = firstFix[vessels.lowerBound]..<firstFix[vessels.upperBound]
        var written = 0
        for (worker, chunk) in chunks {
            let numbers = identities.numbers[worker]
            let (packed, nanoseconds) = try chunk.load()
            for (index, fix) in packed.enumerated() {
                let vessel = Int(numbers[Int(fix.identity)]) - vessels.lowerBound
                guard vessel >= 0, vessel < next.count else { continue }
                let position = next[vessel]
                next[vessel] = position + 1
                fixes.set(position, time: fix.time, latitude: fix.latitude, longitude: fix.longitude)
                extras?.set(
                    position, time: nanoseconds.isEmpty ? 0 : nanoseconds[index],
                    latitude: Int32(truncatingIfNeeded: chunk.input), longitude: 0)
            }
            written += packed.count
            if written >= 4 * fixesInMemory {
                fixes.letGo(own)
                extras?.letGo(own)
                written = 0
            }
        }
        fixes.letGo(own)
        extras?.letGo(own)
    }

    /// The number of fixes of each vessel, and the times of its first and last; once the columns are tidy.
    func extents(vessels: Int) -> (counts: [Int], spans: [ClosedRange<Int64>?]) {
        var counts = [Int](repeating: 0, count: vessels)
        var spans = [ClosedRange<Int64>?](repeating: nil, count: vessels)
        for (vessel, span) in spansOfLost { spans[vessel] = span }
        let times = fixes.times
        var held = 0
        for (range, vessel) in zip(fixRanges, vesselOfSegment) {
            if range.lowerBound - held > Self.fixesInMemory {
                fixes.letGo(held..<range.lowerBound)
                held = range.lowerBound
            }
            guard let first = range.first, let last = range.last else { continue }
            counts[Int(vessel)] += range.count
            let span = Int64(times[first])...Int64(times[last])
            spans[Int(vessel)] =
                spans[Int(vessel)].map {
                    min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound)
                } ?? span
        }
        fixes.letGo(held..<fixes.count)
        return (counts, spans)
    }

    /// Sorts each vessel's fixes by time, takes out what does not count and cuts the rest into segments.
    ///
    /// Without segments, every vessel has one, and of several fixes in one second the one with the least full time,
    /// latitude and longitude stays. Complexity: O(n) for plain tracks in time order, else O(n log n).
    mutating func tidy(cutsSegments: Bool) -> TidyingAccount {
        let columns = self
        let parts = parallelMap(count: shares.count, threads: threads, clock: clock, stage: "segments") { share in
            columns.tidied(columns.shares[share], cutsSegments: cutsSegments)
        }
        var account = TidyingAccount(inputs: max(1, inputCount))
        for part in parts {
            fixRanges += part.fixRanges
            vesselOfSegment += part.vesselOfSegment
            spansOfLost.merge(part.spansOfLost) { one, _ in one }
            account.add(part.account)
        }
        return account
    }

    private struct TidyPart: Sendable {
        var fixRanges: [Range<Int>] = []
        var vesselOfSegment: [Int32] = []
        var account: TidyingAccount
        var spansOfLost: [Int: ClosedRange<Int64>] = [:]
    }

    private func tidied(_ vessels: Range<Int>, cutsSegments: Bool) -> TidyPart {
        var part = TidyPart(account: TidyingAccount(inputs: max(1, inputCount)))
        part.fixRanges.reserveCapacity(vessels.count)
        part.vesselOfSegment.reserveCapacity(vessels.count)
        let (times, latitudes, longitudes) = (fixes.times, fixes.latitudes, fixes.longitudes)
        var walked = 0
        for vessel in vessels {
            let range = firstFix[vessel]..<firstFix[vessel + 1]
            let isTidy =
                cutsSegments
                ? PlainTrackCheck.isPlain(range, times: times, latitudes: latitudes, longitudes: longitudes)
                : isStrictlyIncreasing(range)
            if isTidy {
                if range.isEmpty && cutsSegments { continue }
                part.vesselOfSegment.append(Int32(truncatingIfNeeded: vessel))
                part.fixRanges.append(range)
            } else {
                let entries = sorted(range)
                let (verdicts, segments) =
                    cutsSegments
                    ? TrackSegmenter.verdicts(on: entries.map(\.fix)) : Self.oneASecond(entries.map(\.fix))
                write(entries, verdicts, segments: segments, from: range.lowerBound, ranges: &part.fixRanges)
                if segments == 0, let first = entries.first, let last = entries.last {
                    part.spansOfLost[vessel] = Int64(first.fix.time)...Int64(last.fix.time)
                }
                for _ in 0..<segments { part.vesselOfSegment.append(Int32(truncatingIfNeeded: vessel)) }
                part.account.add(verdicts, inputs: entries.map(\.input), vessel: vessel)
            }
            walked += range.count
            if walked >= Self.fixesInMemory {
                fixes.letGo(firstFix[vessels.lowerBound]..<range.upperBound)
                walked = 0
            }
        }
        fixes.letGo(firstFix[vessels.lowerBound]..<firstFix[vessels.upperBound])
        return part
    }

    private func isStrictlyIncreasing(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return true }
        let times = fixes.times
        for fix in (range.lowerBound + 1)..<range.upperBound where times[fix] <= times[fix - 1] { return false }
        return true
    }

    /// A fix while it is being sorted.
    private struct Entry {
        var fix: TrackFix
        var nanoseconds: UInt32
        var input: UInt32
    }

    /// A vessel's fixes by full time, latitude, longitude.
    private func sorted(_ range: Range<Int>) -> [Entry] {
        let (times, latitudes, longitudes) = (fixes.times, fixes.latitudes, fixes.longitudes)
        let (nanoseconds, inputs) = (extras?.times, extras?.latitudes)
        var entries = range.map { fix in
            Entry(
                fix: TrackFix(
                    time: times[fix],
                    position: GeoPosition(latitudeE7: latitudes[fix], longitudeE7: longitudes[fix])),
                nanoseconds: nanoseconds?[fix] ?? 0, input: UInt32(inputs?[fix] ?? 0))
        }
        entries.sort { left, right in
            let (one, other) = (left.fix, right.fix)
            if one.time != other.time { return one.time < other.time }
            return (left.nanoseconds, one.position.latitudeE7, one.position.longitudeE7, left.input)
                < (right.nanoseconds, other.position.latitudeE7, other.position.longitudeE7, right.input)
        }
        return entries
    }

    /// One segment with the first fix of each second.
    private static func oneASecond(_ fixes: [TrackFix]) -> ([TrackSegmenter.Verdict], segments: Int) {
        var last: UInt32?
        let verdicts = fixes.map { fix -> TrackSegmenter.Verdict in
            if fix.time == last { return .duplicate }
            last = fix.time
            return .segment(0)
        }
        return (verdicts, 1)
    }

    /// Writes the fixes of segments, one segment after the other, into the place of the vessel's fixes.
    private func write(
        _ entries: [Entry], _ verdicts: [TrackSegmenter.Verdict], segments: Int, from start: Int,
        ranges: inout [Range<Int>]
    ) {
        var next = [Int](repeating: 0, count: segments)
        for case .segment(let number) in verdicts { next[number] += 1 }
        var position = start
        for segment in 0..<segments {
            let count = next[segment]
            next[segment] = position
            ranges.append(position..<(position + count))
            position += count
        }
        for (entry, verdict) in zip(entries, verdicts) {
            guard case .segment(let number) = verdict else { continue }
            fixes.set(
                next[number], time: entry.fix.time, latitude: entry.fix.position.latitudeE7,
                longitude: entry.fix.position.longitudeE7)
            next[number] += 1
        }
    }
}

/// What tidying took out.
struct TidyingAccount: Sendable {
    /// By input.
    private(set) var ofInput: [[RejectReason: Int]]
    /// By vessel, those that lost something only.
    private(set) var ofVessel: [Int: [RejectReason: Int]] = [:]

    init(inputs: Int) {
        ofInput = [[RejectReason: Int]](repeating: [:], count: inputs)
    }

    fileprivate mutating func add(_ verdicts: [TrackSegmenter.Verdict], inputs: [UInt32], vessel: Int) {
        var lost: [RejectReason: Int] = [:]
        for (verdict, input) in zip(verdicts, inputs) {
            guard let reason = verdict.rejectReason else { continue }
            ofInput[Int(input)][reason, default: 0] += 1
            lost[reason, default: 0] += 1
        }
        if !lost.isEmpty { ofVessel[vessel] = lost }
    }

    fileprivate mutating func add(_ other: TidyingAccount) {
        for (input, lost) in other.ofInput.enumerated() { ofInput[input].merge(lost, uniquingKeysWith: +) }
        ofVessel.merge(other.ofVessel, uniquingKeysWith: { $0.merging($1, uniquingKeysWith: +) })
    }
}

extension TrackSegmenter.Verdict {
    /// The name under which the fix is counted, or nil when it is used.
    fileprivate var rejectReason: RejectReason? {
        switch self {
        case .segment: nil
        case .duplicate: .duplicate
        case .outlier: .outlier
        case .tooShort: .tooShort
        }
    }
}
