import Glibc

/// The least that a stage could cost: looking at its bytes once, or moving them once.
enum Floors {
    /// Seconds to copy so many bytes within memory, 1 MiB at a time, from and to places that do not fit a cache.
    static func copy(bytes: Int) -> Double {
        let piece = 1 << 20
        let room = min(max(piece, bytes), 256 << 20)
        let source = [UInt8](repeating: 1, count: room)
        var target = [UInt8](repeating: 0, count: room)
        var left = bytes
        var offset = 0
        let time = seconds {
            // Safe: because every copy stays within `room` bytes of both arrays, which live for the call.
            unsafe source.withUnsafeBytes { from in
                unsafe target.withUnsafeMutableBytes { to in
                    guard let from = from.baseAddress, let to = to.baseAddress else { return }
                    while left > 0 {
                        let count = min(left, piece)
                        if offset + count > room { offset = 0 }
                        unsafe _ = memcpy(to + offset, from + offset, count)
                        offset += count
                        left -= count
                    }
                }
            }
        }
        precondition(target.last != nil)
        return time
    }

    /// How many newlines there are in some text, and the seconds it takes to count them 16 bytes at a time.
    static func newlines(in text: [UInt8]) -> (count: Int, seconds: Double) {
        var count = 0
        let time = seconds {
            typealias Word = SIMD16<UInt8>
            let newline = Word(repeating: 10)
            let whole = text.count / 16 * 16
            // Safe: because every load lies within the array's bytes, and a mask has the size of its vector.
            unsafe text.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress else { return }
                for part in stride(from: 0, to: whole, by: 16 * 255) {
                    // A lane holds up to 255.
                    var sums = Word(repeating: 0)
                    for offset in stride(from: part, to: min(whole, part + 16 * 255), by: 16) {
                        let word = unsafe (start + offset).loadUnaligned(as: Word.self)
                        sums &-= unsafe unsafeBitCast(word .== newline, to: Word.self)
                    }
                    count += sums.indices.reduce(0) { $0 + Int(sums[$1]) }
                }
                for offset in whole..<text.count where unsafe bytes[offset] == 10 { count += 1 }
            }
        }
        return (count, time)
    }
}
