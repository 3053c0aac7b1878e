import MaritimeModel
import Reporting
import ScanPipeline

/// Everything that a `sts tracks` line asks for, validated.
struct TracksOptions: Sendable {
    var common: CommonOptions
    var plan: ScanPlan
    /// The ids that were asked for; none for all.
    var vessels: [String]
    var format: TrackFormat

    /// Turns raw options into a plan; every error names the option, the value and what is accepted.
    init(_ arguments: ParsedArguments, processors: Int) throws(UsageError) {
        let reader = OptionReader(arguments: arguments, command: TracksCommand.declaration.name)
        common = try CommonOptions(reader, processors: processors)
        plan = ScanPlan(reading: common)
        plan.rawTracks = arguments.has("raw-tracks")
        plan.parameters.includeGear = arguments.has("include-gear")
        vessels = arguments.values["vessel"] ?? []
        guard !vessels.contains("") else {
            throw UsageError("--vessel: the id is empty", command: TracksCommand.declaration.name)
        }
        let formats = TrackFormat.allCases.map(\.rawValue)
        format = try reader.choice("format", among: formats).flatMap(TrackFormat.init(rawValue:)) ?? .text
    }
}

extension ScanPlan {
    /// A plan that reads what the options say; everything else is as it is by default.
    init(reading options: CommonOptions) {
        self.init(inputs: options.inputs)
        columns = options.columns
        threads = options.threads
        memoryLimitBytes = options.memoryLimitBytes
    }
}
