import MaritimeModel
import Reporting
import ScanPipeline
import Testing

@testable import STSCommand

struct ScanOptionsTests {
    private func options(
        _ words: [String], watchlists: String? = nil, processors: Int = 4
    ) throws(UsageError) -> ScanOptions {
        let arguments = try parseArguments(
            ["scan"] + words, program: CommandList.programOptions, commands: CommandList.commands)
        return try ScanOptions(
            arguments, surroundings: ScanOptions.Surroundings(watchlists: watchlists, processors: processors))
    }

    private func message(_ words: String...) -> String? {
        do throws(UsageError) {
            _ = try options(words)
            return nil
        } catch {
            return error.message
        }
    }

    @Test func withoutOptionsTheDefaultsHold() throws {
        let options = try options(["a.csv", "-"])
        #expect(options.plan.inputs == ["a.csv", "-"])
        #expect(options.plan.profile == .oil)
        #expect(options.plan.parameters == Profile.oil.parameters)
        #expect(options.plan.filter == EventFilter())
        #expect(options.plan.watchlists == nil)
        #expect(options.plan.threads == 4)
        #expect(options.plan.memoryLimitBytes == nil)
        #expect(options.plan.columns.isEmpty && !options.plan.rawTracks)
        #expect(options.format == .text && options.common.output == "-")
        #expect(!options.common.isQuiet && options.common.progress == .auto && !options.failsOnFlagged)
    }

    @Test func everyOptionReachesThePlan() throws {
        let options = try options([
            "a", "--profile", "proximity", "--max-distance", "0.2km", "--min-duration", "39m57s", "--max-gap", "2h",
            "--join-gap", "0", "--port-distance", "3nm", "--include-ports", "--after", "2026-01-03", "--before",
            "2026-01-04T12:00", "--bbox", "-10,1,2,3", "--watchlist", "ofac", "--watchlist", "own.csv", "--format",
            "ndjson", "--output", "out", "--threads", "3", "--memory", "512M", "--columns", "id=a,time=2",
            "--raw-tracks", "--include-gear",
            "--quiet", "--progress", "always", "--fail-on", "flagged",
        ])
        let plan = options.plan
        #expect(plan.profile == .proximity)
        #expect(plan.parameters.maxDistanceMetres == 200)
        #expect(plan.parameters.minDurationSeconds == 2_397)
        #expect(plan.parameters.maxGapSeconds == 7_200)
        #expect(plan.parameters.joinGapSeconds == 0)
        #expect(plan.parameters.includeGear && plan.rawTracks)
        #expect(abs(plan.parameters.portDistanceKilometres - 5.556) < 1e-9)
        #expect(plan.parameters.includePorts)
        #expect(plan.filter.after?.iso8601 == "2026-01-03T00:00:00Z")
        #expect(plan.filter.before?.iso8601 == "2026-01-04T12:00:00Z")
        #expect(plan.filter.box == EventFilter.BoundingBox(west: -10, south: 1, east: 2, north: 3))
        #expect(plan.watchlists == ["ofac", "own.csv"])
        #expect(plan.threads == 3)
        #expect(plan.memoryLimitBytes == 512 << 20)
        #expect(plan.columns == ["id": "a", "time": "2"])
        #expect(plan.rawTracks)
        #expect(options.format == .ndjson && options.common.output == "out")
        #expect(options.common.isQuiet && options.common.progress == .always && options.failsOnFlagged)
    }

    @Test(arguments: Profile.builtIn.map(\.name))
    func everyProfileCanBeChosen(name: String) throws {
        let plan = try options(["a", "--profile", name]).plan
        #expect(plan.profile.name == name)
        #expect(plan.parameters == plan.profile.parameters)
    }

    @Test(arguments: ReportFormat.allCases)
    func everyFormatCanBeChosen(format: ReportFormat) throws {
        #expect(try options(["a", "--format=\(format.rawValue)"]).format == format)
    }

    @Test(arguments: [
        ("oil", "2", DetectionParameters.SpeedRule.slowOrJointUnderWay(knots: 2)), ("oil", "none", .none),
        ("gfw", "3.5", .bothBelow(knots: 3.5)), ("proximity", "1", .bothBelow(knots: 1)), ("proximity", "none", .none),
    ])
    func theSpeedLimitKeepsTheKindOfTheProfilesRule(
        profile: String, limit: String, rule: DetectionParameters.SpeedRule
    ) throws {
        #expect(try options(["a", "--profile", profile, "--max-speed", limit]).plan.parameters.speedRule == rule)
    }

    @Test func theEnvironmentNamesListsWhenTheLineDoesNot() throws {
        #expect(try options(["a"], watchlists: "x:/y::z").plan.watchlists == ["x", "/y", "z"])
        #expect(try options(["a"], watchlists: "").plan.watchlists == nil)
        #expect(try options(["a", "--watchlist", "own"], watchlists: "x").plan.watchlists == ["own"])
        #expect(try options(["a", "--no-watchlist"], watchlists: "x").plan.watchlists == nil)
    }

    @Test(arguments: [(0, 1), (-1, 1), (2, 2), (1_024, 256)])
    func threadsFollowTheProcessorsWithinReason(processors: Int, threads: Int) throws {
        #expect(try options(["a"], processors: processors).plan.threads == threads)
    }

    @Test func everyErrorNamesTheOptionTheValueAndWhatIsAccepted() {
        #expect(message("a", "--max-gap", "0") == "--max-gap: '0' is out of range; 1s to 366d is accepted")
        #expect(
            message("a", "--profile", "oli")
                == "--profile: 'oli' is not accepted; did you mean 'oil'?; choose from "
                + "oil, proximity, gfw, skylight, starboard")
        #expect(message("a", "--format", "kml")?.contains("this version of sts does not write yet") == true)
        #expect(message("a", "--fail-on", "all") == "--fail-on: 'all' is not accepted; choose from flagged")
        #expect(message("a", "--output=")?.hasPrefix("--output: '' is no path") == true)
        #expect(message("a", "--watchlist=") == "--watchlist: the path is empty")
        #expect(message() == "no input: name a file, a folder, a glob pattern, or - for standard input")
        #expect(message("") == "an input has an empty name")
        #expect(message("-", "-") == "standard input (-) can be read only once")
        #expect(
            message("a", "--watchlist", "x", "--no-watchlist")
                == "--watchlist and --no-watchlist contradict each other")
        #expect(
            message("a", "--after", "2026-01-04", "--before", "2026-01-03")
                == "--after 2026-01-04T00:00:00Z is not before --before 2026-01-03T00:00:00Z")
    }

    @Test func quietOutranksProgress() throws {
        #expect(try options(["a", "--progress", "always"]).common.showsProgress(onTerminal: false))
        #expect(try !options(["a", "--progress", "always", "--quiet"]).common.showsProgress(onTerminal: true))
        #expect(try options(["a"]).common.showsProgress(onTerminal: true))
        #expect(try !options(["a"]).common.showsProgress(onTerminal: false))
        #expect(try !options(["a", "--progress", "never"]).common.showsProgress(onTerminal: true))
    }
}
