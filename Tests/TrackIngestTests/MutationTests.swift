import Foundation
import MaritimeModel
import TestSupport
import Testing

@testable import TrackIngest

/// Small valid files changed at random: never a crash, always a balanced account.
struct MutationTests {
    static let seeds = [
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO\n"
            + "367752440,2023-01-11T00:00:00,43.07917,-70.75733,0.0,360.0,95.0,SAN JOSE,\n"
            + "636021061,2023-01-11T00:00:00,26.09241,-80.04806,8.8,272.7,270.0,\"MSC, NAISHA III\",IMO9307839\n"
            + "636021061,2023-01-11T00:01:00,26.1,-80.1,8.8,272.7,270.0,\"MSC, NAISHA III\",IMO9307839\n",
        LayoutRecogniserTests.dma + "\r\n"
            + "01/06/2018 00:00:00,Class A,266220000,91.000000,181.000000,Unknown value,,,,,9320063,SHZA,ASTINA,Tanker,"
            + "Category X,20,130,GPS,5.9,FREDERICIA,31/05/2019 04:00:00,AIS\r\n"
            + "01/06/2018 00:00:00,Class A,215810000,55.921028,17.320418,Constrained by her draught,0.0,12.5,255.5,256,"
            + "Unknown,,,Undefined,,,,Undefined, , , ,AIS\r\n",
        "\u{FEFF}ID;ais_pos_timestamp;longitude;latitude\na;12/08/2017 05:38;10,5;55,25\nb;20210701_185151;1e1;.5\n"
            + "a;1641168003.125;10,6;55,26\na;1641168003125;10,6;55,26\n",
        "219000001,2017-01-01T00:00:00,40.64409,-74.07157,0.0,-60.6,246.0,SAM,IMO7702774,WYR3371,1012,,94.0,21.0,,69\n",
    ]

    @Test(arguments: 0..<8)
    func changedFilesNeverCrashAndAlwaysBalance(part: Int) throws {
        let folder = try TemporaryFolder()
        // Each file costs little; threads cost most, so that files are read many at a time.
        for round in 0..<10 {
            var paths: [String] = []
            let seed = UInt64(part * 1_000 + round)
            var random = SplitMix64(seed: seed)
            for number in 0..<40 {
                let bytes = Self.mutated(Array(random.pick(Self.seeds).utf8), &random)
                paths.append(try write(bytes, "\(number).csv", in: folder))
            }
            let reader = try read(paths, rejectsNonVessels: random.chance(0.5), threads: random.integer(in: 1...3))
            #expect(reader.isBalanced, "seed \(seed)")
            #expect(reader.inputs.count == paths.count, "seed \(seed)")
            for vessel in reader.tracks.vessels {
                #expect(!vessel.id.isEmpty && vessel.firstSeen <= vessel.lastSeen, "seed \(seed)")
            }
            let isInRange =
                reader.tracks.latitudes.allSatisfy { abs($0) <= 900_000_000 }
                && reader.tracks.longitudes.allSatisfy { abs($0) <= 1_800_000_000 }
            #expect(isInRange, "seed \(seed)")
        }
    }

    @Test(.enabled(if: areInstalled(["gzip"]), "needs gzip"))
    func changedPackedFilesNeverCrashAndAlwaysBalance() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", SyntheticRows(300, seed: 31).text)
        let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try gzip("a.csv", in: folder))))
        for seed in UInt64(0)..<15 {
            var random = SplitMix64(seed: seed)
            var paths: [String] = []
            for number in 0..<20 {
                paths.append(try write(Self.mutated(packed, &random), "\(number).csv.gz", in: folder))
            }
            let reading = try read(paths)
            #expect(reading.isBalanced && reading.inputs.count == paths.count, "seed \(seed)")
        }
    }

    /// One to six changes: flipped bits, cuts, pieces twice, and bytes that matter put in.
    private static func mutated(_ original: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = original
        for _ in 0..<random.integer(in: 1...6) {
            guard !bytes.isEmpty else { break }
            let place = random.integer(in: 0...bytes.count - 1)
            let end = min(bytes.count, place + random.integer(in: 1...80))
            switch random.integer(in: 0...6) {
            case 0: bytes[place] ^= 1 << UInt8(random.integer(in: 0...7))
            case 1: bytes[place] = UInt8(random.integer(in: 0...255))
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.integer(in: 0...bytes.count))
            case 4: bytes.insert(random.pick([0, 34, 10, 13, 44, 59, 9, 46, 45, 48, 57, 0xFF] as [UInt8]), at: place)
            case 5: bytes.insert(contentsOf: [UInt8](repeating: random.pick([34, 57, 64]), count: 70), at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }
}
