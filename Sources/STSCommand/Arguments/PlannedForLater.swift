/// Names that later versions will know: using one is an error that says so, not a mistyped word.
enum PlannedForLater {
    private static let commands = ["vessel", "report"]
    private static let options = ["store"]
    private static let formats = ["kml", "html"]

    /// The message for a command, or nil when it is not planned.
    static func command(_ name: String) -> String? {
        commands.contains(name) ? "this version of sts does not have the command '\(name)' yet" : nil
    }

    /// The message for an option, named without dashes, or nil when it is not planned.
    static func option(_ name: String) -> String? {
        options.contains(name) ? "this version of sts does not have the option '--\(name)' yet" : nil
    }

    /// The message for a report format, or nil when it is not planned.
    static func format(_ name: String) -> String? {
        formats.contains(name) ? "is a format that this version of sts does not write yet" : nil
    }
}
