import MaritimeModel
import Reporting
import Testing

struct RunSummaryTests {
    @Test
    func theSummaryAccountsForEveryRow() {
        let summary = runSummaryLines(run: SampleReport.run)
        let all = "all input: 1 050 120 rows, 1 040 897 used, 9 223 rejected "
        #expect(summary.contains(all + "(bad_time 20, duplicate 1 203, not_a_vessel 8 000)"))
        #expect(summary.contains("lists checked: OFAC SDN of 2025-12-01 (406 vessels)"))
    }

    @Test
    func theSummarySaysThatNoListWasChecked() {
        #expect(runSummaryLines(run: SampleReport.emptyRun).contains("no list was checked"))
    }

    @Test
    func everyEntryIsOneLine() {
        for line in runSummaryLines(run: SampleReport.run) {
            #expect(!line.unicodeScalars.contains { $0.properties.isWhitespace && $0 != " " })
        }
    }
}
