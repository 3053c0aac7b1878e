/// Which names inside a folder are taken for track files.
///
/// A name decides only what a folder scan looks at; what a file is packed with is judged by its bytes.
public enum TrackFileName {
    static let dataEndings: Set<String> = ["csv", "txt", "tsv", "dat"]
    static let packedEndings: Set<String> = ["gz", "zst", "xz", "bz2"]
    static let archiveEndings: Set<String> = ["zip", "tar", "7z", "tgz", "tzst", "txz", "tbz2"]

    /// Whether a name ends like a track file: `.csv`, `.csv.gz`, `.zip`, `.tar.zst`, ... in any case of letters.
    public static func isAccepted(_ name: String) -> Bool {
        guard !name.hasPrefix(".") else { return false }
        var endings = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard let last = endings.popLast() else { return false }
        if dataEndings.contains(last) || archiveEndings.contains(last) { return true }
        guard packedEndings.contains(last), let inner = endings.last else { return false }
        return dataEndings.contains(inner) || inner == "tar"
    }

    /// The endings in words, for messages.
    public static let acceptedInWords = ".csv .txt .tsv .dat (also .gz .zst .xz .bz2) .zip .tar .7z"
}
