import FixMemory
import MaritimeModel

/// The stretches of a segment in the order of their speed, so that the median over most of the segment is found quickly.
struct SpeedOrder: Sendable {
    /// Where each stretch stands in the order.
    private let rank: [Int32]
    /// The stretches in the order of their speed.
    private let stretches: [Int32]
    /// Seconds of the stretches up to each place in the order, that place included.
    private let seconds: [UInt32]

    /// More stretches than this left out make a selection among the others as fast.
    static let mostLeftOut = 24

    /// Complexity: O(n log n).
    init(_ speeds: [Double], fixes: Range<Int>, in tracks: TrackTable) {
        let stretches = SpeedOrder.inOrder(speeds)
        var rank = [Int32](repeating: 0, count: speeds.count)
        var seconds: [UInt32] = []
        seconds.reserveCapacity(speeds.count)
        var total: UInt32 = 0
        for (place, number) in stretches.enumerated() {
            let stretch = Int(number)
            rank[stretch] = Int32(truncatingIfNeeded: place)
            total += tracks.times[fixes.lowerBound + stretch + 1] - tracks.times[fixes.lowerBound + stretch]
            seconds.append(total)
        }
        self.rank = rank
        self.stretches = stretches
        self.seconds = seconds
    }

    /// The numbers of speeds in the order of these; equal ones keep theirs.
    ///
    /// Bits of numbers that are not negative are in the order of the numbers, and lie beside each other to be compared.
    static func inOrder(_ speeds: [Double]) -> [Int32] {
        struct Ranked {
            var bits: UInt64
            var stretch: Int32
        }
        var ranked: [Ranked] = []
        ranked.reserveCapacity(speeds.count)
        for (stretch, speed) in speeds.enumerated() {
            ranked.append(Ranked(bits: (speed + 0).bitPattern, stretch: Int32(truncatingIfNeeded: stretch)))
        }
        ranked.sort { $0.bits < $1.bits || $0.bits == $1.bits && $0.stretch < $1.stretch }
        return ranked.map(\.stretch)
    }

    /// The stretch whose speed is the time-weighted median from one time to another; nil when much is left out.
    ///
    /// The sums are exact: times are whole seconds, but for the two that are given.
    /// - Parameters:
    ///   - known: the stretches that have a part between the two times.
    ///   - cut: seconds before `start` on the first of these, and after `end` on the last.
    /// - Complexity: O(stretches left out · log n).
    func median(ofStretches known: Range<Int>, cut: (first: Double, last: Double), seconds total: Double) -> Int? {
        let count = rank.count
        guard !known.isEmpty, count - known.count <= SpeedOrder.mostLeftOut else { return nil }
        let half = total / 2
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            var sum = Double(seconds[middle])
            for stretch in 0..<known.lowerBound where rank[stretch] <= middle { sum -= length(ofStretch: stretch) }
            for stretch in known.upperBound..<count where rank[stretch] <= middle { sum -= length(ofStretch: stretch) }
            if rank[known.lowerBound] <= middle { sum -= cut.first }
            if rank[known.upperBound - 1] <= middle { sum -= cut.last }
            if sum >= half { high = middle } else { low = middle + 1 }
        }
        return Int(stretches[low])
    }

    private func length(ofStretch stretch: Int) -> Double {
        let place = Int(rank[stretch])
        return Double(seconds[place] - (place > 0 ? seconds[place - 1] : 0))
    }
}
