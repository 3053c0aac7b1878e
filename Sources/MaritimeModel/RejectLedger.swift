/// Why a row of the input was not used. The raw value is the name in every report.
public enum RejectReason: String, Hashable, Comparable, Sendable, CaseIterable {
    /// The row has another number of columns than the file.
    case badColumns = "bad_columns"
    /// The row is longer than a row may be.
    case tooLong = "too_long"
    /// The identity is empty.
    case badIdentity = "bad_identity"
    /// The time cannot be read, is before 1990, or lies in the future.
    case badTime = "bad_time"
    /// The position is missing or out of range, and the row says nothing else about the vessel.
    case badPosition = "bad_position"
    /// A base station, aid to navigation, aircraft or beacon.
    case notAVessel = "not_a_vessel"
    /// Another fix of the same identity within the same second counts instead.
    case duplicate
    /// The position fits no track of the identity: a lone fix where no vessel could have been.
    case outlier
    /// The fix belongs to a piece of track that is over within a minute, beside a longer one.
    case tooShort = "too_short"

    public static func < (left: RejectReason, right: RejectReason) -> Bool { left.rawValue < right.rawValue }
}

/// The account of the rows of an input: `used + rejected = rows`, always.
public struct RejectLedger: Hashable, Sendable {
    /// Rows read, header lines and blank lines not counted.
    public var rows = 0
    /// Rows whose position was used.
    public var fixes = 0
    /// Rows without a usable position that still gave identity.
    public var identityOnly = 0
    public var rejected: [RejectReason: Int] = [:]

    public init() {}

    /// Rows that were used in any way.
    public var used: Int { fixes + identityOnly }
    /// Rows that were not.
    public var rejectedTotal: Int { rejected.values.reduce(0, +) }
    /// Whether every row is accounted for.
    public var isBalanced: Bool { used + rejectedTotal == rows }

    /// Counts rows under a reason.
    public mutating func reject(_ reason: RejectReason, count: Int = 1) {
        if count > 0 { rejected[reason, default: 0] += count }
    }

    /// Adds another account to this one.
    public mutating func add(_ other: RejectLedger) {
        rows += other.rows
        fixes += other.fixes
        identityOnly += other.identityOnly
        rejected.merge(other.rejected, uniquingKeysWith: +)
    }
}
