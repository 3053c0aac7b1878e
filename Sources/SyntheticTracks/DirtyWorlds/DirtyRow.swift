import MaritimeModel

/// One row of a dirty world with the truth about it.
public struct DirtyRow: Sendable {
    /// The row as it stands in the file; `vessel` is a number in the world's `vessels`.
    public var report: SyntheticRow
    /// The fraction of the time stamp, 0...999; written only in worlds whose times have fractions.
    public var milliseconds: Int
    /// The hull that sent it.
    public var hull: Int
    public var mark: Mark

    /// What kind of fix it is. The raw value is the code in truth files.
    public enum Mark: Int, CaseIterable, Sendable {
        /// Where the hull was, give or take noise and a clock that is off.
        case sailed
        /// Somewhere else: the hull was not there, nor was anything.
        case thrown
        /// The position of an earlier row, stamped by another receiver some seconds later.
        case lateCopy
        /// The same row again.
        case repeated
        /// A point of a false but coherent track.
        case fabricated
    }

    /// The time stamp in milliseconds since 1970.
    public var millisecondsSince1970: Int64 { report.time.secondsSince1970 * 1_000 + Int64(milliseconds) }
}
