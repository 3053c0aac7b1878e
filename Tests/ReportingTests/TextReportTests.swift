import MaritimeModel
import Testing

@testable import Reporting

struct TextReportTests {
    @Test(arguments: [100, 60, 72, 133, 10, -5])
    func noLineIsWiderThanThePage(columns: Int) {
        let style = TextStyle(columns: columns)
        for line in lines(of: rendered(.text, style: style)) {
            #expect(columnsTaken(by: line) <= max(60, columns), "\(line)")
        }
        let figures = largestFigures()
        for line in lines(of: rendered(.text, run: figures.run, events: figures.events, style: style)) {
            #expect(columnsTaken(by: line) <= max(60, columns), "\(line)")
        }
    }

    @Test
    func nothingFromTheInputReachesTheTerminalAsACommand() {
        let texts = [rendered(.text), runSummaryLines(run: SampleReport.run).joined(separator: "\n")]
        for scalar in texts.joined().unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
    }

    @Test
    func colourAddsEscapeSequencesAndNothingElse() {
        let coloured = rendered(.text, style: TextStyle(colour: true))
        let codes = coloured.split(separator: "\u{1B}[", omittingEmptySubsequences: false).dropFirst().map {
            $0.prefix { $0 != "m" }
        }
        #expect(Set(codes) == ["0", "1", "2", "1;33"])
        #expect(codes.filter { $0 == "0" }.count * 2 == codes.count)
        let stripped = codes.reduce(into: coloured) { $0.replace("\u{1B}[\($1)m", with: "") }
        #expect(stripped == rendered(.text))
    }

    @Test
    func usedAndRejectedMakeTheRowsRead() {
        let expected = "1 050 120 rows = 1 040 897 used (1 040 100 positions, 797 with identity alone) + 9 223 rejected"
        #expect(rendered(.text).contains(expected))
    }

    @Test
    func atMostFiftyOthersAreShownAndTheRestIsCounted() {
        let text = rendered(.text, events: single(SampleReport.events(count: 1_234)))
        #expect(count("sts-aaaaaaaa", in: text) == 50)
        #expect(text.contains(SampleReport.manyID(1_233).description))
        #expect(!text.contains(SampleReport.manyID(1_183).description))
        #expect(text.contains("and 1 184 more: see all with --format csv or --format json"))
    }

    @Test
    func aLargeOperationIsCutToo() {
        let text = rendered(.text, events: SampleReport.events(count: 300))
        #expect(count("sts-aaaaaaaa", in: text) == 50)
        #expect(text.contains("and 250 more"))
    }

    @Test
    func everyFlaggedMeetingIsShown() throws {
        let hit = try #require(SampleReport.events[0].sanctions.first)
        let events = SampleReport.events(count: 300).map { event in
            var flagged = event
            flagged.operationID = nil
            flagged.sanctions = [hit]
            return flagged
        }
        #expect(count("sts-aaaaaaaa", in: rendered(.text, events: events)) == 300)
    }

    @Test
    func flaggedMeetingsComeFirstWithTheirWholeOperation() throws {
        let text = rendered(.text)
        func place(_ number: Int) throws -> String.Index {
            try #require(text.range(of: "sts-000000000000000\(number)", after: "MEETINGS WITH A LISTED VESSEL"))
        }
        let others = try #require(text.firstRange(of: "OTHER MEETINGS (3)")).lowerBound
        #expect(try place(1) < place(2))
        #expect(try place(2) < place(3))
        #expect(try place(3) < others)
        #expect(try others < place(4))
        #expect(try place(4) < place(5))
        #expect(try place(5) < place(6))
    }

    @Test
    func withoutAListTheReportSaysSoAndFlagsNothing() {
        let text = rendered(.text, run: SampleReport.emptyRun, events: single(SampleReport.events(count: 2)))
        #expect(text.contains("2 meetings found. No list was checked."))
        #expect(text.contains("nothing here says whether a vessel is listed"))
        #expect(!text.contains("does not clear") && !text.contains("LISTED VESSELS"))
    }

