import TestSupport
import Testing

@testable import TrackIngest

@Suite struct HeadOfFileTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func aLineHasAsManyFieldsAsAreCountedInIt(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                Array(",,;\"\" ab\t1\u{e4}".utf8).randomElement(using: &random) ?? 44
            }
            let head = HeadOfFile(bytes, isWhole: true)
            for line in head.lines.indices {
                for delimiter in [UInt8(44), 59, 9] {
                    #expect(
                        head.fieldCount(ofLine: line, delimiter: delimiter)
                            == head.fields(ofLine: line, delimiter: delimiter).count, "seed \(seed), \(bytes)")
                }
            }
        }
    }

    @Test func aHundredAndOneLinesTellWhatTheWholeFileTells() throws {
        let recogniser = LayoutRecogniser()
        for odd in [0, 3, 95, 200] {
            let rows = (0..<400).map { row in
                "\(366_000_000 + row),2020-01-01T00:00:00,1.5,2.5" + (row < odd ? ",x" : "")
                    + (row % 7 == 0 ? "\n" : "")
            }
            let bytes = Array(("MMSI,BaseDateTime,LAT,LON\n" + rows.joined(separator: "\n")).utf8)
            let whole = try recogniser.layout(ofHead: bytes, isWhole: true)
            for count in stride(from: 50, to: bytes.count, by: 97)
            where recogniser.isEnough(head: Array(bytes[..<count])) {
                #expect(try recogniser.layout(ofHead: Array(bytes[..<count]), isWhole: false) == whole)
            }
            #expect(recogniser.isEnough(head: bytes) && !recogniser.isEnough(head: Array(bytes[..<2_000])))
        }
    }
}
