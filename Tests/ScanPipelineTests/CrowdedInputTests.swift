import Foundation
import TestSupport
import Testing

/// Input that is far from any sea: everything at one moment, in one place, or in two places at once. It ends, it adds up,
/// and it takes memory in proportion to its rows.
struct CrowdedInputTests {
    enum Crowd: String, CaseIterable, Sendable {
        /// One vessel, a million fixes in one second, in 35 places; and 200 000 in one.
        case secondInManyPlaces, secondInOnePlace
        /// 100 000 identities with one fix each.
        case strangers
        /// One vessel that is in one hemisphere and the other by turns, every second.
        case antipodes
        /// 300 vessels with 60 fixes each, all on one spot.
        case spot

        var rows: Int {
            switch self {
            case .secondInManyPlaces: 1_000_000
            case .strangers: 100_000
            case .secondInOnePlace, .antipodes: 200_000
            case .spot: 18_000
            }
        }

        var text: Data {
            var data = Data("MMSI,BaseDateTime,LAT,LON\n".utf8)
            switch self {
            case .secondInOnePlace, .secondInManyPlaces:
                let block = (0..<35).map { index in
                    let place =
                        self == .secondInOnePlace ? "10.5,-20.5" : "\(10 + index % 7 * 10).5,-\(20 + index / 7 * 10).5"
                    return "366000001,2024-01-01T00:00:00,\(place)\n"
                }
                let whole = Data(block.joined().utf8)
                for _ in 0..<(rows / 35) { data += whole }
                data += Data(block[..<(rows % 35)].joined().utf8)
            case .strangers:
                for index in 0..<rows {
                    data += Data("\(366_000_000 + index),\(time(index % 60)),\(index % 80).25,-\(index % 170).5\n".utf8)
                }
            case .antipodes:
                for second in 0..<rows {
                    let place = second % 2 == 0 ? "40.5,-20.5" : "-40.5,159.5"
                    data += Data("366000001,\(time(second)),\(place)\n".utf8)
                }
            case .spot:
                for index in 0..<rows {
                    data += Data("\(366_000_000 + index / 60),\(time(index % 60 * 300)),10.5,-20.5\n".utf8)
                }
            }
            return data
        }

        private func time(_ second: Int) -> String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return
                "2024-01-\(two(1 + second / 86_400))T\(two(second / 3_600 % 24)):\(two(second / 60 % 60)):\(two(second % 60))"
        }

        /// Fixes that are used.
        var used: Int {
            switch self {
            case .secondInOnePlace: 1
            // Nothing tells which of the places is hers.
            case .secondInManyPlaces: 0
            case .strangers, .antipodes, .spot: rows
            }
        }
    }

    @Test(arguments: Crowd.allCases)
    func itEndsAndAddsUpInLinearMemory(crowd: Crowd) throws {
        let folder = try TemporaryFolder()
        try crowd.text.write(to: folder.url("a.csv"))
        // Address space: what the program maps to begin with, and a kilobyte and a half for each row.
        let most = 600_000 + crowd.rows * 3 / 2
        for command in ["scan a.csv --no-watchlist --profile proximity --format ndjson", "tracks a.csv --format json"] {
            let script = "ulimit -v \(most); exec \(ScanOutput.sts.path) \(command) --quiet --threads 2"
            let outcome = try ProgramRunner(path: "/bin/bash").run(["-c", script], folder: folder, timeout: 300)
            #expect(outcome.exitCode == 0, "\(command): \(outcome.errorText)")
            let output = command.hasPrefix("scan") ? outcome.output.split(separator: 10).last : outcome.output
            let bytes = try #require(output)
            let json = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let run = json["run"] as? [String: Any] ?? json
            let rows = try #require(run["rows"] as? [String: Any], "\(command)")
            let rejected = (rows["rejected"] as? [String: Int] ?? [:]).values.reduce(0, +)
            #expect(rows["read"] as? Int == crowd.rows)
            #expect(rows["used"] as? Int == crowd.used)
            #expect(crowd.used + rejected == crowd.rows)
            if crowd == .spot, command.hasPrefix("scan") { #expect(run["events"] as? Int == 300 * 299 / 2) }
            if crowd == .antipodes, command.hasPrefix("tracks") {
                #expect(outcome.text.contains("shared_identity"))
            }
        }
    }
}
