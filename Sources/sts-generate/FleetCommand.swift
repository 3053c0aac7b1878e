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
        var order = FleetWriter.Order.sorted
        var given: [String] = []
        for (name, meant) in [("--sorted", FleetWriter.Order.sorted), ("--shuffled", .shuffled), ("--random", .random)]
        where options.take(name) != nil {
            order = meant
            given.append(name)
        }
        if given.count > 1 { throw UsageError("\(given.joined(separator: " and ")) exclude each other") }
        if order == .random && rows > 100_000_000 {
            throw UsageError("--random holds all rows in memory and takes no more than 100000000")
        }
        let path = try options.need("--output")
        try options.end()
        if let problem = plan.problem { throw UsageError(problem) }

        let output = try OutputFile(path)
        try FleetWriter(plan, layout: layout, order: order).write { try output.write($0) }
    }
}
