import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso8601: text)) }

/// A list of entries given as `number: name`; a name is all that they differ in.
func list(
    _ entries: [(String, String)], on date: String?, name: String = "TEST", digest: String = "aa"
) throws -> SanctionsList {
    SanctionsList(
        name: name, format: .plainCSV,
        files: [
            CheckedList.ListFile(
                path: "lists/\(name).csv", bytes: 12, sha256: digest,
                modified: Timestamp(secondsSince1970: 1_767_225_600))
        ],
        publishedOn: try date.map(day),
        parties: entries.map { ListedParty(entry: $0.0, kind: .vessel, names: [PartyName($0.1)]) })
}

/// The moment at which tests import.
let importMoment = Timestamp(secondsSince1970: 1_800_000_000)

/// An entry that uses everything an entry can have.
func fullParty() throws -> ListedParty {
    ListedParty(
        entry: "54403", kind: .vessel, standing: .recorded,
        names: [
            PartyName("GAS MARYAM"), PartyName("Газ \"Марьям\"", .alias), PartyName("", .former),
            PartyName("天馬山", .weak),
        ],
        numbers: [
            .ship(try #require(IMONumber(9_108_099))), .company(try #require(CompanyNumber(6_414_273))),
            .mmsi(try #require(MMSI(511_101_457))), .callSign("T8A4824"), .unusableShipNumber("IMO 15411"),
        ],
        flag: "Palau", formerFlags: ["Iran", "None \"Identified\" \\ [\u{1}], 船"], vesselType: "LPG Tanker",
        yearOfBuild: 1996,
        programmes: ["SDGT", "IFSR"], listedOn: try day("2025-03-04"), delistedOn: try day("2026-01-02"),
        links: LinkKind.allCases.map {
            PartyLink(
                $0, to: .name("DIMA, \($0)"), since: CivilDate(daysSince1970: 1), isFormer: true, percentage: 33.3,
                words: "Linked To:")
        } + [
            PartyLink(.ownedBy, to: .entry("54402"), until: CivilDate(daysSince1970: -1), words: ""),
            PartyLink(.ownedBy, to: .company(try #require(CompanyNumber(6_414_273))), words: "x"),
        ])
}
