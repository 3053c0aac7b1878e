import MaritimeModel

/// The profiles as JSON; the fields have the names that the run record of a report gives them.
enum ProfilesJSON {
    static func document(_ profiles: [Profile]) -> String {
        "{\"profiles\":[\n" + profiles.map(record).joined(separator: ",\n") + "\n]}\n"
    }

    private static func record(_ profile: Profile) -> String {
        let parameters = profile.parameters
        let fields = [
            "\"max_distance_m\":\(number(parameters.maxDistanceMetres))",
            "\"min_duration_s\":\(parameters.minDurationSeconds)",
            "\"max_gap_s\":\(parameters.maxGapSeconds)",
            "\"join_gap_s\":\(parameters.joinGapSeconds)",
            "\"speed_rule\":\(speedRule(parameters.speedRule))",
            "\"port_distance_km\":\(number(parameters.portDistanceKilometres))",
            "\"include_ports\":\(parameters.includePorts)",
            "\"type_rule\":\(quoted(parameters.typeRule.rawValue))",
            "\"include_gear\":\(parameters.includeGear)",
        ]
        return "{\"name\":\(quoted(profile.name)),\"summary\":\(quoted(profile.summary)),"
            + "\"source\":\(quoted(profile.source)),\"parameters\":{\(fields.joined(separator: ","))},"
            + "\"rules_not_applied\":[\(profile.rulesNotApplied.map(quoted).joined(separator: ","))]}"
    }

    private static func speedRule(_ rule: DetectionParameters.SpeedRule) -> String {
        switch rule {
        case .none: "{\"kind\":\"none\"}"
        case .bothBelow(let knots): "{\"kind\":\"both_below\",\"knots\":\(number(knots))}"
        case .slowOrJointUnderWay(let knots):
            "{\"kind\":\"slow_or_joint_under_way\",\"knots\":\(number(knots)),"
                + "\"joint_knots\":\(number(DetectionParameters.jointUnderWayMaxKnots)),"
                + "\"joint_relative_knots\":\(number(DetectionParameters.jointUnderWayMaxRelativeKnots))}"
        }
    }

    private static func number(_ value: Double) -> String { ProfilesCommand.number(value) }

    /// A JSON string (RFC 8259).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
