import Glibc
import MaritimeModel

/// Cuts the sphere into cells of about one size: rows of equal latitude, each with its own number of columns.
///
/// Invariants, each tested: every point lies in exactly one cell; the cells of a box are exactly those that hold one of
/// its points, or touch its longitudes in one of its rows; no cell is wider or higher than `cellMetres` by more than
/// a rounding, down to the last row, and the rows at the poles shrink to few columns instead of slivers.
struct SpatialGrid: Sendable {
    /// The height of a row, and the greatest width of a cell, in metres.
    let cellMetres: Double
    /// Unit: 1e-7 degree.
    private let rowHeight: Int64
    private let columnsOfRow: [Int32]
    private let firstCellOfRow: [UInt32]

    /// Makes a grid; cells of less than 500 m are made 500 m, so that a cell number fits 32 bits.
    init(cellMetres wanted: Double) {
        cellMetres = min(max(wanted, 500), 2_000_000)
        rowHeight = Int64((cellMetres / earthRadiusMetres / radiansPerE7).rounded())
        let rows = Int((2 * GeoBox.pole + rowHeight) / rowHeight)
        var columns: [Int32] = []
        var first: [UInt32] = []
        columns.reserveCapacity(rows)
        first.reserveCapacity(rows)
        var total: UInt32 = 0
        for row in 0..<rows {
            // The side of the row that lies nearer to the equator is the longer one.
            let south = Int64(row) * rowHeight - GeoBox.pole
            let north = min(GeoBox.pole, south + rowHeight)
            let flattest = south <= 0 && north >= 0 ? 0 : min(abs(south), abs(north))
            let circumference = 2 * Double.pi * earthRadiusMetres * cos(Double(flattest) * radiansPerE7)
            let count = Int32(max(1, (circumference / cellMetres).rounded(.up)))
            columns.append(count)
            first.append(total)
            total += UInt32(count)
        }
        columnsOfRow = columns
        firstCellOfRow = first
    }

    /// The cell that holds a point: latitude in 1e-7 degree, longitude in 1e-7 degree counted from 180° W.
    func cell(latitude: Int64, longitude: Int64) -> UInt32 {
        let row = self.row(of: latitude)
        return firstCellOfRow[row] + UInt32(column(of: longitude, columns: Int64(columnsOfRow[row])))
    }

    /// The rows of a box, or nil when it covers clearly more cells than `most`.
    @inline(__always)
    func rows(of box: GeoBox, most: Int) -> ClosedRange<Int>? {
        let rows = row(of: box.south)...row(of: box.north)
        // Between 60 degrees and the equator a box this small has at most three rows of at most six columns.
        if rows.count <= 3, box.width < 4 * rowHeight, abs(box.south) < 600_000_000 { return rows }
        let columns = max(
            columnSpan(of: box, columns: Int64(columnsOfRow[rows.lowerBound])).count,
            columnSpan(of: box, columns: Int64(columnsOfRow[rows.upperBound])).count)
        return rows.count * Int(columns) > most ? nil : rows
    }

    /// Calls `body` once for every cell that a box covers in some rows. Complexity: O(cells of the box in them).
    @inline(__always)
    func forEachCell(of box: GeoBox, rows: ClosedRange<Int>, _ body: (UInt32) -> Void) {
        for row in rows {
            let columns = Int64(columnsOfRow[row])
            let span = columnSpan(of: box, columns: columns)
            var column = span.first
            for _ in 0..<span.count {
                body(firstCellOfRow[row] + UInt32(column))
                column += 1
                if column == columns { column = 0 }
            }
        }
    }

    private func row(of latitude: Int64) -> Int {
        Int((latitude + GeoBox.pole) / rowHeight)
    }

    private func column(of longitude: Int64, columns: Int64) -> Int64 {
        longitude * columns / GeoBox.fullCircle
    }

    /// The first column of a box in a row and how many there are, never one twice.
    private func columnSpan(of box: GeoBox, columns: Int64) -> (first: Int64, count: Int64) {
        guard box.width < GeoBox.fullCircle else { return (0, columns) }
        let first = column(of: box.west, columns: columns)
        let east = box.west + box.width
        if east < GeoBox.fullCircle {
            return (first, column(of: east, columns: columns) - first + 1)
        }
        let last = column(of: east - GeoBox.fullCircle, columns: columns)
        return (first, min(columns, columns - first + last + 1))
    }
}
