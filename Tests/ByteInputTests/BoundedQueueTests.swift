import Synchronization
import Testing

@testable import ByteInput

@Suite(.timeLimit(.minutes(2)))
struct BoundedQueueTests {
    @Test
    func oneGiverAndOneTakerKeepTheOrder() throws {
        let queue = BoundedQueue<Int>(capacity: 3)
        let received = Mutex<[Int]>([])
        try WorkerThreads.run(count: 2) { index in
            if index == 0 {
                for number in 0..<20_000 { queue.push(number) }
                queue.close()
            } else {
                while let number = queue.pop() { received.withLock { $0.append(number) } }
            }
        }
        #expect(received.withLock { $0 } == Array(0..<20_000))
    }

    @Test(arguments: [(1, 4, 1), (4, 1, 2), (3, 3, 1), (4, 4, 64)])
    func everyElementArrivesExactlyOnce(givers: Int, takers: Int, capacity: Int) throws {
        let queue = BoundedQueue<Int>(capacity: capacity)
        let each = 5_000
        let giversLeft = Atomic(givers)
        let sums = try WorkerThreads.map(count: givers + takers) { index in
            if index < givers {
                for number in 0..<each { queue.push(index * each + number) }
                if giversLeft.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { queue.close() }
                return (count: 0, sum: 0)
            }
            var result = (count: 0, sum: 0)
            while let number = queue.pop() { result = (result.count + 1, result.sum + number) }
            return result
        }
        let total = givers * each
        #expect(sums.reduce(0) { $0 + $1.count } == total)
        #expect(sums.reduce(0) { $0 + $1.sum } == total * (total - 1) / 2)
    }

    @Test
    func blocksTravelToTheTakerAndBack() throws {
        let full = BoundedQueue<ByteBlock>(capacity: 2)
        let free = BoundedQueue<ByteBlock>(capacity: 3)
        for _ in 0..<3 { free.push(ByteBlock(capacity: 64)) }
        let sums = try WorkerThreads.map(count: 2) { index in
            var sum = 0
            if index == 0 {
                for round in 0..<1_000 {
                    guard var block = free.pop() else { break }
                    block.count = 0
                    block.append([UInt8](repeating: UInt8(round % 251), count: 64))
                    full.push(block)
                }
                full.close()
            } else {
                while let block = full.pop() {
                    sum += block.copyBytes(0..<block.count).reduce(0) { $0 + Int($1) }
                    free.push(block)
                }
            }
            return sum
        }
        #expect(sums[1] == (0..<1_000).reduce(0) { $0 + $1 % 251 * 64 })
    }

    @Test
    func closingKeepsWhatWaits() {
        let queue = BoundedQueue<Int>(capacity: 4)
        queue.push(1)
        queue.push(2)
        queue.close()
        #expect(queue.push(3) == false)
        #expect(queue.pop() == 1)
        #expect(queue.pop() == 2)
        #expect(queue.pop() == nil)
    }

    @Test
    func cancellingLetsWaitingThreadsGoAndDropsElements() throws {
        let full = BoundedQueue<Int>(capacity: 1)
        let empty = BoundedQueue<Int>(capacity: 1)
        full.push(1)
        let outcomes = try WorkerThreads.map(count: 3) { index in
            switch index {
            case 0:
                full.cancel()
                empty.cancel()
                return true
            case 1: return full.push(2)
            default: return empty.pop() != nil
            }
        }
        #expect(outcomes == [true, false, false])
        #expect(full.pop() == nil)
    }

    @Test
    func elementsLeftBehindAreFreed() {
        final class Counted: Sendable {
            static let alive = Atomic(0)
            init() { Counted.alive.add(1, ordering: .relaxed) }
            deinit { Counted.alive.subtract(1, ordering: .relaxed) }
        }
        do {
            let queue = BoundedQueue<Counted>(capacity: 5)
            for _ in 0..<4 { queue.push(Counted()) }
            _ = queue.pop()
            queue.push(Counted())
        }
        #expect(Counted.alive.load(ordering: .relaxed) == 0)
    }

    @Test
    func reluctantTakersLeaveElementsToTheOthersUntilManyWait() throws {
        let queue = BoundedQueue<Int>(capacity: 4)
        queue.setLeast(forReluctant: 3)
        let taken = Mutex<[Int]>([])
        // One gives, one takes at its leisure, one is reluctant: all comes out once, whoever takes it.
        try WorkerThreads.run(count: 3) { thread in
            switch thread {
            case 0:
                for number in 0..<2_000 { queue.push(number) }
                queue.close()
            default:
                while let number = queue.pop(isReluctant: thread == 2) { taken.withLock { $0.append(number) } }
            }
        }
        #expect(taken.withLock { $0.sorted() } == Array(0..<2_000))
        let few = BoundedQueue<Int>(capacity: 4)
        few.setLeast(forReluctant: 3)
        few.push(1)
        few.push(2)
        let outcomes = try WorkerThreads.map(count: 2) { thread -> Int? in
            if thread == 1 { return few.pop(isReluctant: true) }
            // The other one waits for a third element, or for the end.
            let first = few.pop()
            few.close()
            return first
        }
        #expect(outcomes == [1, 2])
    }

    @Test
    func aReluctantTakerIsWokenWhenItNeedNoLongerWait() throws {
        let queue = BoundedQueue<Int>(capacity: 4)
        queue.setLeast(forReluctant: 4)
        queue.push(7)
        let outcomes = try WorkerThreads.map(count: 2) { thread -> Int? in
            if thread == 1 { return queue.pop(isReluctant: true) }
            queue.setLeast(forReluctant: 1)
            return nil
        }
        #expect(outcomes == [nil, 7])
    }

    @Test(arguments: [0, 1, 2, 9])
    func workersAllRunAndResultsKeepTheirOrder(count: Int) throws {
        #expect(try WorkerThreads.map(count: count) { $0 * 10 } == (0..<count).map { $0 * 10 })
    }
}
