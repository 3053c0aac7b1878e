import SyntheticTracks

/// `sts-generate ofac-advanced`: a made-up sanctions list of any size, for measurements.
enum OFACAdvancedCommand {
    static func run(_ options: inout Options) throws {
        guard let profiles = try options.number("--profiles", in: 1...1_000_000) else {
            throw UsageError("--profiles is missing")
        }
        let seed = try options.seed() ?? 1
        let path = try options.need("--output")
        try options.end()

        let output = try OutputFile(path)
        try OFACAdvancedList(profiles: profiles, seed: seed).write { try output.write($0) }
    }
}
