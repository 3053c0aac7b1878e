import MaritimeModel

/// The fixes of all vessels in columns, while they are put in order.
struct FixColumns {
    /// Where each vessel's fixes begin; once they are tidy, where each segment's do.
    private(set) var firstFix: [Int]
    /// The vessel of each segment; empty until the columns are tidy.
    private(set) var vesselOfSegment: [Int32] = []
    private(set) var times: [UInt32]
    private(set) var latitudes: [Int32]
    private(set) var longitudes: [Int32]
    /// Empty when no time has a fraction.
    private var nanoseconds: [UInt32] = []
    /// Empty when there is one input.
    private var inputs: [UInt32] = []
    private let inputCount: Int

    /// Sorts the fixes of all workers by vessel; within a vessel they keep the order of inputs and rows.
    init(_ harvests: [WorkerHarvest], identities: IdentityMerge, inputs inputCount: Int) {
        self.inputCount = inputCount
        let chunks = harvests.enumerated().flatMap { worker, harvest in harvest.chunks.map { (worker, $0) } }
            .sorted { ($0.1.input, $0.1.piece) < ($1.1.input, $1.1.piece) }
        var counts = [Int](repeating: 0, count: identities.ids.count)
        for (worker, harvest) in harvests.enumerated() {
            for (identity, count) in harvest.fixCounts.enumerated() where count > 0 {
                counts[Int(identities.numbers[worker][identity])] += count
            }
        }
        firstFix = [0]
        firstFix.reserveCapacity(counts.count + 1)
        for count in counts { firstFix.append(firstFix[firstFix.count - 1] + count) }
        let total = firstFix[counts.count]
        times = [UInt32](repeating: 0, count: total)
        latitudes = [Int32](repeating: 0, count: total)
        longitudes = [Int32](repeating: 0, count: total)
        let hasFractions = chunks.contains { !$0.1.nanoseconds.isEmpty }
        if hasFractions { nanoseconds = [UInt32](repeating: 0, count: total) }
        if inputCount > 1 { inputs = [UInt32](repeating: 0, count: total) }
        var next = firstFix
        for (worker, chunk) in chunks {
            let numbers = identities.numbers[worker]
            for index in chunk.fixes.indices {
                let fix = chunk.fixes[index]
                let vessel = Int(numbers[Int(fix.identity)])
                let position = next[vessel]
                next[vessel] = position + 1
                times[position] = fix.time
                latitudes[position] = fix.latitude
                longitudes[position] = fix.longitude
                if hasFractions, !chunk.nanoseconds.isEmpty { nanoseconds[position] = chunk.nanoseconds[index] }
                if inputCount > 1 { inputs[position] = UInt32(chunk.input) }
            }
        }
    }

    /// The number of fixes of each vessel, and the times of its first and last; once the columns are tidy.
    func extents(vessels: Int) -> (counts: [Int], spans: [ClosedRange<Int64>?]) {
        var counts = [Int](repeating: 0, count: vessels)
        var spans = [ClosedRange<Int64>?](repeating: nil, count: vessels)
        for (segment, vessel) in vesselOfSegment.enumerated() {
            let range = firstFix[segment]..<firstFix[segment + 1]
            guard let first = range.first, let last = range.last else { continue }
            counts[Int(vessel)] += range.count
            let span = Int64(times[first])...Int64(times[last])
            spans[Int(vessel)] =
                spans[Int(vessel)].map {
                    min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound)
                } ?? span
        }
        return (counts, spans)
    }

    /// Sorts each vessel's fixes by time, takes out what does not count and cuts the rest into segments.
    ///
    /// Without segments, every vessel has one, and of several fixes in one second the one with the least full time,
    /// latitude and longitude stays. Complexity: O(n) for plain tracks in time order, else O(n log n).
    mutating func tidy(cutsSegments: Bool) -> TidyingAccount {
        var account = TidyingAccount(inputs: max(1, inputCount))
        var kept = 0
        var newFirst = [0]
        newFirst.reserveCapacity(firstFix.count)
        vesselOfSegment.reserveCapacity(firstFix.count)
        for vessel in 0..<(firstFix.count - 1) {
            let range = firstFix[vessel]..<firstFix[vessel + 1]
            let isTidy =
                cutsSegments
                ? PlainTrackCheck.isPlain(range, times: times, latitudes: latitudes, longitudes: longitudes)
                : isStrictlyIncreasing(range)
            if isTidy {
                if kept != range.lowerBound {
                    for fix in range {
                        move(fix, to: kept)
                        kept += 1
                    }
                } else {
                    kept = range.upperBound
                }
                if range.isEmpty && cutsSegments { continue }
                vesselOfSegment.append(Int32(truncatingIfNeeded: vessel))
                newFirst.append(kept)
            } else {
                let entries = sorted(range)
                let (verdicts, segments) =
                    cutsSegments
                    ? TrackSegmenter.verdicts(on: entries.map(\.fix)) : Self.oneASecond(entries.map(\.fix))
                kept = write(entries, verdicts, segments: segments, from: kept, ends: &newFirst)
                for _ in 0..<segments { vesselOfSegment.append(Int32(truncatingIfNeeded: vessel)) }
                account.add(verdicts, inputs: entries.map(\.input), vessel: vessel)
            }
        }
        firstFix = newFirst
        times.removeLast(times.count - kept)
        latitudes.removeLast(latitudes.count - kept)
        longitudes.removeLast(longitudes.count - kept)
        nanoseconds = []
        inputs = []
        return account
    }

    private func isStrictlyIncreasing(_ range: Range<Int>) -> Bool {
        guard range.count > 1 else { return true }
        for fix in (range.lowerBound + 1)..<range.upperBound where times[fix] <= times[fix - 1] { return false }
        return true
    }

    private mutating func move(_ fix: Int, to position: Int) {
        times[position] = times[fix]
        latitudes[position] = latitudes[fix]
        longitudes[position] = longitudes[fix]
    }

    /// A fix while it is being sorted.
    private struct Entry {
        var fix: TrackFix
        var nanoseconds: UInt32
        var input: UInt32
    }

    /// A vessel's fixes by full time, latitude, longitude.
    private func sorted(_ range: Range<Int>) -> [Entry] {
        var entries = range.map { fix in
            Entry(
                fix: TrackFix(
                    time: times[fix],
                    position: GeoPosition(latitudeE7: latitudes[fix], longitudeE7: longitudes[fix])),
                nanoseconds: nanoseconds.isEmpty ? 0 : nanoseconds[fix], input: inputs.isEmpty ? 0 : inputs[fix])
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

    /// Writes the fixes of segments, one segment after the other; returns where they end.
    private mutating func write(
        _ entries: [Entry], _ verdicts: [TrackSegmenter.Verdict], segments: Int, from start: Int, ends: inout [Int]
    ) -> Int {
        var next = [Int](repeating: 0, count: segments)
        for case .segment(let number) in verdicts { next[number] += 1 }
        var position = start
        for segment in 0..<segments {
            let count = next[segment]
            next[segment] = position
            position += count
            ends.append(position)
        }
        for (entry, verdict) in zip(entries, verdicts) {
            guard case .segment(let number) = verdict else { continue }
            times[next[number]] = entry.fix.time
            latitudes[next[number]] = entry.fix.position.latitudeE7
            longitudes[next[number]] = entry.fix.position.longitudeE7
            next[number] += 1
        }
        return position
    }
}

/// What tidying took out.
struct TidyingAccount {
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
