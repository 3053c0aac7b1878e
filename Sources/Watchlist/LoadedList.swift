import ByteInput
import MaritimeModel

/// One list as it was read: what to say about it, and its vessels.
struct LoadedList {
    var checked: CheckedList
    var vessels: [ListedVessel]
}

/// Collects what could not be read or was corrected; after many of a kind the rest is counted.
struct ListWarnings {
    /// As many sentences as a reader can be asked to read.
    static let limit = 50
    private var sentences: [String] = []
    private var left = 0

    mutating func add(_ sentence: String) {
        if sentences.count < Self.limit { sentences.append(sentence) } else { left += 1 }
    }

    /// The sentences, the last of which counts those left out.
    var all: [String] {
        left == 0 ? sentences : sentences + ["\(left) more of the kind are not shown."]
    }

    /// Adds one sentence about vessels that no rule can recognise, so that nobody takes them for checked.
    mutating func addUnrecognisable(_ vessels: [ListedVessel]) {
        let without = vessels.filter { $0.imo == nil && $0.mmsi == nil }
        guard !without.isEmpty else { return }
        let shown = without.prefix(5).map { "\($0.name) (\($0.entry))" }.joined(separator: ", ")
        let rest = without.count > 5 ? " and \(without.count - 5) more" : ""
        let verb = without.count == 1 ? "vessel has" : "vessels have"
        add(
            "\(without.count) listed \(verb) neither a valid IMO number nor an MMSI and cannot be recognised in "
                + "tracks: \(shown)\(rest).")
    }
}

extension CheckedList.ListFile {
    init(_ contents: FileContents) {
        self.init(
            path: contents.path, bytes: contents.byteCount, sha256: contents.sha256,
            modified: Timestamp(secondsSince1970: contents.modifiedSecondsSince1970))
    }
}
