/// Where the two vessels of a pair are at a moment.
struct PairPlaces {
    /// Of the two places.
    let sum: UnitVector
    /// The place of the first less that of the second.
    let offset: UnitVector
    /// The squared straight-line distance.
    let square: Double

    @inline(__always)
    init(_ first: PathCursor, _ second: PathCursor, at time: Double) {
        let one = first.position(at: time)
        let other = second.position(at: time)
        sum = one + other
        offset = one - other
        square = offset.squared
    }
}
