import Foundation
import SyntheticTracks

/// `sts-generate sample`: the files of `SampleTracks/` before compression.
enum SampleCommand {
    static func run(_ options: inout Options) throws {
        let folder = try options.need("--output")
        let seed = try options.seed() ?? SampleWorld.defaultSeed
        try options.end()

        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let world = SampleWorld.make(seed: seed)
        for day in world.days {
            try OutputFile("\(folder)/\(day.name)").write(day.bytes)
        }
        try OutputFile("\(folder)/truth.json").write(world.truthJSON)
        try OutputFile("\(folder)/watchlist.csv").write(world.watchlist)
    }
}
