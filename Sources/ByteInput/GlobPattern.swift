import Glibc

/// File name patterns with `*`, `?`, `[...]` and `{a,b}`, as the system's glob(3) understands them.
enum GlobPattern {
    /// Whether a text can be meant as a pattern.
    static func isPattern(_ text: String) -> Bool {
        text.utf8.contains { [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{")].contains($0) }
    }

    /// The paths that match, ordered by their bytes; empty when none does.
    ///
    /// As in a shell, `*` and `?` match no dot at the beginning of a name.
    static func matches(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        // Safe: because glob fills the structure and globfree gives back what glob allocated, in every case.
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, GLOB_NOSORT | GLOB_BRACE, nil, &found) == 0 else { return [] }
        var paths: [String] = []
        for index in unsafe 0..<Int(found.gl_pathc) {
            // Safe: because gl_pathv holds gl_pathc terminated strings, which are copied.
            if let path = unsafe found.gl_pathv[index] { unsafe paths.append(String(cString: path)) }
        }
        return paths.sorted(by: comesFirst)
    }
}
