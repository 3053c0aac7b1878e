/// The boxes of one watch: those within a slab by slabs, and those that last longer apart.
struct WatchBoxes: Sendable {
    /// Seconds since 1970 at which the watch begins.
    private(set) var start: UInt32 = 0
    /// One entry per slab: the boxes that begin and end in it.
    private(set) var slabs = [[PathBox]](repeating: [], count: Self.slabCount)
    /// Boxes that reach into a second slab: of ships that lie still, or nearly.
    private(set) var lasting: [PathBox] = []

    private static let slabCount = Int(PathBoxBuilder.watchSeconds / PathBoxBuilder.slabSeconds)

    var isEmpty: Bool { lasting.isEmpty && slabs.allSatisfy(\.isEmpty) }

    /// Forgets all boxes and begins a watch; `watch` is its number since 1970.
    mutating func begin(watch: Int64) {
        start = UInt32(clamping: watch * PathBoxBuilder.watchSeconds)
        lasting.removeAll(keepingCapacity: true)
        for slab in slabs.indices { slabs[slab].removeAll(keepingCapacity: true) }
    }

    /// Adds a box that lies within the watch.
    @inline(__always)
    mutating func append(_ box: PathBox) {
        let slab = Int((box.start - start) / UInt32(PathBoxBuilder.slabSeconds))
        if Int((box.end - 1 - start) / UInt32(PathBoxBuilder.slabSeconds)) == slab {
            slabs[slab].append(box)
        } else {
            lasting.append(box)
        }
    }
}
