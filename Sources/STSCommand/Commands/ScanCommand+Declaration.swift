import MaritimeModel
import Reporting

extension ScanCommand {
    /// What `sts scan` takes, grouped as its help page is.
    static let declaration = CommandDeclaration(
        name: "scan",
        summary: "find meetings of vessels in track files, and flag listed vessels",
        operands: CommonOptions.operands,
        options: meetingOptions + selectionOptions + listOptions + CommonOptions.inputOptions
            + CommonOptions.outputOptions(formats: ReportFormat.allCases.map(\.rawValue)) + CommonOptions.runOptions
            + [
                OptionDeclaration(
                    "timings", group: "Running", "say on standard error what each thread did, with seconds and bytes"),
                .help,
            ],
        description: [
            "Reads vessel positions from files, folders, glob patterns or standard input (-), finds the meetings of "
                + "two vessels that are close enough for long enough, and says which vessels are on a sanctions list. "
                + "CSV files of all common layouts are read, plain or as .gz, .zst, .xz, .bz2, .zip or .tar.*.",
            "Results go to standard output, messages and progress to standard error. A profile is a named set of "
                + "parameters; each parameter can be changed by its own option. Of an option given twice the last "
                + "counts, except for --watchlist and --columns, which add up. A meeting flagged or found is a lead, "
                + "no proof of wrongdoing.",
        ],
        examples: [
            .init(line: "sts scan tracks.csv.gz", says: "meetings consistent with a transfer of oil, as a report"),
            .init(
                line: "sts scan tracks/ --watchlist ofac/ --format ndjson -o meetings.ndjson",
                says: "all files of a folder, screened, one event a line"),
            .init(
                line: "gzip -dc tracks.csv.gz | sts scan - --profile proximity --max-distance 200 --min-duration 40m",
                says: "bare proximity from a pipe"),
            .init(
                line: "sts scan a.csv --columns id=Vessel,time=When,lat=Y,lon=X",
                says: "a file with headers of its own"),
            .init(
                line: "sts scan a.csv --after 2026-01-03 --before 2026-01-04 --bbox 5,53,9.5,56",
                says: "one day of one sea"),
        ])

    private static let meetingOptions = [
        option(
            "profile", "P", "Meetings", .choices(Profile.builtIn.map(\.name)),
            "named set of parameters: \(Profile.builtIn.map(\.name).joined(separator: ", ")); "
                + "default \(Profile.oil.name); 'sts profiles' shows them"),
        option(
            "max-distance", "M", "Meetings", .forms(["200m", "500m", "1km", "0.25nm"]),
            "greatest distance of the two vessels, in metres or with a unit; more than 0 and up to 100km"),
        option(
            "min-duration", "D", "Meetings", .forms(["30m", "1h", "2h", "6h"]),
            "least time in contact; 0 to 366d"),
        option(
            "max-gap", "D", "Meetings", .forms(["30m", "1h", "2h"]),
            "longest silence across which a vessel is taken to move evenly; 1s to 366d"),
        option(
            "join-gap", "D", "Meetings", .forms(["0", "30m", "4h"]),
            "contacts of one pair at most this far apart are one meeting; 0 to 366d"),
        option(
            "max-speed", "KN|none", "Meetings", .forms(["none", "2", "3"]),
            "limit of the profile's speed rule in knots, up to 100; none switches the rule off; a profile without a "
                + "rule gets the rule that both are slower"),
        option(
            "port-distance", "KM", "Meetings", .forms(["0", "5", "10"]),
            "meetings nearer to a port are in port, in kilometres or with a unit; 0 switches the rule off, up to 1000"),
        OptionDeclaration("include-ports", group: "Meetings", "report meetings in port too"),
        OptionDeclaration(
            "include-gear", group: "Meetings",
            "report meetings with buoys, beacons and aids to navigation too"),
        OptionDeclaration(
            "raw-tracks", group: "Meetings",
            "join the fixes of an id as they are: no cleaning, and every id counts as a vessel"),
    ]

    private static let selectionOptions = [
        option(
            "after", "T", "Which meetings to report", .nothing,
            "meetings that end at this time or later: a date or RFC 3339 time, UTC unless it says otherwise"),
        option("before", "T", "Which meetings to report", .nothing, "meetings that begin before this time"),
        option(
            "bbox", "W,S,E,N", "Which meetings to report", .nothing,
            "meetings inside a box in degrees; a west greater than the east crosses the dateline"),
    ]

    private static let listOptions =
        ListOptions.declarations + [
            OptionDeclaration("no-watchlist", group: "Sanctions lists", "check no list, whatever STS_WATCHLIST says"),
            option(
                "fail-on", "WHAT", "Sanctions lists", .choices(["flagged"]),
                "flagged: end with exit code 4 when there is a flagged meeting"),
        ]

    private static func option(
        _ name: String, _ placeholder: String, _ group: String, _ completion: OptionDeclaration.Completion,
        _ help: String
    ) -> OptionDeclaration {
        OptionDeclaration(name, placeholder, group: group, completion: completion, help)
    }
}
