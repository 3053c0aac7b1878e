import Foundation
import MaritimeModel
import Testing

@testable import Watchlist

/// Labelled pairs beside the package.
@Suite struct NameVectorTests {
    private static let folder = Fixture.root + "/../shared/vectors"
    private static var isThere: Bool { FileManager.default.isReadableFile(atPath: folder + "/vessel-identity.csv") }
    private static let hint: Comment = "needs ../shared/vectors beside the package"

    private struct Side: Hashable {
        var name: String
        var imo: IMONumber
    }

    private func rows(_ file: String) throws -> [[String]] {
        let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
        var reader = ListRecordReader(Array(text.utf8))
        var rows: [[String]] = []
        while let record = reader.next() { rows.append((0..<record.count).map(record.text)) }
        return Array(rows.dropFirst())
    }

    private func pairs() throws -> [(Side, Side)] {
        try rows("vessel-identity.csv").map { cells in
            #expect(cells[4] == "true")
            return (
                Side(name: cells[0], imo: try #require(IMONumber(cells[1]))),
                Side(name: cells[2], imo: try #require(IMONumber(cells[3])))
            )
        }
    }

    private func traits(_ name: String, _ imo: IMONumber?) -> VesselTraits {
        let never = Timestamp(secondsSince1970: 0)
        let stated = imo.map { [ObservedValue(value: $0, firstSeen: never, lastSeen: never, count: 1)] } ?? []
        return VesselTraits(imoNumbers: stated, names: [name])
    }

    /// The first sides of all pairs as one list; the second sides are asked for.
    @Test(.enabled(if: isThere, hint)) func everyHullIsFoundByItsNumberUnderAnyName() throws {
        let pairs = try pairs()
        let listed = Array(Set(pairs.map(\.0))).sorted { ($0.imo, $0.name) < ($1.imo, $1.name) }
        let index = WatchlistIndex([
            SanctionsList(
                name: "L", format: .plainCSV,
                parties: listed.enumerated().map { place, side in
                    party("\(place)", side.name, .vessel, .designated, numbers: [.ship(side.imo)])
                })
        ])
        let numbers = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ("\($0.offset)", $0.element.imo) })
        var right = 0
        for (first, second) in pairs {
            let matches = index.matches(for: traits(second.name, second.imo))
            right += matches.contains { $0.kind == .imo && $0.matchedIMO == first.imo } ? 1 : 0
            // Another valid number contradicts, whatever the names.
            for match in matches { #expect(match.matchedIMO == second.imo) }
        }
        #expect(right * 100 >= pairs.count * 99, "\(right) of \(pairs.count)")
        // Every listed name under every other hull's number.
        for side in listed {
            for other in Set(numbers.values).sorted() where other != side.imo {
                let matches = index.matches(for: traits(side.name, other))
                #expect(matches.allSatisfy { $0.matchedIMO == other && $0.kind == .imo })
            }
            let leads = index.matches(for: traits(side.name, nil))
            #expect(leads.contains { $0.matchedIMO == side.imo && $0.kind == .name && $0.confidence < 0.5 })
        }
    }

    /// Names of ships, as the collection's own checks label them: numbered ships are other ships.
    @Test(.enabled(if: isThere, hint)) func shipsNamesAreToldApart() throws {
        var (right, all) = (0, 0)
        for cells in try rows("names/nomenklatura-cases.csv") where cells[1] == "Vessel" {
            // Three pairs of the table are labelled against the rule that numbers must agree.
            let isSame = cells[4] == "true" && cells[2].filter(\.isNumber) == cells[3].filter(\.isNumber)
            let score = NameComparison(cells[2], cells[3], kind: .vessel).score
            all += 1
            right += (score >= NameComparison.leadThreshold) == isSame ? 1 : 0
        }
        #expect(all == 12)
        #expect(right == all, "\(right) of \(all)")
    }
}
