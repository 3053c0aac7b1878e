/// A box that is still growing; longitudes as fixes have them, since short stretches do not cross the dateline.
struct GrowingBox: Sendable {
    var start: Int64
    var end: Int64
    // As wide as the times: half a word written cannot be read back as a whole one without a wait.
    var south: Int64
    var north: Int64
    var west: Int64
    var east: Int64

    /// No box; it ends before any other.
    static let none = GrowingBox(start: 0, end: 0, south: 0, north: 0, west: 0, east: 0)

    @inline(__always)
    var isNone: Bool { end == 0 }

    @inline(__always)
    func fits(_ extent: Int64, with other: GrowingBox) -> Bool {
        max(north, other.north) - min(south, other.south) <= extent
            && max(east, other.east) - min(west, other.west) <= extent
    }

    @inline(__always)
    mutating func take(_ other: GrowingBox) {
        end = other.end
        south = min(south, other.south)
        north = max(north, other.north)
        west = min(west, other.west)
        east = max(east, other.east)
    }
}
