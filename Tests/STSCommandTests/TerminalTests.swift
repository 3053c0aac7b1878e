import Reporting
import ScanPipeline
import Synchronization
import Testing

@testable import STSCommand

struct TerminalTests {
    private func traits(
        terminal: Bool = true, columns: Int? = 120, term: String? = "xterm", noColour: String? = nil
    ) -> TerminalTraits {
        TerminalTraits(
            outputIsTerminal: terminal, errorIsTerminal: true, columns: columns, term: term, noColour: noColour)
    }

    @Test func colourIsForCapableTerminalsOnly() {
        #expect(traits().textStyle(toStandardOutput: true).colour)
        #expect(traits(noColour: "").textStyle(toStandardOutput: true).colour)
        #expect(!traits(noColour: "1").textStyle(toStandardOutput: true).colour)
        #expect(!traits(term: "dumb").textStyle(toStandardOutput: true).colour)
        #expect(!traits(term: nil).textStyle(toStandardOutput: true).colour)
        #expect(!traits(terminal: false).textStyle(toStandardOutput: true).colour)
        #expect(!traits().textStyle(toStandardOutput: false).colour)
    }

    @Test(arguments: [(nil, 100), (200, 100), (100, 100), (90, 90), (80, 80), (40, 80)] as [(Int?, Int)])
    func thePageIsAHundredColumnsOrAsWideAsTheTerminal(columns: Int?, width: Int) {
        #expect(traits(columns: columns).textStyle(toStandardOutput: true).columns == width)
        #expect(traits(columns: columns).textStyle(toStandardOutput: false).columns == 100)
    }

    @Test func progressTellsBytesShareSpeedAndTimeLeft() {
        let half = ScanProgress(
            stage: .reading, bytesRead: 540_000_000, bytesTotal: 1_080_000_000, rows: 5_000_000, elapsedSeconds: 2)
        #expect(progressText(half) == "reading 540.0 MB of 1.1 GB, 50 %, 2.5 M rows/s, 2 s left")
        let pipe = ScanProgress(stage: .reading, bytesRead: 999, bytesTotal: nil, rows: 10, elapsedSeconds: 0.5)
        #expect(progressText(pipe) == "reading 999 B, 20 rows/s")
        let last = ScanProgress(stage: .detecting, bytesRead: 1, bytesTotal: 1, rows: 1_234, elapsedSeconds: 3.7)
        #expect(progressText(last) == "finding meetings, 1.2 k rows read, 3 s")
    }

    @Test(arguments: [0, 1, Int.max], [nil, 0, 1, Int.max] as [Int?])
    func progressSurvivesOddNumbers(bytes: Int, total: Int?) {
        for seconds in [0, 1e-300, 1, 1e300, .infinity, .nan] {
            for stage in [ScanProgress.Stage.reading, .detecting, .screening] where stage == .reading || seconds < 1e9 {
                let progress = ScanProgress(
                    stage: stage, bytesRead: bytes, bytesTotal: total, rows: bytes, elapsedSeconds: seconds)
                #expect(!progressText(progress).isEmpty)
            }
        }
    }

    @Test func theLineIsRedrawnTenTimesASecondAtMostAndRemovedAtTheEnd() {
        let drawn = Mutex<[String]>([])
        let line = ProgressLine(columns: 30) { text in drawn.withLock { $0.append(text) } }
        for hundredth in 0..<100 {
            line.show(
                ScanProgress(
                    stage: .reading, bytesRead: hundredth, bytesTotal: 100, rows: 0,
                    elapsedSeconds: Double(hundredth) / 100))
        }
        line.finish()
        line.show(ScanProgress(stage: .reading, bytesRead: 0, bytesTotal: 0, rows: 0, elapsedSeconds: 9))
        let texts = drawn.withLock { $0 }
        #expect(texts.count <= 11 && texts.count >= 9)
        #expect(texts.allSatisfy { $0.hasPrefix("\r") && $0.hasSuffix("\u{1B}[K") && $0.count <= 29 + 4 })
        #expect(texts.last == "\r\u{1B}[K")
    }

    @Test func messagesCannotSteerTheTerminal() {
        #expect(Diagnostics.harmless("a\u{1B}[2Jb\u{9B}c\rd\ne") == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\ne")
    }
}
