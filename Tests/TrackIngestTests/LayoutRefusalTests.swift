import Testing

@testable import TrackIngest

/// What is said of files whose layout is not seen.
struct LayoutRefusalTests {
    private func problem(_ bytes: [UInt8], columns: [TrackColumn: String] = [:], isWhole: Bool = true) -> LayoutProblem?
    {
        do throws(LayoutProblem) {
            _ = try LayoutRecogniser(userColumns: columns).layout(ofHead: bytes, isWhole: isWhole)
            return nil
        } catch {
            return error
        }
    }

    private func problem(_ text: String, columns: [TrackColumn: String] = [:]) -> LayoutProblem? {
        problem(Array(text.utf8), columns: columns)
    }

    @Test func aHeaderOfUnknownNamesIsShownWithTheRemedy() {
        let found = problem("ship,when,north,east\n1,2,3,4\n")
        #expect(found?.kind == .unrecognised)
        #expect(
            found?.message
                == "the columns for id, time, lat, lon were not recognised: its header has \"ship\", \"when\", "
                + "\"north\", \"east\"; say which they are with --columns id=NAME,time=NAME,lat=NAME,lon=NAME")
    }

    @Test func linesThatEndInCarriageReturnsAloneAreRefusedWithTheRemedy() {
        let found = problem("MMSI,BaseDateTime,LAT,LON\r1,2022-01-03T00:00:00,1,2\r")
        #expect(found?.kind == .encoding)
        #expect(found?.message.contains("carriage returns alone") == true)
        #expect(problem("MMSI,BaseDateTime,LAT,LON\r\n") == nil)
        #expect(problem("MMSI,BaseDateTime,LAT,LON\r") == nil)
    }

    @Test func onlyMissingColumnsAreAskedFor() {
        let found = problem("MMSI,BaseDateTime,LAT,east\n")
        #expect(found?.message.contains("the columns for lon were not recognised") == true)
        #expect(found?.message.hasSuffix("--columns lon=NAME") == true)
    }

    @Test func rowsWithoutHeaderAreShownWithNumbersAsTheRemedy() {
        let found = problem("17,2022-01-03 00:00:00,1.5,2.5\n")
        #expect(found?.kind == .unrecognised)
        #expect(found?.message.contains("it has no header; its first row is \"17\", \"2022-01-03 00:00:00\"") == true)
        #expect(found?.message.contains("--columns id=NUMBER,time=NUMBER,lat=NUMBER,lon=NUMBER") == true)
    }

    @Test(arguments: ["ship", "9", "0", "-1"])
    func aColumnThatIsNotThereIsNamedWithThoseThatAre(name: String) {
        let found = problem("MMSI,BaseDateTime,LAT,LON\n", columns: [.id: name])
        #expect(found?.kind == .columnMissing)
        #expect(found?.message.contains("there is no column \"\(name)\" for id") == true)
        #expect(found?.message.contains("4 columns: \"MMSI\", \"BaseDateTime\", \"LAT\", \"LON\"") == true)
    }

    @Test func aLongHeaderIsShownInPart() {
        let found = problem((0..<200).map { "field_\($0)" }.joined(separator: ","))
        #expect(found?.message.contains("and 176 more") == true)
        let wide = problem(String(repeating: "w", count: 5_000) + ",x\n")
        #expect((wide?.message.utf8.count ?? .max) < 400)
    }

    @Test func emptyAndBlankFilesAreNamedSo() {
        #expect(problem([])?.kind == .empty)
        #expect(problem([0xEF, 0xBB, 0xBF])?.message == "the file holds only blank lines")
        #expect(problem("\n\r\n  \n\t\n")?.message == "the file holds only blank lines")
    }

    @Test func binaryJunkIsNoText() {
        let junk = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 8) }
        #expect(problem(junk)?.kind == .binary)
        #expect(problem([0])?.kind == .binary)
        #expect(problem(Array("M\0M\0S\0I\0".utf8))?.kind == .binary)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x4D, 0x00], [0xFE, 0xFF, 0x00, 0x4D]])
    func utf16IsNamedWithTheRemedy(bytes: [UInt8]) {
        let found = problem(bytes)
        #expect(found?.kind == .encoding)
        #expect(found?.message.contains("iconv") == true)
    }

    @Test func aFirstLineOfAMegabyteIsRefused() {
        let found = problem([UInt8](repeating: 120, count: 1 << 20), isWhole: false)
        #expect(found?.kind == .empty)
        #expect(found?.message == "the first line is longer than a row may be")
    }
}
