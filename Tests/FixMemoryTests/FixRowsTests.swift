import FixMemory
import Testing

/// A fix that is read at once is what the three columns say.
struct FixRowsTests {
    @Test(arguments: [0, Int.max])
    func rowsAreTheColumnsSideBySide(mostBytesInMemory: Int) throws {
        let memory = try FixMemory(count: 1_000, mostBytesInMemory: mostBytesInMemory)
        let fixes = (0..<1_000).map {
            StoredFix(time: UInt32.max - UInt32($0), latitude: Int32($0) - 500, longitude: Int32.min + Int32($0))
        }
        try memory.put(fixes[...], at: 0)
        #expect(memory.rows.count == 1_000)
        for fix in 0..<1_000 {
            let row = memory.rows[fix]
            #expect(row.time == memory.times[fix])
            #expect(row.latitude == memory.latitudes[fix] && row.longitude == memory.longitudes[fix])
        }
    }
}
