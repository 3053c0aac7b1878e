/// A box that is still growing; longitudes as fixes have them, since short stretches do not cross the dateline.
struct GrowingBox: Sendable {
    var start: Int64
    var end: Int64
    var south: Int32
    var north: Int32
    var west: Int32
    var east: Int32

    @inline(__always)
    mutating func include(_ latitude: Int32, _ longitude: Int32) {
        south = min(south, latitude)
        north = max(north, latitude)
        west = min(west, longitude)
        east = max(east, longitude)
    }

    @inline(__always)
    func fits(_ extent: Int64, with other: GrowingBox) -> Bool {
        Int64(max(north, other.north)) - Int64(min(south, other.south)) <= extent
            && Int64(max(east, other.east)) - Int64(min(west, other.west)) <= extent
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
