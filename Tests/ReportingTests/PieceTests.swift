import MaritimeModel
import Reporting
import Testing

struct PieceTests {
    private struct DiskFull: Error {}

    @Test(arguments: ReportFormat.allCases.filter { $0 != .text })
    func aLargeReportComesInPieces(format: ReportFormat) {
        let events = SampleReport.events(count: 3_000)
        let pieces = renderedPieces(format, events: events)
        #expect(pieces.count > 5)
        #expect(pieces.allSatisfy { !$0.isEmpty && $0.count < 80_000 })
        // The header of a table, the last events and the run behind them are pieces of their own.
        #expect(pieces.dropFirst().dropLast(2).allSatisfy { $0.count >= 65_536 })
    }

    @Test(arguments: ReportFormat.allCases)
    func whatTheSinkThrowsEndsTheReport(format: ReportFormat) {
        var calls = 0
        #expect(throws: DiskFull.self) {
            try renderReport(format, run: SampleReport.run, events: EventList(SampleReport.events(count: 3_000))) {
                (_: [UInt8]) throws(DiskFull) in
                calls += 1
                throw DiskFull()
            }
        }
        #expect(calls == 1)
    }

    @Test(arguments: ReportFormat.allCases, [2, 3])
    func threadsGiveTheSameBytes(format: ReportFormat, threads: Int) {
        // Also on both sides of a piece's end.
        for count in [0, 1, 512, 513, 768, 769, 13_000] {
            let events = SampleReport.events(count: count)
            var bytes: [UInt8] = []
            renderReport(format, run: SampleReport.run, events: EventList(events), threads: threads) { bytes += $0 }
            #expect(String(decoding: bytes, as: UTF8.self) == rendered(format, events: events))
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func theSameRunGivesTheSameBytes(format: ReportFormat) {
        #expect(rendered(format) == rendered(format))
    }

    @Test(arguments: ReportFormat.allCases)
    func everyReportEndsWithALineEnd(format: ReportFormat) {
        #expect(rendered(format).utf8.last == UInt8(ascii: "\n"))
        #expect(rendered(format, run: SampleReport.emptyRun, events: []).utf8.last == UInt8(ascii: "\n"))
    }
}
