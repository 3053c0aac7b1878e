import FixMemory
import MaritimeModel

/// Brings the fixes of some vessels together, tidies their tracks and writes them to the table.
struct ShareAssembly: Sendable {
    /// A vessel that has no segment, or several, is in all of these once, none or several times.
    struct Result: Sendable {
        var fixRanges: [Range<Int>] = []
        var vesselOfSegment: [Int32] = []
        /// Of each segment's first and last fix, in seconds since 1970; 0 when it has none.
        var firstTimes: [UInt32] = []
        var lastTimes: [UInt32] = []
        var vessels: [TrackedVessel] = []
        var account = TidyingAccount()
        /// From the first to the last fix of segments.
        var timeRange: ClosedRange<Int64>?
    }

    /// Memory that is used for one share after the other.
    struct Room: Sendable {
        fileprivate var fixes = FixRoom()
        fileprivate var interleaved = InterleavedFixes()
        /// Whether the vessel before had to be brought into order.
        fileprivate var isInterleaved = false
        /// Empty when parts of seconds, or inputs, are the same for all.
        fileprivate var nanoseconds: [UInt32] = []
        fileprivate var inputs: [UInt32] = []
    }

    let index: RunIndex
    let identities: IdentityMerge
    let statements: StatementIndex
    /// Where each vessel's fixes begin in the table, and at the end their number.
    let firstFix: [Int]
    let fixes: FixMemory
    /// The position of each input among all by the number under which it was read.
    let inputPositions: [Int]
    let inputCount: Int
    let cutsSegments: Bool

    /// Assembles a share, which is a range of vessels.
    ///
    /// Without segments every vessel has one, and of several fixes in one second the one with the least full time,
    /// latitude and longitude stays. Complexity: O(n) for tracks in the order of time, else O(n log n).
    func assemble(share: Int, vessels: Range<Int>, room: inout Room) throws(FixMemoryError) -> Result {
        try gather(share, vessels, &room)
        var result = Result()
        result.vessels.reserveCapacity(vessels.count)
        result.fixRanges.reserveCapacity(vessels.count)
        result.vesselOfSegment.reserveCapacity(vessels.count)
        result.firstTimes.reserveCapacity(vessels.count)
        result.lastTimes.reserveCapacity(vessels.count)
        for vessel in vessels { tidy(vessel, from: firstFix[vessels.lowerBound], &room, &result) }
        let own = firstFix[vessels.lowerBound]..<firstFix[vessels.upperBound]
        try fixes.put(room.fixes.fixes[0..<own.count], at: own.lowerBound)
        return result
    }

    /// Copies the vessels' fixes from all runs, those of one vessel behind each other in the order of the runs.
    private func gather(_ share: Int, _ vessels: Range<Int>, _ room: inout Room) throws(FixMemoryError) {
        let start = firstFix[vessels.lowerBound]
        let count = firstFix[vessels.upperBound] - start
        room.fixes.clear(count: count)
        room.nanoseconds = index.runs.contains { $0.hasFractions } ? [UInt32](repeating: 0, count: count) : []
        room.inputs = inputCount > 1 ? [UInt32](repeating: 0, count: count) : []
        var next = vessels.map { firstFix[$0] - start }
        for (number, run) in index.runs.enumerated() {
            let own = index.fixes(run: number, share: share)
            guard !own.isEmpty else { continue }
            let groups = try index.groups(run: number, share: share)
            let numbers = index.vessels(run: number)
            let before = next
            try run.withFixes(own) { source throws(FixMemoryError) in
                var taken = 0
                for group in groups {
                    let vessel = Int(numbers[Int(group.identity)]) - vessels.lowerBound
                    let count = Int(group.count)
                    room.fixes.put(source.extracting(taken..<(taken + count)), at: next[vessel])
                    next[vessel] += count
                    taken += count
                }
            }
            guard !room.nanoseconds.isEmpty || !room.inputs.isEmpty else { continue }
            let nanoseconds = try run.nanoseconds(own)
            let inputs = try run.inputs(own)
            var places = before
            var taken = 0
            for group in groups {
                let vessel = Int(numbers[Int(group.identity)]) - vessels.lowerBound
                let (place, count) = (places[vessel], Int(group.count))
                for fix in 0..<(nanoseconds.isEmpty ? 0 : count) {
                    room.nanoseconds[place + fix] = nanoseconds[nanoseconds.startIndex + taken + fix]
                }
                if !room.inputs.isEmpty {
                    for fix in 0..<count {
                        let input = run.input ?? Int(inputs[inputs.startIndex + taken + fix])
                        room.inputs[place + fix] = UInt32(truncatingIfNeeded: inputPositions[input])
                    }
                }
                places[vessel] = place + count
                taken += count
            }
        }
    }

