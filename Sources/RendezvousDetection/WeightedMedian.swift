/// The least value below or at which at least half of the weight lies.
struct WeightedMedian {
    private var samples: [(value: Double, weight: Double)] = []

    mutating func add(_ value: Double, weight: Double) { samples.append((value, weight)) }

    /// Forgets the samples, and keeps their memory.
    mutating func removeAll() { samples.removeAll(keepingCapacity: true) }

    /// 0 when nothing was added; the samples change places. Complexity: O(n) on average, by selection.
    mutating func median() -> Double {
        let half = samples.reduce(0) { $0 + $1.weight } / 2
        var samples = samples.mutableSpan
        var (low, high) = (0, samples.count)
        // The weight of what lies before `low`.
        var below = 0.0
        while high - low > 1 {
            let pivot = Self.pivot(samples[low].value, samples[(low + high) / 2].value, samples[high - 1].value)
            // Less than the pivot in front, then those equal to it, then the rest.
            var (less, index, more) = (low, low, high)
            var (weightOfLess, weightOfEqual) = (0.0, 0.0)
            while index < more {
                let sample = samples[index]
                if sample.value < pivot {
                    samples.swapAt(less, index)
                    weightOfLess += sample.weight
                    less += 1
                    index += 1
                } else if sample.value > pivot {
                    more -= 1
                    samples.swapAt(index, more)
                } else {
                    weightOfEqual += sample.weight
                    index += 1
                }
            }
            if less > low, below + weightOfLess >= half {
                high = less
            } else if below + weightOfLess + weightOfEqual >= half || more == high {
                return pivot
            } else {
                below += weightOfLess + weightOfEqual
                low = more
            }
        }
        return low < samples.count ? samples[low].value : 0
    }

    /// The middle one of three values.
    private static func pivot(_ one: Double, _ two: Double, _ three: Double) -> Double {
        max(min(one, two), min(max(one, two), three))
    }
}
