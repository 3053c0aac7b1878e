import MaritimeModel

/// What tidying took out.
struct TidyingAccount: Sendable {
    /// By input, those that lost something only.
    private(set) var ofInput: [Int: [RejectReason: Int]] = [:]

    /// Counts what was taken out of a vessel's track.
    ///
    /// - Returns: the same by reason alone.
    mutating func add(_ verdicts: [TrackSegmenter.Verdict], of track: [FixEntry]) -> [RejectReason: Int] {
        var lost: [RejectReason: Int] = [:]
        for (verdict, entry) in zip(verdicts, track) {
            guard let reason = verdict.rejectReason else { continue }
            ofInput[Int(entry.input), default: [:]][reason, default: 0] += 1
            lost[reason, default: 0] += 1
        }
        return lost
    }

    mutating func add(_ other: TidyingAccount) {
        ofInput.merge(other.ofInput) { $0.merging($1, uniquingKeysWith: +) }
    }
}

extension TrackSegmenter.Verdict {
    /// The name under which the fix is counted, or nil when it is used.
    fileprivate var rejectReason: RejectReason? {
        switch self {
        case .segment: nil
        case .duplicate: .duplicate
        case .outlier: .outlier
        case .tooShort: .tooShort
        }
    }
}
