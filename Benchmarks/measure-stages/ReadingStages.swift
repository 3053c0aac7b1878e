import ByteInput
import MaritimeModel
import TrackIngest
import WorkSharing

/// Fetching, parsing and putting in order, beside a copy, a count of newlines and a copy of the fixes.
final class ReadingStages {
    private let path: String
    private var fetching: Measurement?
    private var stages: [String: Measurement] = [:]
    private var table: TrackTable?

    /// Name of the stage in the scan's clock, and what it is beside.
    private static let beside = [
        ("parse", "newlines counted"), ("identities", "fixes copied"), ("by vessel", "fixes copied"),
        ("tracks", "fixes copied"),
    ]
    private static let bytesOfAFix = 12

    init(path: String) { self.path = path }

    var measurements: [Measurement] {
        ([fetching] + Self.beside.map { stages[$0.0] }).compactMap { $0 }
    }

    /// The tracks as the last round read them.
    func tracks() throws -> TrackTable {
        guard let table else { preconditionFailure("nothing was measured") }
        return table
    }

    func measure() throws {
        let file = try PlainFile(path: path)
        var block = ByteBlock(capacity: 2 << 20)
        var offset = 0
        let time = try seconds { () throws(ByteInputError) in
            while offset < file.size {
                offset += try file.read(into: &block, fileOffset: offset)
            }
        }
        var measurement = fetching ?? Measurement("fetch", unit: "bytes", count: file.size, floor: "bytes copied")
        measurement.add(time, floor: Floors.copy(bytes: file.size))
        fetching = measurement
        try measureParsing(bytes: file.size)
    }

    private func measureParsing(bytes: Int) throws {
        let clock = StageClock()
        let reader = TrackReader(
            latestTime: Timestamp(secondsSince1970: Int64(UInt32.max)), threads: 1, memoryBytes: .max, clock: clock)
        let reading = try reader.read(InputExpansion(of: [path]).inputs)
        table = reading.tracks
        // The floor counts the newlines of a part in memory and is scaled to the whole.
        let head = try PlainFile(path: path)
        var block = ByteBlock(capacity: min(head.size, 64 << 20))
        let filled = try head.read(into: &block, fileOffset: 0)
        let lines = Floors.newlines(in: block.copyBytes(0..<filled))
        let lineSeconds = lines.seconds * Double(bytes) / Double(max(1, filled))
        let fixes = reading.tracks.fixCount
        let copySeconds = Floors.copy(bytes: fixes * Self.bytesOfAFix)
        let rows = reading.inputs.reduce(0) { $0 + $1.ledger.rows }
        for (name, floor) in Self.beside {
            let isParsing = name == "parse"
            var measurement =
                stages[name]
                ?? Measurement(
                    name, unit: isParsing ? "rows" : "fixes", count: isParsing ? rows : fixes, floor: floor)
            let entries = clock.entries.filter { $0.stage == name }
            precondition(!entries.isEmpty, "a scan has no stage \(name)")
            let time = entries.reduce(0) { $0 + $1.seconds }
            measurement.add(time, floor: isParsing ? lineSeconds : copySeconds)
            stages[name] = measurement
        }
    }
}
