import Foundation
import MaritimeModel
import SyntheticTracks
import TestSupport
import Testing

/// What `sts tracks` says of vessels agrees with what it says of the file, and with the truth of generated worlds.
struct TrackAccountTests {
    private struct Vessel {
        var id: String
        var segments: Int
        var rejected: [String: Int]
        var doubts: Set<String>
    }

    private func account(
        of path: String, folder: TemporaryFolder? = nil
    ) throws -> (rows: [String: Any], vessels: [String: Vessel]) {
        let outcome = try ScanOutput.sts.run(
            ["tracks", path, "--format", "json", "--quiet"], folder: folder, timeout: 300)
        #expect(outcome.exitCode == 0, "\(outcome.errorText)")
        let json = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
        let run = try #require(json["run"] as? [String: Any])
        var vessels: [String: Vessel] = [:]
        for entry in json["vessels"] as? [[String: Any]] ?? [] {
            let id = try #require(entry["id"] as? String)
            let doubts = entry["doubts"] as? [[String: Any]] ?? []
            vessels[id] = Vessel(
                id: id, segments: (entry["segments"] as? [Any] ?? []).count,
                rejected: entry["rejected"] as? [String: Int] ?? [:],
                doubts: Set(doubts.compactMap { $0["reason"] as? String }))
        }
        return (try #require(run["rows"] as? [String: Any]), vessels)
    }

    @Test(.enabled(if: Places.hasTracks, Places.tracksHint))
    func rejectsOfVesselsAddUpToThoseOfEveryRealFile() throws {
        let folder = URL(fileURLWithPath: Places.tracks)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.contains(".csv") {
            let (rows, vessels) = try account(of: folder.appendingPathComponent(name).path)
            let rejected = rows["rejected"] as? [String: Int] ?? [:]
            let used = try #require(rows["used"] as? Int)
            #expect(used + rejected.values.reduce(0, +) == rows["read"] as? Int, "\(name)")
            for reason in ["duplicate", "outlier", "too_short"] {
                let sum = vessels.values.reduce(0) { $0 + ($1.rejected[reason] ?? 0) }
                #expect(sum == rejected[reason] ?? 0, "\(name): \(reason)")
            }
        }
    }

    /// A vessel in two hemispheres by turns, never twice in one place: nothing is kept, and still it was heard.
    @Test func aVesselWithoutAFixThatCountsWasHeardWhenItsRowsSay() throws {
        let folder = try TemporaryFolder()
        var text = "MMSI,BaseDateTime,LAT,LON\n"
        for second in 10..<50 {
            let place = second % 2 == 0 ? "40.\(second),-20.5" : "-40.\(second),159.5"
            text += "366000001,2024-01-01T00:00:\(second),\(place)\n"
        }
        try folder.write("a.csv", text)
        let outcome = try ScanOutput.sts.run(["tracks", "a.csv", "--format", "json", "--quiet"], folder: folder)
        #expect(outcome.text.contains("\"outlier\""))
        #expect(outcome.text.contains("\"first_seen\":\"2024-01-01T00:00:10Z\""))
        #expect(outcome.text.contains("\"last_seen\":\"2024-01-01T00:00:49Z\""))
        #expect(!outcome.text.contains("1970"))
    }

    @Test func rowsThatWereLostCountWithTheirVessel() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.csv",
            """
            MMSI,BaseDateTime,LAT,LON
            366000001,2024-01-01T00:00:00,10.5,-20.5
            366000001,yesterday,10.5,-20.5
            366000001,2024-01-01T00:01:00,100.5,-20.5
            366000001,2024-01-01T00:02:00,,
            366000002,2024-01-01T00:00:00,10.5,-20.5

            """)
        let (rows, vessels) = try account(of: "a.csv", folder: folder)
        #expect(vessels["366000001"]?.rejected == ["bad_time": 1, "bad_position": 2])
        #expect(vessels["366000002"]?.rejected == [:])
        #expect(rows["rejected"] as? [String: Int] == ["bad_time": 1, "bad_position": 2])
    }

    /// A few worlds of each kind; `Benchmarks/trust` scores hundreds.
    @Test(arguments: DirtyWorldKind.allCases)
    func dirtIsFoundAndCleanShipsStayWhole(kind: DirtyWorldKind) throws {
        let folder = try TemporaryFolder()
        for seed in 1...3 as ClosedRange<UInt64> {
            let world = DirtyWorld(kind: kind, seed: seed)
            try Data(world.fileBytes).write(to: folder.url("a.csv"))
            let (_, vessels) = try account(of: "a.csv", folder: folder)
            for truth in world.identities {
                let vessel = vessels[truth.id]
                switch truth.sort {
                case .clean, .jitter, .duplicates:
                    #expect(vessel?.segments == 1, "\(world.name): \(truth.id)")
                    let doubts = vessel?.doubts.subtracting(truth.allowed.map(\.rawValue))
                    #expect(doubts?.isEmpty == true, "\(world.name): \(truth.id)")
                case .shared: #expect(vessel?.doubts.contains("shared_identity") == true, "\(world.name): \(truth.id)")
                case .thrownFixes:
                    #expect((vessel?.rejected["outlier"] ?? 0) > 0, "\(world.name): \(truth.id)")
                    #expect(vessel?.segments == 1, "\(world.name): \(truth.id)")
                default: break
                }
            }
        }
    }
}
