import Testing

@testable import STSCommand

struct ArgumentParsingTests {
    private func parse(_ words: String...) throws(UsageError) -> ParsedArguments {
        try parseArguments(words, program: CommandList.programOptions, commands: CommandList.commands)
    }

    private func message(_ words: String...) -> String? {
        do throws(UsageError) {
            _ = try parseArguments(words, program: CommandList.programOptions, commands: CommandList.commands)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func valuesMayStandBesideOrBehindTheSign() throws {
        let parsed = try parse("scan", "a.csv", "--max-gap", "1h", "--join-gap=30m", "-o", "out", "b.csv")
        #expect(parsed.command == "scan")
        #expect(parsed.operands == ["a.csv", "b.csv"])
        #expect(parsed.value("max-gap") == "1h")
        #expect(parsed.value("join-gap") == "30m")
        #expect(parsed.value("output") == "out")
    }

    @Test func ofAnOptionGivenTwiceTheLastCountsAndAllAreKept() throws {
        let parsed = try parse("scan", "--watchlist", "a", "--watchlist=b", "--quiet", "--quiet", "x")
        #expect(parsed.values["watchlist"] == ["a", "b"])
        #expect(parsed.value("watchlist") == "b")
        #expect(parsed.switches["quiet"] == 2)
    }

    @Test func twoDashesEndTheOptions() throws {
        let parsed = try parse("scan", "--quiet", "--", "--max-gap", "-", "--")
        #expect(parsed.operands == ["--max-gap", "-", "--"])
        #expect(parsed.has("quiet"))
    }

    @Test func oneDashIsAnOperand() throws {
        #expect(try parse("scan", "-").operands == ["-"])
    }

    @Test func aValueMayBeginWithADashOrBeEmpty() throws {
        #expect(try parse("scan", "x", "--bbox", "-10,1,2,3").value("bbox") == "-10,1,2,3")
        #expect(try parse("scan", "x", "--columns=").value("columns") == "")
        #expect(try parse("scan", "x", "--columns", "id=a=b").value("columns") == "id=a=b")
    }

    @Test func optionsOfOneCommandAreUnknownToAnother() {
        #expect(message("profiles", "--max-gap", "1h") == "unknown option '--max-gap'")
        #expect(message("scan", "--version") == "unknown option '--version'")
    }

    @Test(arguments: CommandList.commands.map(\.name))
    func everyCommandHasHelp(name: String) throws {
        #expect(try parse(name, "--help").has("help"))
        #expect(try parse(name, "-h").command == name)
    }

    @Test func mistakesAreNamedAndMended() {
        #expect(message("scna") == "unknown command 'scna'; did you mean 'scan'?")
        #expect(message("scan", "--formta", "csv") == "unknown option '--formta'; did you mean '--format'?")
        #expect(message("scan", "--formta=csv") == "unknown option '--formta'; did you mean '--format'?")
        #expect(message("--versoin") == "unknown option '--versoin'; did you mean '--version'?")
        #expect(message("scan", "-q") == "unknown option '-q'")
        #expect(message("scan", "-max-gap") == "unknown option '-m' in '-max-gap'; did you mean '--max-gap'?")
        #expect(message("scan", "--quiet=yes") == "--quiet takes no value: '--quiet=yes'")
        #expect(message("scan", "x", "-o") == "-o needs a value (PATH|-)")
        #expect(message("scan", "x", "--threads")?.hasPrefix("--threads needs a value (N): ") == true)
        #expect(message("scan", "--output", "--quiet", "x")?.hasPrefix("--output needs a value") == true)
        #expect(message("profiles", "oil") == "'profiles' takes no further word: 'oil'")
        #expect(message("--", "scan") == "a command stands before '--': 'scan'")
    }

    @Test(arguments: ["vessel", "report"])
    func commandsOfLaterVersionsAreNotMistakes(name: String) {
        #expect(message(name, "x") == "this version of sts does not have the command '\(name)' yet")
    }

    @Test func optionsOfLaterVersionsAreNotMistakes() {
        #expect(message("scan", "--store", "x") == "this version of sts does not have the option '--store' yet")
    }

    /// Whatever the words, the parser answers; it never ends the program.
    @Test(arguments: [
        [], [""], ["-"], ["--"], ["---"], ["-é"], ["--é=1"], ["="], ["--="], ["-="], ["scan", ""], ["scan", "--=x"],
        ["scan", "-o="], ["scan", "-h-o"], ["--completion", "bash", "1"], ["scan", "\u{FFFD}"], ["scan", "--help=\n"],
        ["scan", String(repeating: "-", count: 100_000)], ["help", "--", "--help"], ["scan", "scan", "scan"],
        Array(repeating: "--quiet", count: 10_000),
    ])
    func strangeWordsAreAnswered(words: [String]) {
        do throws(UsageError) {
            let parsed = try parseArguments(
                words, program: CommandList.programOptions, commands: CommandList.commands)
            #expect(parsed.operands.count <= words.count)
        } catch {
            #expect(!error.message.isEmpty)
        }
    }

    @Test func thousandsOfOperandsArePossible() throws {
        let files = (0..<20_000).map { "file\($0).csv" }
        let parsed = try parseArguments(
            ["scan"] + files, program: CommandList.programOptions, commands: CommandList.commands)
        #expect(parsed.operands == files)
    }
}
