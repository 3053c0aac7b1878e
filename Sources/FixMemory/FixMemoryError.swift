/// Why memory for fixes could not be had.
public struct FixMemoryError: Error, Hashable, Sendable {
    /// One sentence that says what failed and what to do.
    public let message: String

    init(_ message: String) { self.message = message }

    static func storage(_ action: String, folder: String, error: Int32) -> FixMemoryError {
        FixMemoryError(
            "cannot \(action) a temporary file in \(folder): \(reason(error)); give more memory with --memory, or name "
                + "a folder with room in TMPDIR")
    }
}
