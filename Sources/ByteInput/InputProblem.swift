/// An input the user named that gives nothing to read.
public struct InputProblem: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public enum Kind: Hashable, Sendable {
        /// No such file or folder.
        case missing
        /// It is there, but the system does not let us read it.
        case unreadable
        /// A folder without a single track file.
        case emptyFolder
        /// A pattern that matches nothing.
        case noMatch
    }

    public var kind: Kind
    /// The path or pattern as given, or the path found in a folder.
    public var path: String
    /// A sentence that names the input and says what to do.
    public var message: String

    public var description: String { message }
}

extension InputProblem {
    static func missing(_ path: String) -> InputProblem {
        InputProblem(
            kind: .missing, path: path, message: "\(path): there is no such file or folder; check the spelling.")
    }

    static func unreadable(_ path: String, _ failure: SystemFailure) -> InputProblem {
        InputProblem(
            kind: .unreadable, path: path,
            message: "\(path) cannot be read: \(systemMessage(failure.number)); check its permissions.")
    }

    static func emptyFolder(_ path: String, passedOver: Int) -> InputProblem {
        let others =
            switch passedOver {
            case 0: "it holds no files"
            case 1: "its only file has another ending"
            default: "its \(passedOver) files have other endings"
            }
        return InputProblem(
            kind: .emptyFolder, path: path,
            message: "\(path): no track files in this folder (\(others)); name the files themselves, "
                + "or give a folder with names ending in \(TrackFileName.acceptedInWords).")
    }

    static func noMatch(_ pattern: String) -> InputProblem {
        InputProblem(
            kind: .noMatch, path: pattern,
            message: "\(pattern): no file or folder has this name or matches this pattern; check the spelling.")
    }
}
