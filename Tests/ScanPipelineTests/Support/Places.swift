import Foundation
import Testing

/// Where the data of these tests lie.
enum Places {
    /// The root of the package.
    static let root = String(#filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" })
    static let samples = root + "/SampleTracks"
    static let sampleList = samples + "/watchlist.csv"
    /// Real tracks, which are not part of the package.
    static let tracks = root + "/../shared/tracks"
    static let encounters = root + "/../shared/vectors/encounters"

    static let virginiaBeach = tracks + "/virginia-beach-2020-06-04-to-06.csv.gz"
    static let newYork = tracks + "/noaa-ny-harbor-2020-06-30-hour1.csv"
    static let solent = tracks + "/solent-2016-01-12.csv.gz"

    static let hasTracks = FileManager.default.isReadableFile(atPath: virginiaBeach)
    static let tracksHint: Comment = "needs ../shared/tracks beside the package"
    static let hasEncounters = FileManager.default.isReadableFile(atPath: encounters + "/manifest.json")
    static let encountersHint: Comment = "needs ../shared/vectors/encounters beside the package"
}
