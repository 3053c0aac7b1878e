import Foundation
import TestSupport
import Testing

@testable import STSCommand

/// `sts screen`, and ties in a scan, by the built program.
struct ScreenProgramTests {
    private let sts = ProgramRunner(product: "sts")

    /// A ship that is not listed, her owner who is not either, and the owner's owner who is.
    private static let list = """
        type,imo,company_imo,name,list,entry,programme,listed_on,listed,owner
        vessel,9074729,,ALPHA,HOUSE,1,,,no,HOLDING LTD
        company,,6414273,HOLDING LTD,HOUSE,2,,,no,"PORTAL TRADING, S.A."
        company,,,"PORTAL TRADING, S.A.",HOUSE,3,OIL,2025-06-01,yes,

        """

    /// Two ships side by side for three hours on 2026-01-03.
    private static let tracks: String = {
        var text = "MMSI,BaseDateTime,LAT,LON,SOG,VesselName,IMO,VesselType\n"
        for minute in stride(from: 0, through: 180, by: 5) {
            let clock = "2026-01-03T0\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
            text += "235000001,\(clock),45.0,-30.0,0.1,ALPHA,IMO9074729,80\n"
            text += "235000002,\(clock),45.001,-30.0,0.1,BRAVO,,80\n"
        }
        return text
    }()

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("list.csv", ScreenProgramTests.list)
        try folder.write("tracks.csv", ScreenProgramTests.tracks)
        return folder
    }

    @Test func aMeetingIsFlaggedThroughTheOwnersOwner() throws {
        let folder = try folder()
        let outcome = try sts.run(
            ["scan", "tracks.csv", "--watchlist", "list.csv", "--format", "ndjson", "--fail-on", "flagged"],
            folder: folder)
        #expect(outcome.exitCode == 4)
        for part in [
            "\"degree\":\"owned_or_controlled\"", "\"entry\":\"3\"", "\"name\":\"PORTAL TRADING, S.A.\"",
            "\"timing\":\"listed_at_the_time\"",
            "\"link\":\"owned_by\"", "\"flagged\":true",
        ] { #expect(outcome.text.contains(part), "\(part)") }
        let report = try sts.run(["scan", "tracks.csv", "--watchlist", "list.csv", "--quiet"], folder: folder)
        #expect(report.text.contains("MEETINGS WITH A LISTED OR TIED VESSEL (1)"))
        #expect(report.text.contains("ALPHA (IMO 9074729) is owned by HOLDING LTD, owned by PORTAL TRADING"))
    }

    @Test func asOfADateBeforeTheListingTheAnswerIsListedLater() throws {
        let outcome = try sts.run(
            ["scan", "tracks.csv", "--watchlist", "list.csv", "--format", "ndjson", "--as-of", "2025-05-31"],
            folder: try folder())
        #expect(outcome.text.contains("\"timing\":\"listed_later\""))
        #expect(outcome.text.contains("\"lists_as_of\":\"2025-05-31\""))
        let report = try sts.run(
            ["scan", "tracks.csv", "--watchlist", "list.csv", "--quiet", "--as-of", "2025-05-31"], folder: try folder())
        // The meeting was after the listing: the answer is for the date, and says so.
        #expect(report.text.contains("not yet on the list on 2025-05-31"))
        #expect(!report.text.contains("at the time of the meeting"))
    }

    @Test(arguments: [["--tie-depth", "1"], ["--tie-kinds", "listed,linked"]])
    func tiesThatAreNotAskedForFlagNothing(words: [String]) throws {
        let outcome = try sts.run(
            ["scan", "tracks.csv", "--watchlist", "list.csv", "--format", "ndjson"] + words, folder: try folder())
        #expect(outcome.exitCode == 0)
        #expect(!outcome.text.contains("\"flagged\":true"))
    }

    @Test func everyQuestionIsAnsweredInEveryFormat() throws {
        let folder = try folder()
        try folder.write("ids.csv", "imo,name\n9074729,\n,PORTAL TRADING S.A\n")
        for (format, part) in [
            ("text", "LISTS CHECKED"), ("json", "\"items\":["), ("csv", "query,taken_for,answer,match"),
        ] {
            let outcome = try sts.run(
                ["screen", "6414273", "9074731", "--file", "ids.csv", "--watchlist", "list.csv", "--format", format],
                folder: folder)
            #expect(outcome.exitCode == 0 && outcome.errorText.isEmpty)
            #expect(outcome.text.contains(part))
            for name in ["6414273", "9074731", "PORTAL TRADING S.A"] {
                #expect(outcome.text.contains(name), "\(format) \(name)")
            }
        }
        let flagged = try sts.run(
            ["screen", "9074729", "--watchlist", "list.csv", "--fail-on", "flagged"], folder: folder)
        #expect(flagged.exitCode == 4)
        let clear = try sts.run(
            ["screen", "9321483", "--watchlist", "list.csv", "--fail-on", "flagged"], folder: folder)
        #expect(clear.exitCode == 0 && clear.text.contains("no match") && clear.text.contains("Checked: HOUSE"))
    }

    @Test(arguments: [
        (["screen"], 2, "no list to check"), (["screen", "--watchlist", "list.csv"], 2, "nothing to look up"),
        (["screen", "1", "--watchlist", "missing.csv"], 1, "missing.csv"),
        (["screen", "1", "--watchlist", "tracks.csv"], 1, "no list"),
        (["screen", "1", "--watchlist", "list.csv", "--tie-depth", "21"], 2, "0 to 20"),
        (["screen", "1", "--watchlist", "list.csv", "--tie-kinds", "owned"], 2, "owned_or_controlled"),
        (["screen", "--file", "none.csv", "--watchlist", "list.csv"], 1, "none.csv"),
        (["screen", "1", "--watchlist", "list.csv", "--as-of", "soon"], 2, "is not a time"),
    ])
    func mistakesAreNamedWithTheRightExitCode(words: [String], code: Int32, part: String) throws {
        let outcome = try sts.run(words, folder: try folder())
        #expect(outcome.exitCode == code)
        #expect(outcome.errorText.contains(part), "\(outcome.errorText)")
        #expect(outcome.text.isEmpty)
    }
}
