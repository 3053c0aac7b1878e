import MaritimeModel

/// Reads `W,S,E,N` in degrees; a west that lies east of the east makes a box across the dateline.
func readBoundingBox(_ text: String) throws(ValueError) -> EventFilter.BoundingBox {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { readDecimal($0) }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
        let north = numbers[3]
    else {
        throw ValueError("is not a box; write west,south,east,north in degrees, such as 5,53,9.5,56")
    }
    guard (-180...180).contains(west), (-180...180).contains(east) else {
        throw ValueError("has a longitude out of range; -180 to 180 is accepted, in the order west,south,east,north")
    }
    guard (-90...90).contains(south), (-90...90).contains(north) else {
        throw ValueError("has a latitude out of range; -90 to 90 is accepted, in the order west,south,east,north")
    }
    guard south <= north else {
        throw ValueError("has its south north of its north; the order is west,south,east,north")
    }
    return EventFilter.BoundingBox(west: west, south: south, east: east, north: north)
}
