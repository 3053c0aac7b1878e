import Foundation
import SyntheticTracks

/// `sts-generate worlds`: dirty seas with known truth, two files each.
enum WorldsCommand {
    static func run(_ options: inout Options) throws {
        guard let count = try options.number("--count", in: 1...1_000_000) else {
            throw UsageError("--count is missing")
        }
        let seed = try options.seed() ?? 1
        let folder = try options.need("--output")
        try options.end()

        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for world in DirtyWorld.set(count: count, seed: seed) {
            try OutputFile("\(folder)/\(world.name).csv").write(world.fileBytes)
            try OutputFile("\(folder)/\(world.name).truth.json").write(world.truthJSON)
        }
    }
}
