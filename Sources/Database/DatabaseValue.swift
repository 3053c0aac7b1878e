/// A value that is bound to a statement.
public enum DatabaseValue: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// Null for nil.
    public init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
    /// Null for nil. SQLite keeps no NaN: it becomes null too.
    public init(_ value: Double?) { self = value.map { .real($0) } ?? .null }
    /// Null for nil.
    public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    /// An array of whole numbers as a blob, the least significant byte of each first; `Statement.numbers` gives it back.
    public init<Number: FixedWidthInteger & BitwiseCopyable>(numbers: [Number]) {
        // Safe: because the bytes of the array are copied while it lives.
        self = unsafe .blob(numbers.map(\.littleEndian).withUnsafeBytes { unsafe Array($0) })
    }

    public init(_ value: Bool) { self = .integer(value ? 1 : 0) }
}
