import MaritimeModel

/// `sts profiles`: the named sets of parameters, with their sources.
enum ProfilesCommand {
    static let declaration = CommandDeclaration(
        name: "profiles",
        summary: "show the named sets of parameters and where they come from",
        options: [
            OptionDeclaration(
                "format", "F", group: "Output", completion: .choices(["text", "json"]),
                "form of the list: text, json; default text"),
            .help,
        ],
        description: [
            "A profile is a named set of everything that decides which meetings 'sts scan' reports. Choose one with "
                + "'sts scan --profile P'; each parameter can be changed by its own option."
        ],
        examples: [
            .init(line: "sts profiles", says: "a table to read"),
            .init(line: "sts profiles --format json", says: "the same for a program"),
        ])

    static func run(_ arguments: ParsedArguments) throws(UsageError) -> String {
        let reader = OptionReader(arguments: arguments, command: declaration.name)
        let format = try reader.choice("format", among: ["text", "json"])
        return format == "json" ? ProfilesJSON.document(Profile.builtIn) : page(Profile.builtIn)
    }

    /// A table of the parameters in the form that the options read, then each profile in words.
    static func page(_ profiles: [Profile]) -> String {
        let heading = ["PROFILE", "DISTANCE", "DURATION", "GAP", "JOIN", "SPEED", "PORT", "TYPES"]
        let rows = [heading] + profiles.map(cells)
        let widths = heading.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var page = ""
        for row in rows {
            let line = row.indices.map { row[$0].padded(to: widths[$0]) }.joined(separator: "  ")
            page += line.trimmingTrailingSpaces + "\n"
        }
        for profile in profiles {
            page += "\n\(profile.name): \(profile.summary)\(profile == profiles.first ? " (the default)" : "")\n"
            page += TextFilling.filled("Source: \(profile.source).", indent: 2)
            for rule in profile.rulesNotApplied { page += TextFilling.filled("Not applied: \(rule).", indent: 2) }
        }
        page += "\n"
        page += TextFilling.filled(
            "DISTANCE is the greatest distance of the two vessels, DURATION the least time in contact, GAP the "
                + "longest silence across which a vessel is taken to move evenly, JOIN the longest break inside one "
                + "meeting, PORT the distance from port under which a meeting is not reported. Joint under way: both "
                + "at most \(number(DetectionParameters.jointUnderWayMaxKnots)) kn, and at most "
                + "\(number(DetectionParameters.jointUnderWayMaxRelativeKnots)) kn to each other, sustained.")
        return page
    }

    private static func cells(_ profile: Profile) -> [String] {
        let parameters = profile.parameters
        let speed =
            switch parameters.speedRule {
            case .none: "any"
            case .bothBelow(let knots): "both < \(number(knots)) kn"
            case .slowOrJointUnderWay(let knots): "<= \(number(knots)) kn or joint under way"
            }
        let port = parameters.portDistanceKilometres
        return [
            profile.name, "\(number(parameters.maxDistanceMetres)) m", durationText(parameters.minDurationSeconds),
            durationText(parameters.maxGapSeconds), durationText(parameters.joinGapSeconds), speed,
            port == 0 ? "any" : "\(number(port)) km",
            parameters.typeRule == .any ? "any" : "tanker or unknown",
        ]
    }

    /// A number without a needless fraction.
    static func number(_ value: Double) -> String {
        let text = String(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
