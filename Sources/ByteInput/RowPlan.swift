/// Which columns of a row are read for every row.
public struct RowPlan: Sendable {
    /// The byte between two columns.
    public let delimiter: UInt8
    /// How many columns a row must have.
    public let columnCount: Int
    /// Positions from 0; a column that is not there, -1 for example, reads as blank.
    public let identity: Int
    public let time: Int
    public let latitude: Int
    public let longitude: Int
    /// Columns that describe the sender and are hashed, as ranges of neighbouring positions.
    let described: [Range<Int>]
    /// The same, as pairs of the first and the one behind the last.
    let bounds: [UInt32]

    /// Ranges of `described` beyond the columns of a row are left out.
    public init(
        delimiter: UInt8, columnCount: Int, identity: Int, time: Int, latitude: Int, longitude: Int,
        described: [Range<Int>]
    ) {
        self.delimiter = delimiter
        self.columnCount = columnCount
        self.identity = identity
        self.time = time
        self.latitude = latitude
        self.longitude = longitude
        let runs = described.filter { run in
            !run.isEmpty && run.lowerBound >= 0 && run.upperBound <= min(columnCount, RowCursor.mostColumns)
        }
        self.described = runs
        bounds = runs.flatMap { [UInt32($0.lowerBound), UInt32($0.upperBound)] }
    }

    /// Whether all columns to be read are there, so that rows can be read many at a time.
    var isComplete: Bool {
        columnCount <= RowCursor.mostColumns
            && [identity, time, latitude, longitude].allSatisfy { (0..<columnCount).contains($0) }
    }
}

/// What a row says in the columns of a `RowPlan`.
public struct DecodedRow: Hashable, Sendable {
    // The order of these is that of `sts_row`, see `RowBatches`.

    /// The identity when it is a plain number, see `RowCursor.numericIdentity(of:)`; else a hash of its bytes, not less
    /// than `leastHash`. 0 when the row was not read.
    public internal(set) var identity: UInt64 = 0
    /// The hash of the describing columns: equal bytes have equal hashes.
    public internal(set) var describedHash: UInt64 = 0
    /// Seconds since 1970, or `noTime`.
    public internal(set) var seconds = DecodedRow.noTime
    /// 1e-7 degree, within ±90; `noPosition` when there is no latitude or no longitude that can be.
    public internal(set) var latitude = DecodedRow.noPosition
    /// 1e-7 degree, within ±180.
    public internal(set) var longitude: Int32 = 0
    /// The offset of the row's first byte in its block.
    public internal(set) var start: UInt32 = 0
    /// In bytes, the newline not counted.
    public internal(set) var length: UInt32 = 0
    /// 0..<1 000 000 000.
    public internal(set) var nanoseconds: UInt32 = 0
    /// What was read and what was not, as `CByteScan` tells it.
    var marks: UInt32 = 0

    /// Whether the row has as many columns as it must have; if not, nothing else is read.
    public var hasAllColumns: Bool { marks & DecodedRow.allColumns != 0 }
    /// Whether the row has not been read, since that takes `RowCursor.decode(_:by:)`.
    public var needsCare: Bool { marks & DecodedRow.care != 0 }

    /// The bits of `marks` that leave `ByteInput`.
    static let allColumns: UInt32 = 1
    static let care: UInt32 = 2

    /// What tells hashes from numbers, which have at most 18 digits.
    public static let leastHash = UInt64(1) << 63
    /// Stands for a time that cannot be read.
    public static let noTime = Int64.min
    /// Stands for a position that cannot be read or cannot be.
    public static let noPosition = Int32.min

    /// Takes over a position in 1e-7 degree if there can be such a place.
    @inline(__always)
    mutating func setPosition(_ latitude: Int64, _ longitude: Int64) {
        guard latitude.magnitude <= 900_000_000, longitude.magnitude <= 1_800_000_000 else { return }
        self.latitude = Int32(truncatingIfNeeded: latitude)
        self.longitude = Int32(truncatingIfNeeded: longitude)
    }
}

/// Where and when a row was sent, as `DecodedRow` has it.
public struct DecodedFix: Sendable {
    public var seconds: Int64
    public var latitude: Int32
    public var longitude: Int32
    public var nanoseconds: UInt32
}
