/// Vessels that are silent for now, ordered by the slab in which they are heard again: a binary heap.
struct VesselQueue {
    private var heap: [(slab: Int64, vessel: Int)] = []

    /// The slab of the vessel to be heard next, or nil.
    var nextSlab: Int64? { heap.first?.slab }

    /// Adds a vessel. Complexity: O(log n).
    mutating func push(slab: Int64, vessel: Int) {
        heap.append((slab, vessel))
        var child = heap.count - 1
        while child > 0, heap[child].slab < heap[(child - 1) / 2].slab {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Removes the vessel to be heard next. Complexity: O(log n).
    mutating func pop() -> Int? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first.vessel }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].slab < heap[least].slab {
                least = child
            }
            guard least != parent else { return first.vessel }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
