import Glibc

/// One file or stream to read.
public struct ExpandedInput: Hashable, Sendable {
    /// The path as given or as found; `-` for standard input.
    public var path: String
    public var isStandardInput: Bool
    /// The size as stored; nil for streams.
    public var bytes: Int?
    /// When it was last changed, in POSIX seconds; nil for streams.
    public var modified: Int64?
    /// Whether it was found in a folder and not named by the user.
    public var fromFolder: Bool

    public init(
        path: String, isStandardInput: Bool = false, bytes: Int? = nil, modified: Int64? = nil, fromFolder: Bool = false
    ) {
        self.path = path
        self.isStandardInput = isStandardInput
        self.bytes = bytes
        self.modified = modified
        self.fromFolder = fromFolder
    }
}

/// What the user's INPUT arguments stand for: files, folders, patterns and `-`, made into a list of things to read.
///
/// Arguments keep their order; what a folder or a pattern gives is ordered by the bytes of the path. A file that is
/// reached twice, by links too, is read once, where it came first. A problem with one argument costs no other.
public struct InputExpansion: Sendable {
    public private(set) var inputs: [ExpandedInput] = []
    public private(set) var problems: [InputProblem] = []
    /// Files in folders whose names do not end like those of track files.
    public private(set) var passedOver: [String] = []

    private var filesSeen: Set<FileFacts.Identity> = []
    private var standardInputSeen = false

    /// Expands the arguments; reads folders, opens no file.
    public init(of arguments: [String]) {
        for argument in arguments { add(argument) }
    }

    private mutating func add(_ argument: String) {
        if argument == "-" {
            if !standardInputSeen { inputs.append(ExpandedInput(path: "-", isStandardInput: true)) }
            standardInputSeen = true
            return
        }
        // An existing path wins over its meaning as a pattern: `[2022] tracks.csv` is a fair name.
        switch FileFacts.of(argument) {
        case .success(let facts):
            addNamed(argument, facts)
        case .failure(let failure) where GlobPattern.isPattern(argument):
            addMatches(of: argument, failure)
        case .failure(let failure):
            problems.append(failure.isAbsence ? .missing(argument) : .unreadable(argument, failure))
        }
    }

    /// Adds what a pattern matches; `failure` is why its text is no path.
    private mutating func addMatches(of pattern: String, _ failure: SystemFailure) {
        let paths = GlobPattern.matches(pattern)
        if paths.isEmpty { problems.append(failure.isAbsence ? .noMatch(pattern) : .unreadable(pattern, failure)) }
        for path in paths {
            switch FileFacts.of(path) {
            case .success(let facts): addNamed(path, facts)
            case .failure(let failure): problems.append(.unreadable(path, failure))
            }
        }
    }

    /// Adds something the user named, or a pattern matched.
    private mutating func addNamed(_ path: String, _ facts: FileFacts) {
        guard facts.kind == .folder else {
            addFile(path, facts, fromFolder: false)
            return
        }
        let passedOverBefore = passedOver.count
        let problemsBefore = problems.count
        var filesHere = 0
        var foldersSeen: Set<FileFacts.Identity> = []
        walk(path, facts.identity, foldersSeen: &foldersSeen, filesHere: &filesHere)
        if filesHere == 0 && problems.count == problemsBefore {
            problems.append(.emptyFolder(path, passedOver: passedOver.count - passedOverBefore))
        }
    }

    /// Adds the track files of a folder and the folders in it.
    private mutating func walk(
        _ folder: String, _ identity: FileFacts.Identity, foldersSeen: inout Set<FileFacts.Identity>, filesHere: inout Int
    ) {
        // A link back to a folder that was walked already leads nowhere new.
        guard foldersSeen.insert(identity).inserted else { return }
        let names: [String]
        switch FileFacts.names(inFolder: folder) {
        case .success(let found): names = found
        case .failure(let failure):
            problems.append(.unreadable(folder, failure))
            return
        }
        for name in names where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            switch FileFacts.of(path) {
            case .success(let facts) where facts.kind == .folder:
                walk(path, facts.identity, foldersSeen: &foldersSeen, filesHere: &filesHere)
            case .success(let facts) where facts.kind == .regular && TrackFileName.isAccepted(name):
                filesHere += 1
                addFile(path, facts, fromFolder: true)
            case .failure(let failure) where TrackFileName.isAccepted(name):
                problems.append(.unreadable(path, failure))
            case .success, .failure:
                passedOver.append(path)
            }
        }
    }

    private mutating func addFile(_ path: String, _ facts: FileFacts, fromFolder: Bool) {
        guard filesSeen.insert(facts.identity).inserted else { return }
        guard FileFacts.isReadable(path) else {
            problems.append(.unreadable(path, SystemFailure(number: EACCES)))
            return
        }
        let isRegular = facts.kind == .regular
        inputs.append(
            ExpandedInput(
                path: path, bytes: isRegular ? facts.bytes : nil, modified: isRegular ? facts.modified : nil,
                fromFolder: fromFolder))
    }
}

extension SystemFailure {
    /// Whether the system says that nothing has this name.
    var isAbsence: Bool { number == ENOENT || number == ENOTDIR }
}
