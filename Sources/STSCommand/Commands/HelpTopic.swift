/// Pages of `sts help` that explain what more than one option is about.
enum HelpTopic: String, CaseIterable, Sendable {
    case formats, columns, lists, values, output, environment
    case exitCodes = "exit-codes"

    /// One line for the overview.
    var summary: String {
        switch self {
        case .formats: "the forms of a report"
        case .columns: "how to name the columns of a track file"
        case .lists: "the sanctions lists that are read, and lists of your own"
        case .values: "how distances, durations, times and sizes are written"
        case .output: "where results, messages and progress go"
        case .environment: "the environment variables that are read"
        case .exitCodes: "what the program tells its caller"
        }
    }

    /// The whole page.
    var page: String { "sts help \(rawValue): \(summary)\n\n\(body)" }

    private var body: String {
        switch self {
        case .formats:
            HelpTopic.list([
                ("text", "a report to read: what was read and rejected, flagged meetings, then the others by time"),
                ("json", "one document: {\"run\":{...},\"events\":[...]}"),
                ("ndjson", "one event a line, then one last line of kind run"),
                ("csv", "a table, one row per event"),
                ("geojson", "RFC 7946, one feature per event"),
            ])
                + HelpTopic.paragraph(
                    "All carry the same names and values. With every form but text, a short account of the run goes to "
                        + "standard error unless --quiet is given.")
                + HelpTopic.paragraph(
                    "'sts tracks' writes text; json: {\"run\":{...},\"findings\":[...],\"vessels\":[...]}; geojson, one "
                        + "feature per segment; and csv, one row per fix that was kept.")
                + HelpTopic.paragraph(
                    "'sts screen' writes text; json: {\"as_of\":...,\"lists_checked\":[...],\"items\":[...]}; and csv, one "
                        + "row per match or lead, or for what has none. 'sts watchlist' writes text and json.")
        case .columns:
            TextFilling.filled(
                "Common layouts are recognised by their header. For others, --columns id=Vessel,time=When,lat=Y,lon=X "
                    + "says which header holds what; a number is a column counted from 1, for files without a header. "
                    + "The names:")
                + "\n" + HelpTopic.list(TrackColumn.allCases.map { ($0.rawValue, $0.meaning) })
        case .lists:
            TextFilling.filled("A list is recognised by what is in its file, whatever the file is called:")
                + "\n"
                + HelpTopic.list([
                    (
                        "OFAC",
                        "sdn.csv and cons_prim.csv with alt.csv and comments beside them; sdn.xml; sdn_advanced.xml"
                    ),
                    ("UN", "the Security Council's consolidated list (XML); the 1718 list of vessels (CSV)"),
                    ("UK", "the UK Sanctions List, CSV and XML"),
                    ("EU", "the consolidated list (XML); Annex XLII of Regulation 833/2014 (CSV)"),
                    ("OpenSanctions", "maritime.csv, targets.simple.csv, FollowTheMoney entities as JSON lines"),
                    ("your own", "CSV with the columns imo, mmsi, name, list, entry, programme, listed_on"),
                    ("a register", "CSV with the columns imo, owner, manager, operator, flag, since"),
                ])
                + HelpTopic.paragraph(
                    "A list of your own needs one of imo, mmsi and company_imo. It may have type (vessel, company, "
                        + "person), company_imo, call_sign, flag, alias, delisted_on, owner, manager, operator, since, and "
                        + "listed (no: only recorded for its links) besides. Owners and the like are names of other rows, "
                        + "or company numbers as IMO 6414273; several values of a cell are parted by semicolons.")
                + HelpTopic.paragraph(
                    "A register lists nobody: it links ships to those who run them, by company number into every list.")
                + HelpTopic.paragraph(
                    "A file that is cut off, empty or of no known kind is refused whole. What cannot be used in an entry "
                        + "is counted by reason and shown; 'sts watchlist import' names the cases.")
        case .values:
            HelpTopic.list([
                ("durations", "90s, 30m, 2h, 1d, combined as in 39m57s or 1h30m, and plain 0"),
                (
                    "distances",
                    "metres: 500, 500m, 0.5km, 0.25nm (nautical miles); from port, a bare number is kilometres"
                ),
                ("speeds", "knots: 3, 2.5, 3kn"),
                (
                    "times",
                    "2026-01-03, 2026-01-03T04:12, 2026-01-03T04:12:09Z, 2026-01-03T05:12:09+01:00; UTC if none said"
                ),
                ("boxes", "west,south,east,north in degrees: 5,53,9.5,56; 170,-20,-170,0 crosses the dateline"),
                ("sizes", "512M, 2G; powers of 1024"),
            ])
        case .output:
            TextFilling.filled(
                "Results go to standard output, or with --output to a file that appears under its name only when it "
                    + "is complete; a file that was there before stays until then, and stays for good when the scan "
                    + "fails. Pipes and devices are written as the results come.")
                + HelpTopic.paragraph(
                    "Messages and progress go to standard error. Colour is used on a terminal only. A reader of "
                        + "standard output that stops early, such as head, is no error: the rest is dropped and the "
                        + "exit code is that of the finished scan.")
                + HelpTopic.paragraph(
                    "Ctrl-C and kill remove what is incomplete; the program then ends by that signal, which a shell "
                        + "shows as 130 and 143.")
        case .environment:
            HelpTopic.list([
                (
                    "STS_WATCHLIST",
                    "sanctions lists or a watchlist database to check when no --watchlist is given, separated by colons"
                ),
                (
                    "XDG_DATA_HOME",
                    "folder of the user's data, where sts/watchlist.db is looked for; default ~/.local/share"
                ),
                ("NO_COLOR", "when not empty, the text report has no colour"),
                ("TERM", "when dumb, neither colour nor a progress line is drawn"),
            ])
        case .exitCodes:
            HelpTopic.list(ExitCode.allCases.map { ("\($0.rawValue)", $0.meaning) })
                + HelpTopic.paragraph(
                    "When both 3 and 4 hold, the code is 4, and the input that could not be read is still named on "
                        + "standard error. Ended by a signal, a shell shows 128 and the number of the signal.")
        }
    }

    private static func list(_ entries: [(term: String, says: String)]) -> String {
        let column = 4 + (entries.map(\.term.count).max() ?? 0)
        return entries.map { TextFilling.entry($0.term, $0.says, at: column) }.joined()
    }

    private static func paragraph(_ text: String) -> String { "\n" + TextFilling.filled(text) }
}
