import SyntheticTracks

/// Makes track files and lists: the sample folder, fleets and a list of any size for measurements, and dirty seas with
/// known truth.
@main
struct GenerateTool {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as UsageError {
            OutputFile.end("sts-generate: \(error.message)\n\n\(usage)", code: 2)
        } catch {
            OutputFile.end("sts-generate: \(error)\n", code: 1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard let command = arguments.first else { throw UsageError("a command is missing") }
        var options = try Options(arguments.dropFirst())
        switch command {
        case "sample": try SampleCommand.run(&options)
        case "fleet": try FleetCommand.run(&options)
        case "worlds": try WorldsCommand.run(&options)
        case "ofac-advanced": try OFACAdvancedCommand.run(&options)
        case "help", "--help", "-h": try OutputFile("-").write(usage)
        default: throw UsageError("there is no command '\(command)'")
        }
    }

    static let usage = """
        usage: sts-generate sample --output DIR [--seed S]
               sts-generate fleet --rows N --output FILE|- [--vessels V] [--days D] [--seed S]
                                  [--layout noaa|noaa2024|dma] [--shape sea|harbour|port]
                                  [--sorted|--shuffled|--random]
               sts-generate worlds --count N --output DIR [--seed S]
               sts-generate ofac-advanced --profiles N --output FILE|- [--seed S]

        sample   writes three days of planted scenes, the truth about them and a watchlist into a folder
        fleet    writes one file with exactly N rows of a made-up fleet, in time order unless --shuffled (nearly)
         or --random (not at all; up to a hundred million rows)
        worlds   writes N small seas with one kind of dirt each, by turns, and the truth about them, two files each
        ofac-advanced  writes one made-up sanctions list in the form of OFAC's sdn_advanced.xml

        """
}
