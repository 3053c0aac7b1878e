import MaritimeModel
import Reporting
import ScanPipeline

/// Everything that a `sts scan` line asks for, validated.
struct ScanOptions: Sendable {
    var common: CommonOptions
    var plan: ScanPlan
    var format: ReportFormat
    /// Whether a flagged meeting makes the exit code 4.
    var failsOnFlagged: Bool
    /// Whether to say how long each stage took.
    var showsTimings: Bool

    /// What the options depend on besides the command line.
    struct Surroundings: Sendable {
        /// The environment variable STS_WATCHLIST.
        var watchlists: String?
        var processors: Int
    }

    /// Turns raw options into a plan; every error names the option, the value and what is accepted.
    init(_ arguments: ParsedArguments, surroundings: Surroundings) throws(UsageError) {
        let reader = OptionReader(arguments: arguments, command: "scan")
        common = try CommonOptions(reader, processors: surroundings.processors)
        plan = ScanPlan(reading: common)
        if let name = try reader.choice("profile", among: Profile.builtIn.map(\.name)) {
            plan.profile = Profile.named(name) ?? .oil
        }
        plan.parameters = try ScanOptions.parameters(of: plan.profile, changedBy: reader)
        plan.filter = try ScanOptions.filter(reader)
        plan.rawTracks = arguments.has("raw-tracks")
        let lists = try ListOptions(reader, environment: surroundings.watchlists)
        plan.watchlists = lists.watchlists
        plan.ties = lists.ties
        plan.asOf = lists.asOf

        let formats = ReportFormat.allCases.map(\.rawValue)
        format = try reader.choice("format", among: formats).flatMap(ReportFormat.init(rawValue:)) ?? .text
        showsTimings = arguments.has("timings")
        failsOnFlagged = try reader.choice("fail-on", among: ["flagged"]) != nil
    }

    private static func parameters(
        of profile: Profile, changedBy reader: OptionReader
    ) throws(UsageError) -> DetectionParameters {
        var parameters = profile.parameters
        if let metres = try reader.value("max-distance", readContactDistance) { parameters.maxDistanceMetres = metres }
        if let seconds = try reader.value("min-duration", { text throws(ValueError) in try readDuration(text) }) {
            parameters.minDurationSeconds = seconds
        }
        if let seconds = try reader.value("max-gap", { text throws(ValueError) in try readDuration(text, atLeast: 1) })
        {
            parameters.maxGapSeconds = seconds
        }
        if let seconds = try reader.value("join-gap", { text throws(ValueError) in try readDuration(text) }) {
            parameters.joinGapSeconds = seconds
        }
        if let limit = try reader.value("max-speed", readSpeedLimit) {
            parameters.speedRule = parameters.speedRule.limited(toKnots: limit)
        }
        if let kilometres = try reader.value("port-distance", readPortDistance) {
            parameters.portDistanceKilometres = kilometres
        }
        parameters.includePorts = parameters.includePorts || reader.arguments.has("include-ports")
        parameters.includeGear = parameters.includeGear || reader.arguments.has("include-gear")
        return parameters
    }

    private static func filter(_ reader: OptionReader) throws(UsageError) -> EventFilter {
        let filter = EventFilter(
            after: try reader.value("after", readMoment), before: try reader.value("before", readMoment),
            box: try reader.value("bbox", readBoundingBox))
        if let after = filter.after, let before = filter.before, after >= before {
            throw UsageError(
                "--after \(after.iso8601) is not before --before \(before.iso8601)", command: "scan")
        }
        return filter
    }
}

extension DetectionParameters.SpeedRule {
    /// The same rule with another limit; nil switches the rule off, and no rule becomes the plain one.
    func limited(toKnots knots: Double?) -> DetectionParameters.SpeedRule {
        guard let knots else { return .none }
        return switch self {
        case .none, .bothBelow: .bothBelow(knots: knots)
        case .slowOrJointUnderWay: .slowOrJointUnderWay(knots: knots)
        }
    }
}
