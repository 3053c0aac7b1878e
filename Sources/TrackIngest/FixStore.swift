import FixMemory
import WorkSharing

/// Where one worker keeps the fixes that it reads: a batch, and sorted runs of what went before.
struct FixStore: ~Copyable, Sendable {
    private var batch: FixBatch
    /// The parts of seconds of the batch's fixes that were cut off, in order; shorter or empty while the rest are 0.
    private var nanoseconds: [UInt32] = []
    /// Which inputs the batch's fixes are from: the input, and the number of its first fix.
    private var inputs: [(input: Int, start: Int)] = []
    /// The part of a file that all the batch's fixes are from; nil when there are several.
    private var part: FilePart?
    private(set) var order = IdentityOrder()
    private(set) var runs: [FixRun] = []
    /// Where fixes go that memory has no room for, and how many bytes it holds.
    private var aside: TemporaryFile?
    private var bytesAside = 0
    /// How long sorting and putting aside took, in seconds.
    private(set) var secondsSorting = 0.0

    private let worker: Int
    private let meter: ReadingMeter
    private let clock: StageClock?

    init(worker: Int, batchFixes: Int, meter: ReadingMeter, clock: StageClock?) throws(FixMemoryError) {
        batch = try FixBatch(capacity: batchFixes)
        self.worker = worker
        self.meter = meter
        self.clock = clock
    }

    /// Notes from where the fixes that follow are.
    mutating func begin(input: Int, part newPart: FilePart?) {
        if batch.count == 0 {
            part = newPart
            inputs = [(input, 0)]
        } else {
            if part != newPart { part = nil }
            if inputs.last?.input != input { inputs.append((input, batch.count)) }
        }
    }

    /// Makes room for so many fixes, which are no more than a batch holds.
    @inline(__always)
    mutating func makeRoom(for count: Int, ids: [String]) {
        if batch.capacity - batch.count < count { sort(ids: ids) }
    }

    /// Adds a fix, for which there is room.
    @inline(__always)
    mutating func append(identity: UInt32, time: UInt32, latitude: Int32, longitude: Int32, nanoseconds: UInt32) {
        if nanoseconds != 0 { note(fraction: nanoseconds) }
        batch.append(identity: identity, time: time, latitude: latitude, longitude: longitude)
    }

    /// Notes the fraction of the next fix's second; fractions take memory only once there are any.
    @inline(never)
    private mutating func note(fraction: UInt32) {
        nanoseconds.append(contentsOf: repeatElement(0, count: batch.count - nanoseconds.count))
        nanoseconds.append(fraction)
    }

    /// How many fixes each identity has so far, by its number; shorter when the last ones have none.
    private(set) var fixCounts: [Int] = []

    /// Sorts what is in the batch, and keeps it in memory or puts it aside. A failure ends the reading.
    mutating func sort(ids: [String]) {
        guard batch.count > 0, !meter.isOver else {
            empty()
            return
        }
        let start = ContinuousClock.now
        order.add(ids)
        let groups = batch.sort(by: order.numbers)
        fixCounts.append(contentsOf: repeatElement(0, count: ids.count - fixCounts.count))
        for group in groups { fixCounts[Int(group.identity)] += Int(group.count) }
        var content = FixRun.Content(groups: groups, nanoseconds: [], inputs: [])
        if !nanoseconds.isEmpty {
            nanoseconds.append(contentsOf: repeatElement(0, count: batch.count - nanoseconds.count))
            content.nanoseconds = batch.sorted(nanoseconds, by: groups)
        }
        if inputs.count > 1 { content.inputs = batch.sorted(inputOfEachFix(), by: groups) }
        let seconds = StageClock.seconds(since: start)
        clock?.add("by vessel", thread: worker, seconds: seconds)
        keep(content)
        secondsSorting += StageClock.seconds(since: start)
        empty()
    }

    private mutating func keep(_ content: FixRun.Content) {
        let place = FixRun.Order(part: part, worker: worker, number: runs.count)
        let input = inputs.count == 1 ? inputs[0].input : nil
        var content = content
        if meter.takes(fixes: batch.count) {
            do throws(FixMemoryError) {
                content.piece = try batch.takeSorted()
                runs.append(FixRun(content, worker: worker, order: place, input: input))
            } catch {
                meter.fail(error)
            }
            return
        }
        let (start, before) = (ContinuousClock.now, bytesAside)
        do throws(FixMemoryError) {
            let file: TemporaryFile
            if let aside { file = aside } else { file = try TemporaryFile() }
            aside = file
            try batch.write(to: file, at: bytesAside)
            let run = try FixRun(
                content, fixes: batch.count, worker: worker, order: place, input: input, file: file, offset: bytesAside)
            bytesAside = run.endInFile ?? bytesAside
            runs.append(run)
        } catch {
            meter.fail(error)
        }
        clock?.add(
            "put aside", thread: worker, seconds: StageClock.seconds(since: start), bytes: bytesAside - before)
    }

    private func inputOfEachFix() -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(batch.count)
        for (number, stretch) in inputs.enumerated() {
            let end = number + 1 < inputs.count ? inputs[number + 1].start : batch.count
            result.append(
                contentsOf: repeatElement(UInt32(truncatingIfNeeded: stretch.input), count: end - stretch.start))
        }
        return result
    }

    private mutating func empty() {
        batch.removeAll()
        nanoseconds.removeAll(keepingCapacity: true)
        inputs = inputs.last.map { [($0.input, 0)] } ?? []
    }
}
