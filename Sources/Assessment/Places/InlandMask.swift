public import MaritimeModel

/// Tells whether a place lies far inland: on land, and well away from the sea, lakes, rivers, canals and ports.
///
/// Cells of 1/20 degree (5.6 km of latitude). A cell counts when all of it is at least 15 km from the sea and lakes, 12
/// km from rivers and canals and 30 km from ports; `Scripts/bake-inland` says how it is made and from what. It is no
/// shoreline: most land near water is not "inland" in this sense. The table is decoded once, at the first question.
public struct InlandMask: Sendable {
    /// Cells along a degree.
    private static let cellsPerDegree = 20
    private static let unitsPerCell = 10_000_000 / Int32(cellsPerDegree)
    static let rows = 180 * cellsPerDegree
    static let columns = 360 * cellsPerDegree

    /// Where the runs of each row begin; one more entry than there are rows.
    private let firstRun: [Int32]
    /// The columns at which cells begin and cease to be inland, by turns.
    private let runs: [UInt16]

    public init() { self = InlandMask.ofTheWorld }

    /// Makes a mask of a table of lines of digits, as `Scripts/bake-inland` writes it.
    ///
    /// The table is part of the program, so a bad one is a fault of the program and traps.
    init(table: String) {
        var firstRun: [Int32] = [0]
        var runs: [UInt16] = []
        firstRun.reserveCapacity(InlandMask.rows + 1)
        let bytes = table.utf8.span
        // Most runs have two digits.
        runs.reserveCapacity(bytes.count / 2)
        var column = 0
        var next = 0
        while next < bytes.count {
            if bytes[next] == UInt8(ascii: "\n") {
                precondition(column <= InlandMask.columns, "a bad line in the table of inland cells")
                firstRun.append(Int32(runs.count))
                column = 0
                next += 1
                continue
            }
            let (length, digits) = InlandMask.length(bytes.extracting(next..<min(next + 3, bytes.count)))
            next += digits
            column += length
            runs.append(UInt16(column))
        }
        // The last row of a literal has no newline.
        if firstRun.count == InlandMask.rows { firstRun.append(Int32(runs.count)) }
        precondition(firstRun.count == InlandMask.rows + 1, "the table of inland cells has not all rows")
        self.firstRun = firstRun
        self.runs = runs
    }

    /// Whether the place lies in a cell that is far inland. Complexity: O(log runs of a row), about 20 ns.
    public func contains(latitudeE7: Int32, longitudeE7: Int32) -> Bool {
        let row = min(InlandMask.rows - 1, Int((latitudeE7 + 900_000_000) / InlandMask.unitsPerCell))
        let east = Int((Int64(longitudeE7) + 1_800_000_000) / Int64(InlandMask.unitsPerCell))
        let column = UInt16(east % InlandMask.columns)
        var low = Int(firstRun[row])
        let first = low
        var high = Int(firstRun[row + 1])
        while low < high {
            let middle = (low + high) / 2
            if runs[middle] <= column { low = middle + 1 } else { high = middle }
        }
        // After an odd number of changes the cells are inland.
        return (low - first) % 2 == 1
    }

    /// A cell of the mask, in 1e-7 degree; the first is without extent.
    struct Cell {
        var south: Int32 = .max
        var west: Int32 = .max
        var isInland = false

        @inline(__always)
        func holds(latitudeE7: Int32, longitudeE7: Int32) -> Bool {
            latitudeE7 >= south && longitudeE7 >= west && latitudeE7 &- south < InlandMask.unitsPerCell
                && longitudeE7 &- west < InlandMask.unitsPerCell
        }
    }

    /// The cell of a place. Complexity: as of `contains`.
    func cell(latitudeE7: Int32, longitudeE7: Int32) -> Cell {
        let units = InlandMask.unitsPerCell
        let row = min(Int32(InlandMask.rows - 1), (latitudeE7 + 900_000_000) / units)
        let column = Int32((Int64(longitudeE7) + 1_800_000_000) / Int64(units))
        return Cell(
            south: row * units - 900_000_000, west: Int32(Int64(column) * Int64(units) - 1_800_000_000),
            isInland: contains(latitudeE7: latitudeE7, longitudeE7: longitudeE7))
    }

    /// Whether the place lies in a cell that is far inland.
    public func contains(_ position: GeoPosition) -> Bool {
        contains(latitudeE7: position.latitudeE7, longitudeE7: position.longitudeE7)
    }

    private static let ofTheWorld = InlandMask(table: inlandTable)

    /// Decodes the table, so that no question has to wait for it.
    public static func prepare() { _ = ofTheWorld }

    /// By byte, the digit that it is: the printable characters from `!` on without `"`, `#` and `\`. Others are 255.
    private static let digits = (UInt8.min...UInt8.max).map { byte -> UInt8 in
        switch byte {
        case 33: 0
        case 36...91: byte - 35
        case 93...126: byte - 36
        default: 255
        }
    }

    /// The number of cells that the first digits say, and how many they are: one, two or three.
    private static func length(_ bytes: Span<UInt8>) -> (cells: Int, digits: Int) {
        func digit(_ place: Int) -> Int {
            precondition(place < bytes.count && digits[Int(bytes[place])] < 255, "a bad digit in the inland table")
            return Int(digits[Int(bytes[place])])
        }
        let first = digit(0)
        if first < 46 { return (first, 1) }
        if first < 86 { return (46 + (first - 46) * 91 + digit(1), 2) }
        precondition(first == 86, "a bad digit in the table of inland cells")
        return (digit(1) * 91 + digit(2), 3)
    }
}
