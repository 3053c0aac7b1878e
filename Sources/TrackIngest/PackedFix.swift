import MaritimeModel

/// A fix as it is held until all input has been read: sixteen bytes.
struct PackedFix {
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
    /// Number of the worker whose identities the fixes name.
    var worker: Int
    var fixes: [PackedFix] = []
    /// The part of a second that was cut off, one per fix; empty while all are 0.
    var nanoseconds: [UInt32] = []
    var ledger = RejectLedger()
    /// Seconds since 1970 of the first and last row used.
    var firstTime = Int64.max
    var lastTime = Int64.min
}
