/// Writes a fleet as a file, block by block.
public struct FleetWriter {
    /// Whether rows come in time order or, as in NOAA's files, out of it.
    public enum Order: Sendable {
        case sorted
        /// Mixed within blocks of 65 536 rows: some ten minutes of a day of ten million.
        case shuffled
        /// Mixed throughout. The rows are held in memory until all are made, at 32 bytes each.
        case random
    }

    private static let rowsInBlock = 65_536

    public let plan: FleetPlan
    public let layout: TrackLayoutName
    public let order: Order

    public init(_ plan: FleetPlan, layout: TrackLayoutName, order: Order) {
        self.plan = plan
        self.layout = layout
        self.order = order
    }

    /// Makes the file and hands it over in pieces of some megabytes; what the sink throws ends it.
    ///
    /// The plan must have no problem. Complexity: O(rows) time, O(vessels) memory; O(rows) memory in random order.
    public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        // One specialised loop for each layout: a call through `any TrackLayout` for each row costs a third more.
        switch layout {
        case .noaa: try write(NOAALayoutWriter(), to: sink)
        case .noaa2024: try write(NOAA2024LayoutWriter(), to: sink)
        case .dma: try write(DMALayoutWriter(), to: sink)
        }
    }

    private func write<Failure: Error>(
        _ writer: some TrackLayout, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var generator = FleetGenerator(plan)
        let vessels = generator.vessels.map {
            writer.prepare($0, draughtDecimetres: $0.draughts.first?.decimetres ?? 0)
        }
        var random = SplitMix64(seed: plan.seed ^ 0x5_4F1E)
        var rows: [SyntheticRow] = []
        rows.reserveCapacity(FleetWriter.rowsInBlock)
        var bytes = Array(writer.header.utf8)
        bytes.append(UInt8(ascii: "\n"))
        bytes.reserveCapacity(FleetWriter.rowsInBlock * 200)
        let shuffled = order == .random ? plan.rows : FleetWriter.rowsInBlock
        var isDone = false
        while !isDone {
            rows.removeAll(keepingCapacity: true)
            while rows.count < shuffled, let row = generator.nextRow() { rows.append(row) }
            isDone = rows.count < shuffled || order == .random
            if order != .sorted { random.shuffle(&rows) }
            for start in stride(from: 0, through: rows.count, by: FleetWriter.rowsInBlock) {
                for row in rows[start..<min(start + FleetWriter.rowsInBlock, rows.count)] {
                    writer.append(row, of: vessels[Int(row.vessel)], to: &bytes)
                }
                if !bytes.isEmpty { try sink(bytes) }
                bytes.removeAll(keepingCapacity: true)
            }
        }
    }
}