    @Test
    func aListWithoutAMatchClearsNobody() {
        var run = SampleReport.run
        run.listedVessels = []
        let text = rendered(.text, run: run, events: single(SampleReport.events(count: 2)))
        #expect(
            text.contains("2 meetings found, none with a listed vessel. No vessel in the tracks matches a listed one."))
        #expect(text.contains("That does not clear any vessel."))
    }

    @Test
    func aFileThatFailedIsNamedHoweverManyWereRead() {
        var run = SampleReport.run
        let good = run.inputs[0]
        run.inputs = (0..<500).map { number in
            var input = good
            input.path = "many/\(number).csv"
            return input
        }
        run.inputs[400].failure = "The file is empty."
        let text = rendered(.text, run: run)
        #expect(text.contains("many/400.csv") && text.contains("not read in full: The file is empty."))
        #expect(text.contains("many/19.csv") && !text.contains("many/20.csv"))
        #expect(text.contains("and 479 more files"))
        let summary = runSummaryLines(run: run)
        #expect(summary.contains { $0.contains("many/400.csv") && $0.contains("The file is empty.") })
        #expect(summary.contains("read 479 more files"))
    }

    @Test
    func theLastLineAloneDiffersFromRunToRun() {
        var other = SampleReport.run
        other.timing = RunTiming()
        let one = lines(of: rendered(.text))
        let two = lines(of: rendered(.text, run: other))
        #expect(one.dropLast() == two.dropLast())
        #expect(one.last != two.last)
    }

    // MARK: Support

    /// One for every character, two for the Han characters of the sample: counted without the code under test.
    private func columnsTaken(by line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
    }

    private func count(_ needle: String, in text: String) -> Int { text.ranges(of: needle).count }

    private func single(_ events: [RendezvousEvent]) -> [RendezvousEvent] {
        events.map { event in
            var alone = event
            alone.operationID = nil
            return alone
        }
    }

    /// Every figure as large as it gets, and every text long and without a space.
    private func largestFigures() -> (run: RunRecord, events: [RendezvousEvent]) {
        let word = String(repeating: "第", count: 500)
        var run = SampleReport.run
        run.ledger.rows = 9_000_000_000_000_000_000
        run.ledger.fixes = 9_000_000_000_000_000_000
        run.inputs[0].ledger = run.ledger
        run.inputs[0].layout = word
        run.inputs[1].failure = word
        run.profile.summary = word
        run.profile.rulesNotApplied = [word]
        run.warnings = [word]
        run.excluded[.outsideFilter] = .max
        run.lists?[0].name = word
        run.lists?[0].files[0].path = word
        run.lists?[0].files[0].sha256 = word
        run.listedVessels[0].name = word
        run.listedVessels[0].id = word
        run.listedVessels[0].events = [word, word]
        run.listedVessels[0].match.listed.programmes = Array(repeating: word, count: 20)
        run.listedVessels[0].match.explanation = word
        let events = SampleReport.events.map { event in
            var large = event
            large.id = EventID(.max)
            large.operationID = event.operationID.map { _ in OperationID(.max) }
            large.ledger.contactSeconds = .max
            large.ledger.longestSilenceSeconds = .max
            large.distance = DistanceSummary(minimum: 1e300, median: 1e300, maximum: 1e300)
            large.place.port = word
            large.place.portKilometres = 1e300
            for number in large.vessels.indices {
                large.vessels[number].name = word
                large.vessels[number].destination = word
                large.vessels[number].flag = word
                large.vessels[number].fixes = .max
                large.vessels[number].length = 1e300
            }
            return large
        }
        return (run, events)
    }
}

extension String {
    /// Where `needle` begins, looked for behind `start`.
    fileprivate func range(of needle: String, after start: String) -> String.Index? {
        guard let place = firstRange(of: start) else { return nil }
        return self[place.upperBound...].firstRange(of: needle)?.lowerBound
    }
}
