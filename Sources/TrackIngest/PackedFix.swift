import FixMemory
import MaritimeModel

/// A fix as it is held until all input has been read: sixteen bytes.
struct PackedFix: BitwiseCopyable {
    /// Number of the identity in the table of the worker that read it.
    var identity: UInt32
    /// Seconds since 1970.
    var time: UInt32
    /// 1e-7 degree.
    var latitude: Int32
    var longitude: Int32
}

/// The fixes of one piece of one input, in the order of its rows.
struct FixChunk: Sendable {
    /// Number of the input, and of the piece within it: together they order all chunks of a run.
    var input: Int
    var piece: Int
    var fixes: [PackedFix] = []
    /// The part of a second that was cut off, one per fix; empty while all are 0.
    var nanoseconds: [UInt32] = []
    /// Where fixes and parts of seconds were put aside; nil while they are in memory.
    private var stored: (file: TemporaryFile, offset: Int, fixes: Int, nanoseconds: Int)?
    var ledger = RejectLedger()
    /// Seconds since 1970 of the first and last row used.
    var firstTime = Int64.max
    var lastTime = Int64.min

    /// Makes an empty chunk.
    init(input: Int, piece: Int) {
        self.input = input
        self.piece = piece
    }

    /// Whether any time has a part of a second.
    var hasFractions: Bool { !nanoseconds.isEmpty || (stored?.nanoseconds ?? 0) > 0 }

    /// Puts the fixes aside, from an offset of a file on; returns where the next may follow.
    mutating func store(in file: TemporaryFile, at offset: Int) throws(FixMemoryError) -> Int {
        let fixBytes = fixes.count * MemoryLayout<PackedFix>.stride
        try file.write(fixes, at: offset)
        try file.write(nanoseconds, at: offset + fixBytes)
        stored = (file, offset, fixes.count, nanoseconds.count)
        fixes = []
        nanoseconds = []
        guard let stored else { return offset }
        return offset + fixBytes + stored.nanoseconds * MemoryLayout<UInt32>.stride
    }

    /// The fixes and their parts of seconds, from wherever they are.
    func load() throws(FixMemoryError) -> (fixes: [PackedFix], nanoseconds: [UInt32]) {
        guard let stored else { return (fixes, nanoseconds) }
        let fixBytes = stored.fixes * MemoryLayout<PackedFix>.stride
        return (
            try stored.file.read(PackedFix.self, count: stored.fixes, at: stored.offset),
            try stored.file.read(UInt32.self, count: stored.nanoseconds, at: stored.offset + fixBytes)
        )
    }
}