    /// Tidies the track of one vessel and adds it to the result.
    private func tidy(_ vessel: Int, from start: Int, _ room: inout Room, _ result: inout Result) {
        let range = (firstFix[vessel] - start)..<(firstFix[vessel + 1] - start)
        var rejected: [RejectReason: Int] = [:]
        let oldSegments = result.fixRanges.count
        var spanOfLost: ClosedRange<Int64>?
        // What the last vessel needed this one mostly needs too.
        let isInOrder =
            room.isInterleaved
            ? bringIntoOrder(&room, range) || isTidy(room, range) : isTidy(room, range) || bringIntoOrder(&room, range)
        if isInOrder {
            if !range.isEmpty || !cutsSegments { result.fixRanges.append(range) }
        } else {
            let entries = FixEntry.sorted(
                range.map { fix in
                    FixEntry(
                        fix: room.fixes.fixes[fix],
                        nanoseconds: room.nanoseconds.isEmpty ? 0 : room.nanoseconds[fix],
                        input: room.inputs.isEmpty ? 0 : room.inputs[fix])
                })
            for (place, entry) in zip(range, entries) { room.fixes.fixes[place] = entry.fix }
            if isTidy(room, range) {
                result.fixRanges.append(range)
            } else {
                let track = entries.map { TrackFix($0.fix) }
                let (verdicts, segments) =
                    cutsSegments ? TrackSegmenter.verdicts(on: track) : Self.oneASecond(track)
                write(entries, verdicts, segments: segments, from: range.lowerBound, &room, &result.fixRanges)
                if segments == 0, let first = entries.first, let last = entries.last {
                    spanOfLost = Int64(first.fix.time)...Int64(last.fix.time)
                }
                rejected = result.account.add(verdicts, of: entries)
            }
        }
        var fixCount = 0
        var span = spanOfLost
        for segment in oldSegments..<result.fixRanges.count {
            let own = result.fixRanges[segment]
            result.vesselOfSegment.append(Int32(truncatingIfNeeded: vessel))
            result.fixRanges[segment] = (own.lowerBound + start)..<(own.upperBound + start)
            let times = own.isEmpty ? nil : own.lowerBound...(own.upperBound - 1)
            result.firstTimes.append(times.map { room.fixes.fixes[$0.lowerBound].time } ?? 0)
            result.lastTimes.append(times.map { room.fixes.fixes[$0.upperBound].time } ?? 0)
            guard let times else { continue }
            fixCount += own.count
            span = (Int64(room.fixes.fixes[times.lowerBound].time)...Int64(room.fixes.fixes[times.upperBound].time))
                .joined(with: span)
        }
        if fixCount > 0, let span { result.timeRange = span.joined(with: result.timeRange) }
        let (data, stated) = statements.history(ofVessel: vessel)
        let seen = span.map { $0.joined(with: stated) } ?? stated ?? 0...0
        var tracked = TrackedVessel(
            id: identities.ids[vessel], staticData: data, fixCount: fixCount,
            firstSeen: Timestamp(secondsSince1970: seen.lowerBound),
            lastSeen: Timestamp(secondsSince1970: seen.upperBound))
        tracked.rejected = rejected
        result.vessels.append(tracked)
    }

    /// Whether a vessel's fixes are one segment as they are.
    private func isTidy(_ room: Room, _ range: Range<Int>) -> Bool { isTidy(room.fixes.fixes.span.extracting(range)) }

    /// Puts a vessel's fixes in the order of time if they then are one segment; else they stay as they are.
    private func bringIntoOrder(_ room: inout Room, _ range: Range<Int>) -> Bool {
        room.isInterleaved =
            room.interleaved.merge(room.fixes.fixes[range])
            && isTidy(room.interleaved.merged.span.extracting(first: range.count))
        guard room.isInterleaved else { return false }
        let merged = room.interleaved.merged
        room.fixes.put(merged.span.extracting(first: range.count), at: range.lowerBound)
        return true
    }

    private func isTidy(_ fixes: Span<StoredFix>) -> Bool {
        cutsSegments ? PlainTrackCheck.isPlain(fixes) : Self.isStrictlyIncreasing(fixes)
    }

    private static func isStrictlyIncreasing(_ fixes: Span<StoredFix>) -> Bool {
        guard fixes.count > 1 else { return true }
        for fix in 1..<fixes.count where fixes[fix].time <= fixes[fix - 1].time { return false }
        return true
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
        _ entries: [FixEntry], _ verdicts: [TrackSegmenter.Verdict], segments: Int, from start: Int,
        _ room: inout Room, _ ranges: inout [Range<Int>]
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
            room.fixes.fixes[next[number]] = entry.fix
            next[number] += 1
        }
    }
}
