import MaritimeModel
import Testing

@testable import STSCommand

struct HelpTests {
    @Test(arguments: CommandList.commands.map(\.name))
    func aPageMentionsEveryOptionOfItsCommand(name: String) throws {
        let command = try #require(CommandList.named(name))
        let page = HelpCommand.page(of: command)
        for option in command.options {
            #expect(page.contains("--\(option.name)"), "\(option.name) is missing")
            if case .choices(let words) = option.completion {
                for word in words { #expect(page.contains(word), "\(word) of \(option.name) is missing") }
            }
        }
        #expect(!command.examples.isEmpty)
    }

    @Test func theCompletionMentionsEveryCommandOptionAndChoice() {
        let script = CompletionCommand.script(for: CommandList.commands, program: CommandList.programOptions)
        for command in CommandList.commands {
            #expect(script.contains(command.name))
            for option in command.options {
                #expect(script.contains("--\(option.name)"), "\(option.name) is missing")
                if case .choices(let words) = option.completion {
                    for word in words { #expect(script.contains(word), "\(word) is missing") }
                }
            }
        }
    }

    /// Commands, topics and pages of the help itself, as they are printed.
    static let pages: [String] =
        [HelpCommand.overview(), ProfilesCommand.page(Profile.builtIn)]
        + CommandList.commands.map(HelpCommand.page(of:)) + HelpTopic.allCases.map(\.page)

    @Test(arguments: pages)
    func noLineIsWiderThanAHundredColumnsOrEndsInSpaces(page: String) {
        for line in page.split(separator: "\n") {
            #expect(line.count <= 100, "\(line)")
            #expect(line.last != " ", "\(line)")
        }
        #expect(page.hasSuffix("\n"))
    }

    @Test(arguments: pages)
    func nothingOfLaterVersionsIsPromised(page: String) {
        for word in ["kml", "html", "--store", "sts vessel", "sts report"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func theOverviewNamesEveryCommandAndTopic() {
        let overview = HelpCommand.overview()
        for command in CommandList.commands { #expect(overview.contains("  \(command.name) ")) }
        for topic in HelpTopic.allCases { #expect(overview.contains("  \(topic.rawValue) ")) }
    }

    @Test func helpOffersEveryCommandAndTopicForCompletion() {
        let offered = CommandList.commands.map(\.name) + HelpTopic.allCases.map(\.rawValue)
        #expect(HelpCommand.declaration.operands?.completion == .choices(offered))
    }

    @Test(arguments: CommandList.commands.flatMap { $0.examples.map(\.line) })
    func everyExampleParses(line: String) throws {
        guard let start = line.firstRange(of: "sts ") else { return }
        let words = line[start.upperBound...].split(separator: " ").map(String.init)
        let arguments = try parseArguments(
            words.prefix { $0 != ">" }.map { $0.hasSuffix(")") ? String($0.dropLast()) : $0 },
            program: CommandList.programOptions, commands: CommandList.commands)
        if arguments.command == "scan" {
            _ = try ScanOptions(arguments, surroundings: ScanOptions.Surroundings(watchlists: nil, processors: 2))
        }
        if arguments.command == "tracks" { _ = try TracksOptions(arguments, processors: 2) }
    }

    @Test func theProfilesPageShowsEveryParameter() {
        let page = ProfilesCommand.page(Profile.builtIn)
        #expect(
            page.contains(
                "oil        500 m     2h        1h   30m   <= 3 kn or joint under way  5.556 km  tanker or unknown"))
        for profile in Profile.builtIn {
            #expect(page.contains("\n\(profile.name): \(profile.summary)"))
            for rule in profile.rulesNotApplied { #expect(page.contains(rule)) }
        }
    }

    @Test func jsonStringsAreQuoted() {
        #expect(ProfilesJSON.quoted("a\"b\\c\n\u{1}é") == "\"a\\\"b\\\\c\\u000a\\u0001é\"")
    }
}
