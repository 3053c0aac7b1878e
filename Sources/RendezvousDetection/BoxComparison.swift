/// Compares two boxes of a watch that the strips brought together, and notes for how long their vessels may be near.
struct BoxComparison {
    let grid: StripGrid
    let bounds: BoxBounds
    let growth: BoxGrowth
    /// Seconds since 1970.
    let watchStart: UInt32

    /// Adds a piece for two entries of lists over `boxes` and `others`, unless they are surely apart.
    @inline(__always)
    func compare(
        _ one: StripList.Entry, _ boxes: [PathBox], _ other: StripList.Entry, _ others: [PathBox],
        _ pieces: inout [NearPiece]
    ) {
        let (box, another) = (boxes[one.box], others[other.box])
        if one.isBehind(or: other), isMetBefore(box, another) { return }
        add(box, another, &pieces)
    }

    /// The same for two boxes that no strip brought together.
    func compare(_ box: PathBox, _ another: PathBox, groups: [Int32], _ pieces: inout [NearPiece]) {
        let group = groups[Int(box.segment)]
        guard box.segment != another.segment, group < 0 || group != groups[Int(another.segment)],
            max(box.start, another.start) < min(box.end, another.end)
        else { return }
        let (one, other) = (growth.grown(box), growth.grown(another))
        guard one.geoBox.intersects(other.geoBox) else { return }
        add(box, another, &pieces)
    }

    @inline(__always)
    private func add(_ box: PathBox, _ another: PathBox, _ pieces: inout [NearPiece]) {
        let relation = bounds.relation(box, another)
        guard relation != .apart else { return }
        pieces.append(
            NearPiece(
                first: min(box.segment, another.segment), second: max(box.segment, another.segment),
                start: max(box.start, another.start) - watchStart, end: min(box.end, another.end) - watchStart,
                isSure: relation == .within))
    }

    /// Whether two boxes, of which one has an entry behind 180°, are also met with in front of it.
    private func isMetBefore(_ box: PathBox, _ another: PathBox) -> Bool {
        let (one, other) = (growth.grown(box), growth.grown(another))
        func column(_ longitude: Int64) -> UInt32 { grid.key(row: 0, longitude: longitude) }
        return column(Int64(one.west)) <= column(Int64(other.west) + Int64(other.width))
            && column(Int64(other.west)) <= column(Int64(one.west) + Int64(one.width))
            || StripList.reachesBehind(one) && StripList.reachesBehind(other)
    }
}
