public import MaritimeModel

/// One validated request to scan: the engine sees only this.
public struct ScanPlan: Sendable {
    /// Files, folders, glob patterns, or `-` for standard input; in the order given.
    public var inputs: [String]
    public var profile: Profile
    /// The profile's parameters with the user's changes.
    public var parameters: DetectionParameters
    public var filter: EventFilter
    /// No segments, no outlier removal, every id counts as a vessel.
    public var rawTracks: Bool
    /// Which column holds what, for files whose header is not recognised: our name -> header name or 1-based number.
    /// Names: id, time, lat, lon, sog, cog, heading, name, imo, callsign, type, status, length, width, draught, destination.
    public var columns: [String: String]
    /// Files or folders of sanctions lists; nil when no list is to be checked.
    public var watchlists: [String]?
    public var ties: TieOptions
    /// The date for which is said what the lists said; nil for the time of each meeting.
    public var asOf: CivilDate?
    /// At least 1.
    public var threads: Int
    /// The memory that fixes may take, in bytes; what is more goes to temporary files. Nil for the usual amount.
    public var memoryLimitBytes: Int?

    public init(inputs: [String], profile: Profile = .oil) {
        self.inputs = inputs
        self.profile = profile
        parameters = profile.parameters
        filter = EventFilter()
        rawTracks = false
        columns = [:]
        watchlists = nil
        ties = TieOptions()
        asOf = nil
        threads = 1
        memoryLimitBytes = nil
    }
}

/// What a scan found.
public struct ScanResult: Sendable {
    public var run: RunRecord
    /// In the order (start, vessel ids).
    public var events: EventList
    /// The tracks that were read, nil for a result that is no scan's. They are part of no report; but giving back their
    /// memory takes a while, for which whoever holds on to the result need not wait.
    var tracks: TrackTable?

    public init(run: RunRecord, events: EventList) {
        self.run = run
        self.events = events
    }

    /// Whether some input could not be read; `run.inputs` names it.
    public var hasUnreadInput: Bool { run.inputs.contains { $0.failure != nil } }
}

/// Why a scan gave no trustworthy answer.
public struct ScanFailure: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable { case input, watchlist, memory, usage, unknownVessel }
    public var kind: Kind
    /// Sentences that say what is wrong and what to do, with file and line where there are any.
    public var messages: [String]

    public init(kind: Kind, messages: [String]) {
        self.kind = kind
        self.messages = messages
    }

    public var description: String { messages.joined(separator: "\n") }
}

/// How far a scan is.
public struct ScanProgress: Sendable {
    public enum Stage: Sendable { case reading, inspecting, detecting, screening }
    public var stage: Stage
    /// Stored (compressed) bytes read so far, and in all; the total is nil for standard input.
    public var bytesRead: Int
    public var bytesTotal: Int?
    public var rows: Int
    /// Wall-clock seconds since the scan began.
    public var elapsedSeconds: Double

    public init(stage: Stage, bytesRead: Int, bytesTotal: Int?, rows: Int, elapsedSeconds: Double) {
        self.stage = stage
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.rows = rows
        self.elapsedSeconds = elapsedSeconds
    }
}
