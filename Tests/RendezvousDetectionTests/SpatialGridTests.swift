import MaritimeModel
import TestSupport
import Testing

@testable import RendezvousDetection

/// The invariants of the grid: every point in one cell, a box's cells are those that hold its points, right everywhere.
struct SpatialGridTests {
    static let sizes = [500.0, 1_000, 7_777, 200_000]

    /// Points that a careless grid gets wrong, and random ones.
    private func points(_ random: inout SplitMix64, count: Int) -> [(latitude: Int64, longitude: Int64)] {
        var points: [(latitude: Int64, longitude: Int64)] = []
        for latitude in [-900_000_000, -899_999_999, -1, 0, 1, 899_999_999, 900_000_000] as [Int64] {
            for longitude in [0, 1, 1_799_999_999, 1_800_000_000, 3_599_999_999] as [Int64] {
                points.append((latitude, longitude))
            }
        }
        for _ in 0..<count {
            points.append(
                (
                    Int64.random(in: -900_000_000...900_000_000, using: &random),
                    Int64.random(in: 0..<3_600_000_000, using: &random)
                ))
        }
        return points
    }

    @Test(arguments: sizes)
    func everyPointLiesInOneCellOfTheGrid(size: Double) {
        let grid = SpatialGrid(cellMetres: size)
        let last = grid.cell(latitude: GeoBox.pole, longitude: GeoBox.fullCircle - 1)
        var random = SplitMix64(seed: 1)
        for point in points(&random, count: 2_000) {
            #expect(grid.cell(latitude: point.latitude, longitude: point.longitude) <= last)
        }
    }

    @Test(arguments: sizes)
    func theBoxOfAPointHoldsJustItsCell(size: Double) throws {
        let grid = SpatialGrid(cellMetres: size)
        var random = SplitMix64(seed: 2)
        for _ in 0..<2_000 {
            let position = try #require(
                GeoPosition(
                    latitude: .random(in: -90...90, using: &random), longitude: .random(in: -180...180, using: &random))
            )
            let box = GeoBox(position)
            var cells: [UInt32] = []
            let rows = try #require(grid.rows(of: box, most: 1))
            grid.forEachCell(of: box, rows: rows) { cells.append($0) }
            #expect(cells == [grid.cell(latitude: box.south, longitude: box.west)])
            #expect(rows.count == 1)
        }
    }

    @Test(arguments: sizes)
    func theCellsOfABoxAreDistinctAndHoldEveryPointOfIt(size: Double) throws {
        let grid = SpatialGrid(cellMetres: size)
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let latitude = seed % 4 == 0 ? 89.99 : Double.random(in: -90...90, using: &random)
            let longitude = seed % 3 == 0 ? 180.0 : Double.random(in: -180...180, using: &random)
            let centre = try #require(GeoPosition(latitude: latitude, longitude: longitude))
            let box = GeoBox(centre).grown(byMetres: size * .random(in: 0.1...3, using: &random))
            guard let rows = grid.rows(of: box, most: 100_000) else { continue }
            var cells: [UInt32] = []
            grid.forEachCell(of: box, rows: rows) { cells.append($0) }
            #expect(Set(cells).count == cells.count, "seed \(seed)")
            let set = Set(cells)
            for _ in 0..<50 {
                let point = (
                    latitude: Int64.random(in: box.south...box.north, using: &random),
                    longitude: GeoBox.wrapped(
                        box.west + Int64.random(in: 0...min(box.width, GeoBox.fullCircle - 1), using: &random))
                )
                #expect(
                    set.contains(grid.cell(latitude: point.latitude, longitude: point.longitude)), "seed \(seed)")
            }
        }
    }

    @Test(arguments: sizes)
    func noCellIsWiderThanItShouldBe(size: Double) {
        // Going round any parallel, a new cell comes at least every `size` metres.
        let grid = SpatialGrid(cellMetres: size)
        var random = SplitMix64(seed: 4)
        for _ in 0..<200 {
            let latitude = Int64.random(in: -899_000_000...899_000_000, using: &random)
            let metresPerUnit = UnitVector.metresPerLongitudeUnit(latitude)
            let longitude = Int64.random(in: 0..<3_500_000_000, using: &random)
            let step = Int64(size * 1.0001 / metresPerUnit) + 1
            guard longitude + step < GeoBox.fullCircle else { continue }
            #expect(
                grid.cell(latitude: latitude, longitude: longitude)
                    != grid.cell(latitude: latitude, longitude: longitude + step))
        }
    }
}

extension UnitVector {
    /// Metres on the sphere in one unit of longitude at a latitude, for the tests.
    static func metresPerLongitudeUnit(_ latitude: Int64) -> Double {
        let position = GeoPosition(latitudeE7: Int32(latitude), longitudeE7: 0)
        let vector = UnitVector(position)
        return (vector.x * vector.x + vector.y * vector.y).squareRoot() * radiansPerE7 * earthRadiusMetres
    }
}
