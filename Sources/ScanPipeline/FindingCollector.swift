import MaritimeModel

/// Collects findings about identities; several about the same identities and of the same evidence become one.
struct FindingCollector {
    private struct Key: Hashable {
        var kind: IdentityFinding.Kind
        var ids: [String]
        var evidence: IdentityFinding.Evidence
        var carrier: String?
    }

    private var findings: [Key: IdentityFinding] = [:]

    /// Adds a finding; its times widen those of the one that is there, its meetings are added.
    ///
    /// The figures and the words are those of the finding that begins first, of several those that come first in order.
    mutating func add(_ finding: IdentityFinding) {
        let key = Key(kind: finding.kind, ids: finding.ids, evidence: finding.evidence, carrier: finding.carrier)
        guard let known = findings[key] else {
            findings[key] = finding
            return
        }
        var merged = (finding.start, finding.end, finding.says) < (known.start, known.end, known.says) ? finding : known
        merged.start = min(finding.start, known.start)
        merged.end = max(finding.end, known.end)
        merged.meetings = finding.meetings + known.meetings
        findings[key] = merged
    }

    /// In the order (kind, ids, start, evidence).
    var sorted: [IdentityFinding] {
        findings.values.sorted { left, right in
            if left.kind != right.kind { return left.kind < right.kind }
            if left.ids != right.ids {
                return left.ids.lexicographicallyPrecedes(right.ids) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            }
            return (left.start, left.evidence, left.carrier ?? "") < (right.start, right.evidence, right.carrier ?? "")
        }
    }
}
