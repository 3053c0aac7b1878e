/// A time within a watch in which two segments may be in contact, or are; 12 bytes.
struct NearPiece: PairOrdered, Sendable {
    var first: Int32
    var second: Int32
    /// Start and end in seconds from the watch's beginning, and a mark; in the order of the starts.
    private(set) var span: UInt32

    @inline(__always)
    init(first: Int32, second: Int32, start: UInt32, end: UInt32, isSure: Bool) {
        self.first = first
        self.second = second
        // A watch has 14 400 seconds: 15 bits for the end leave 16 for the start and one for the mark.
        span = start << 16 | end << 1 | (isSure ? 1 : 0)
    }

    var moment: UInt32 { span }

    /// The same with times in seconds since 1970.
    @inline(__always)
    func piece(watchStart: UInt32) -> PairPiece {
        PairPiece(start: watchStart + (span >> 16), end: watchStart + (span >> 1 & 0x7FFF), isSure: span & 1 != 0)
    }
}
