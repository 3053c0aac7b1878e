/// The least value below or at which at least half of the weight lies.
struct WeightedMedian {
    private var samples: [(value: Double, weight: Double)] = []

    mutating func add(_ value: Double, weight: Double) { samples.append((value, weight)) }

    /// 0 when nothing was added. Complexity: O(n log n).
    var median: Double {
        let sorted = samples.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
        let half = sorted.reduce(0) { $0 + $1.weight } / 2
        var below = 0.0
        for sample in sorted {
            below += sample.weight
            if below >= half { return sample.value }
        }
        return 0
    }
}
