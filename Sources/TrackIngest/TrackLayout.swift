/// How a track file is laid out: which column holds what.
public struct TrackLayout: Hashable, Sendable {
    /// The layout in words, for the reader of a report.
    public var name: String
    /// The byte between two columns.
    public var delimiter: UInt8
    /// Positions of the columns that are known, from 0.
    public var columns: [TrackColumn: Int]
    /// How many columns a row has; a row with another number is rejected.
    public var columnCount: Int
    /// Where the first row of data begins.
    public var dataStart: Int
    /// What the reader should know, a sentence, or nil.
    public var remark: String?

    public init(
        name: String, delimiter: UInt8, columns: [TrackColumn: Int], columnCount: Int, dataStart: Int,
        remark: String? = nil
    ) {
        self.name = name
        self.delimiter = delimiter
        self.columns = columns
        self.columnCount = columnCount
        self.dataStart = dataStart
        self.remark = remark
    }

    /// Columns whose values describe the vessel and not its position, as ranges of neighbouring positions.
    var staticRuns: [Range<Int>] {
        let described: [TrackColumn] = [
            .name, .imo, .callsign, .type, .length, .width, .draught, .destination, .station,
        ]
        var runs: [Range<Int>] = []
        for position in Set(described.compactMap { columns[$0] }).sorted() {
            if let last = runs.last, last.upperBound == position {
                runs[runs.count - 1] = last.lowerBound..<(position + 1)
            } else {
                runs.append(position..<(position + 1))
            }
        }
        return runs
    }
}
