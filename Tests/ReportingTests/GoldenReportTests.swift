import Foundation
import MaritimeModel
import Reporting
import Testing

/// Every format as it was when it was last looked at. `STS_RECORD=1` writes the files again.
struct GoldenReportTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Reporting")
    private static let isRecording = ProcessInfo.processInfo.environment["STS_RECORD"] == "1"

    @Test(arguments: ReportFormat.allCases)
    func everyFormatIsAsRecorded(format: ReportFormat) throws {
        try compare(rendered(format), with: "sample.\(extensions[format] ?? format.rawValue)")
    }

    @Test(arguments: ReportFormat.allCases)
    func aRunWithoutEventsAndListsIsAsRecorded(format: ReportFormat) throws {
        let text = rendered(format, run: SampleReport.emptyRun, events: [])
        try compare(text, with: "empty.\(extensions[format] ?? format.rawValue)")
    }

    @Test
    func theSummaryIsAsRecorded() throws {
        let summary = runSummaryLines(run: SampleReport.run) + ["--"] + runSummaryLines(run: SampleReport.emptyRun)
        try compare(summary.map { $0 + "\n" }.joined(), with: "summary.txt")
    }

    private let extensions: [ReportFormat: String] = [.text: "txt"]

    private func compare(_ text: String, with name: String) throws {
        let file = GoldenReportTests.folder.appending(path: name)
        if GoldenReportTests.isRecording {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name): look at it, then run the tests without STS_RECORD")
            return
        }
        let expected = lines(of: String(decoding: try Data(contentsOf: file), as: UTF8.self))
        let actual = lines(of: text)
        for (number, pair) in zip(actual, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("\(name) line \(number + 1)\n  is       \(pair.0)\n  recorded \(pair.1)")
            return
        }
        #expect(actual.count == expected.count, "\(name) has another number of lines")
    }
}
