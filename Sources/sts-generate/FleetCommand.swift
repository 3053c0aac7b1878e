import SyntheticTracks

/// `sts-generate fleet`: one large file for measurements.
enum FleetCommand {
    static func run(_ options: inout Options) throws {
        guard let rows = try options.number("--rows", in: 1...1_000_000_000_000) else {
            throw UsageError("--rows is missing")
        }
        let shape = try options.choice("--shape", of: FleetPlan.Shape.self) ?? .sea
        let layout = try options.choice("--layout", of: TrackLayoutName.self) ?? .noaa
        let plan = FleetPlan(
            rows: rows, vessels: try options.number("--vessels", in: 2...1_000_000),
            days: try options.number("--days", in: 1...366), seed: try options.seed() ?? 1, shape: shape)
        let (isSorted, isShuffled) = (options.take("--sorted") != nil, options.take("--shuffled") != nil)
        if isSorted && isShuffled { throw UsageError("--sorted and --shuffled exclude each other") }
        let path = try options.need("--output")
        try options.end()
        if let problem = plan.problem { throw UsageError(problem) }

        let output = try OutputFile(path)
        try FleetWriter(plan, layout: layout, order: isShuffled ? .shuffled : .sorted).write { try output.write($0) }
    }
}
