import MaritimeModel
import Reporting
import Testing

/// Every format as it was when it was last looked at. `STS_RECORD=1` writes the files again.
struct GoldenReportTests {
    @Test(arguments: ReportFormat.allCases)
    func everyFormatIsAsRecorded(format: ReportFormat) throws {
        try Golden.compare(rendered(format), with: "sample.\(extensions[format] ?? format.rawValue)")
    }

    @Test(arguments: ReportFormat.allCases)
    func aRunWithoutEventsAndListsIsAsRecorded(format: ReportFormat) throws {
        let text = rendered(format, run: SampleReport.emptyRun, events: [])
        try Golden.compare(text, with: "empty.\(extensions[format] ?? format.rawValue)")
    }

    @Test
    func theSummaryIsAsRecorded() throws {
        let summary = runSummaryLines(run: SampleReport.run) + ["--"] + runSummaryLines(run: SampleReport.emptyRun)
        try Golden.compare(summary.map { $0 + "\n" }.joined(), with: "summary.txt")
    }

    private let extensions: [ReportFormat: String] = [.text: "txt"]
}
