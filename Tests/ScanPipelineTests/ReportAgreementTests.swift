import Foundation
import TestSupport
import Testing

/// All formats tell the same events, and other programs can read them.
struct ReportAgreementTests {
    private static let words = [
        "scan", Places.samples + "/aisdk-2024-01-02.zip", "--profile", "proximity", "--min-duration", "1m",
        "--watchlist", Places.sampleList, "--quiet",
    ]

    private static func report(_ format: String) -> Result<ProgramOutcome, any Error> {
        Result { try ScanOutput.sts.run(words + ["--format", format]) }
    }

    private static let lines = Result { try ScanOutput.of(Array(words.dropFirst())) }

    @Test func theJSONDocumentHoldsTheEventsOfTheLines() throws {
        let lines = try ReportAgreementTests.lines.get()
        let outcome = try ReportAgreementTests.report("json").get()
        let document = try ReportDecoding.decode(ReportedDocument.self, from: outcome.output)
        #expect(document.events == lines.events)
        #expect(document.events.count >= 5)
        #expect(document.run.events == lines.events.count)
        #expect(document.run.rows == lines.run.rows)
        // Each line stands in the document as it is.
        for line in lines.eventLines { #expect(outcome.output.range(of: line) != nil) }
    }

    @Test func theTableHasARowForEachEvent() throws {
        let lines = try ReportAgreementTests.lines.get()
        let table = try ReportAgreementTests.report("csv").get()
        let script = """
            import csv, sys
            for row in csv.DictReader(sys.stdin):
                assert None not in row and None not in row.values(), row
                print(row["id"], row["vessel_a_id"], row["vessel_b_id"], row["start"], row["contact_s"], row["flagged"])
            """
        let python = try ProgramRunner(path: "/usr/bin/env").run(["python3", "-c", script], input: table.output)
        if python.exitCode == 127 { try Test.cancel("python3 is not installed") }
        #expect(python.exitCode == 0, "\(python.errorText)")
        let rows = python.text.split(separator: "\n").map(String.init)
        #expect(
            rows
                == lines.events.map {
                    "\($0.id) \($0.pair[0]) \($0.pair[1]) \($0.start.formatted(.iso8601)) \($0.contactS) \($0.flagged)"
                })
    }

    @Test func theMapHasAFeatureForEachEvent() throws {
        let lines = try ReportAgreementTests.lines.get()
        let folder = try TemporaryFolder()
        try ReportAgreementTests.report("geojson").get().output.write(to: folder.url("map.geojson"))
        let tool = try ProgramRunner(path: "/usr/bin/env").run(
            ["ogrinfo", "-ro", "-al", "-so", "map.geojson"], folder: folder)
        if tool.exitCode == 127 { try Test.cancel("ogrinfo is not installed") }
        #expect(tool.exitCode == 0)
        #expect(tool.text.contains("Feature Count: \(lines.events.count)"))
        #expect(tool.text.contains("Geometry: Point"))
        #expect(!(tool.text + tool.errorText).contains("Warning"), "\(tool.errorText)")
    }

    @Test func theTextReportNamesEveryEvent() throws {
        let text = try ReportAgreementTests.report("text").get().text
        for event in try ReportAgreementTests.lines.get().events { #expect(text.contains(event.id)) }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func aFlaggedMeetingGivesExitCodeFourWhenAsked() throws {
        let flagged = ReportAgreementTests.samplesOfSecondDay + ["--watchlist", Places.sampleList]
        #expect(try ScanOutput.sts.run(flagged + ["--fail-on", "flagged"], timeout: 300).exitCode == 4)
        let none = ReportAgreementTests.words + ["--fail-on", "flagged"]
        #expect(try ScanOutput.sts.run(none).exitCode == 0)
    }

    /// A box that leaves out most of what takes long to print does not make the scan quicker, so one day must do.
    private static let samplesOfSecondDay = [
        "scan", Places.samples + "/ais-2024-01-01.csv.zst", "--bbox=179,54,-179,56", "--format", "ndjson", "--quiet",
    ]
}
