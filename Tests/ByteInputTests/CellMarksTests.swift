import TestSupport
import Testing

@testable import ByteInput

struct CellMarksTests {
    @Test func theMarksAreThoseOfALoopOverTheBytes() {
        var random = SplitMix64(seed: 9)
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            for _ in 0..<300 {
                let signs = Array(",;\t\"\r\nab\u{0}é\u{7F}".utf8)
                let bytes = (0..<random.integer(in: 0...150)).map { _ in
                    signs[random.integer(in: 0...(signs.count - 1))]
                }
                for place in [0, bytes.count / 3, bytes.count] {
                    var twin: UInt64 = 0
                    for (bit, byte) in bytes.dropFirst(place).prefix(CellMarks.width).enumerated()
                    where byte == delimiter || [10, 13, 34].contains(byte) { twin |= 1 << UInt64(bit) }
                    #expect(CellMarks.of(bytes, from: place, delimiter: delimiter) == twin)
                }
            }
        }
    }
}
