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
}
