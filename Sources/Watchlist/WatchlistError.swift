import ByteInput

/// Why a watchlist cannot be used; without it nothing may be called clear.
public struct WatchlistError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file or folder as given or found.
    public var path: String
    /// The line, counted from 1, when the fault lies in one.
    public var line: Int?
    /// What is wrong and what to do about it, without the path.
    public var message: String

    public init(path: String, line: Int? = nil, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    /// Path, line and message in one sentence.
    public var description: String {
        "watchlist \(path)\(line.map { ", line \($0)" } ?? ""): \(message)"
    }
}

extension WatchlistError {
    init(_ error: FileContentsError) {
        self.init(path: error.path, message: error.message)
    }
}

/// Reads a file of a list; its fault is the list's fault.
func readListFile(_ path: String) throws(WatchlistError) -> FileContents {
    do {
        return try FileContents(path: path)
    } catch {
        throw WatchlistError(error)
    }
}
