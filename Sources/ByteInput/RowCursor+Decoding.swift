extension RowCursor {
    /// Moves to a row that `RowBatches` found in this cursor's block.
    public mutating func stand(on row: DecodedRow, by plan: RowPlan) {
        begin(range: Int(row.start)..<(Int(row.start) + Int(row.length)), delimiter: plan.delimiter)
        _ = next()
    }

    /// Reads a row that `RowBatches` left to the cursor, which stands on that row then.
    public mutating func decode(_ row: DecodedRow, by plan: RowPlan) -> DecodedRow {
        stand(on: row, by: plan)
        return decoded(by: plan)
    }

    /// What the current row says in the columns of a plan: the slow and obvious twin of `RowBatches`.
    mutating func decoded(by plan: RowPlan) -> DecodedRow {
        var row = DecodedRow()
        row.start = UInt32(truncatingIfNeeded: rowStart)
        row.length = UInt32(truncatingIfNeeded: rowLength)
        guard fieldCount == plan.columnCount else { return row }
        row.marks = DecodedRow.allColumns
        row.identity =
            numericIdentity(of: plan.identity)
            ?? hash(ofColumns: [plan.identity..<(plan.identity + 1)]) | DecodedRow.leastHash
        if let time = time(of: plan.time) {
            row.seconds = time.seconds
            row.nanoseconds = time.nanoseconds
        }
        if let latitude = fixedPointE7(of: plan.latitude), let longitude = fixedPointE7(of: plan.longitude) {
            row.setPosition(latitude, longitude)
        }
        row.describedHash = hash(ofColumns: plan.described)
        return row
    }
}
