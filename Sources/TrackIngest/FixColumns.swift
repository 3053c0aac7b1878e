/// The fixes of all vessels in columns, while they are put in order.
struct FixColumns {
    private(set) var firstFix: [Int]
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

    /// Fixes of each vessel.
    var counts: [Int] { (0..<(firstFix.count - 1)).map { firstFix[$0 + 1] - firstFix[$0] } }

    /// The first and last time of a vessel's fixes.
    func timeSpan(of vessel: Int) -> ClosedRange<Int64>? {
        let range = firstFix[vessel]..<firstFix[vessel + 1]
        guard let first = range.first, let last = range.last else { return nil }
        return Int64(times[first])...Int64(times[last])
    }

    /// Sorts each vessel's fixes by time and keeps one a second: the one with the least full time, latitude, longitude.
    ///
    /// Returns the duplicates by input. Complexity: O(n) for input in time order, else O(n log n).
    mutating func sortAndRemoveDuplicates() -> [Int] {
        var duplicates = [Int](repeating: 0, count: max(1, inputCount))
        var kept = 0
        var newFirst = [0]
        newFirst.reserveCapacity(firstFix.count)
        for vessel in 0..<(firstFix.count - 1) {
            let range = firstFix[vessel]..<firstFix[vessel + 1]
            if isStrictlyIncreasing(range) {
                if kept != range.lowerBound {
                    for fix in range {
                        move(fix, to: kept)
                        kept += 1
                    }
                } else {
                    kept = range.upperBound
                }
            } else {
                kept = rearrange(range, to: kept, duplicates: &duplicates)
            }
            newFirst.append(kept)
        }
        firstFix = newFirst
        times.removeLast(times.count - kept)
        latitudes.removeLast(latitudes.count - kept)
        longitudes.removeLast(longitudes.count - kept)
        nanoseconds = []
        inputs = []
        return duplicates
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
        var time: UInt32
        var nanoseconds: UInt32
        var latitude: Int32
        var longitude: Int32
        var input: UInt32
    }

    private mutating func rearrange(_ range: Range<Int>, to start: Int, duplicates: inout [Int]) -> Int {
        var entries = range.map { fix in
            Entry(
                time: times[fix], nanoseconds: nanoseconds.isEmpty ? 0 : nanoseconds[fix], latitude: latitudes[fix],
                longitude: longitudes[fix], input: inputs.isEmpty ? 0 : inputs[fix])
        }
        entries.sort {
            ($0.time, $0.nanoseconds, $0.latitude, $0.longitude, $0.input)
                < ($1.time, $1.nanoseconds, $1.latitude, $1.longitude, $1.input)
        }
        var position = start
        var last: UInt32?
        for entry in entries {
            if entry.time == last {
                duplicates[Int(entry.input)] += 1
                continue
            }
            last = entry.time
            times[position] = entry.time
            latitudes[position] = entry.latitude
            longitudes[position] = entry.longitude
            position += 1
        }
        return position
    }
}
