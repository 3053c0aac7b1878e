import Glibc
import MaritimeModel
import Reporting
import ScanPipeline

/// `sts tracks`: what became of the rows of each vessel.
enum TracksCommand {
    static let declaration = CommandDeclaration(
        name: "tracks",
        summary: "show what became of a file: segments, rejects and doubts of each vessel",
        operands: CommonOptions.operands,
        options: vesselOptions + CommonOptions.inputOptions
            + CommonOptions.outputOptions(formats: TrackFormat.allCases.map(\.rawValue)) + CommonOptions.runOptions
            + [.help],
        description: [
            "Reads tracks as 'sts scan' does and accounts for each vessel: the segments into which its track is cut, "
                + "each with its times, way, speeds and silences; the fixes that were not used, by reason; what is "
                + "doubted, and why; and what the vessel stated of itself over time.",
            "Without --vessel the text report shows the vessels that stand out (more than one segment, outliers, doubts "
                + "or findings) and counts the plain ones; the other forms hold all. A doubt says what the tracks "
                + "show; it is no proof of deceit.",
        ],
        examples: [
            .init(line: "sts tracks tracks.csv.gz", says: "the vessels that stand out, as a report"),
            .init(
                line: "sts tracks tracks/ --vessel 368048110 --vessel 235000001", says: "everything of two vessels"),
            .init(
                line: "sts tracks tracks.csv.gz --format geojson -o tracks.geojson", says: "a line a segment, for a map"
            ),
            .init(
                line: "sts tracks tracks.csv.gz --format csv --vessel 368048110",
                says: "the fixes that were kept, as a table"),
        ])

    private static let vesselOptions = [
        OptionDeclaration(
            "vessel", "ID", group: "Tracks",
            "only this vessel, with everything there is to say of it; an id as the file has it; may be repeated"),
        OptionDeclaration(
            "raw-tracks", group: "Tracks", "leave the fixes of an id as they are: no segments, no outliers, no doubts"),
        OptionDeclaration(
            "include-gear", group: "Tracks",
            "treat buoys, beacons and aids to navigation as 'sts scan --include-gear' does"),
    ]

    /// Accounts for the tracks and gives the exit code.
    static func run(_ arguments: ParsedArguments) throws(UsageError) -> ExitCode {
        let options = try TracksOptions(arguments, processors: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        return ReportingRun(options.common).exitCode(
            work: { progress throws(ScanFailure) in
                try TrackInspection.run(options.plan, vessels: options.vessels, progress: progress)
            },
            report: { account, style, sink throws(OutputFailure) in
                try renderTracks(options.format, account: account, style: style, to: sink)
            },
            conclude: { account, diagnostics in
                // The text report begins with its own account.
                if options.format != .text || options.common.output != "-" {
                    for line in trackSummaryLines(account) { diagnostics.note(line) }
                }
                diagnostics.nameUnread(account.inputs)
                return account.hasUnreadInput ? .someInputUnread : .done
            })
    }
}
