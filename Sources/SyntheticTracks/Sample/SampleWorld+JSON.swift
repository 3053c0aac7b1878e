import MaritimeModel

extension SampleWorld {
    /// The truth as a JSON document, one meeting a line; times to the millisecond, distances to the centimetre.
    public var truthJSON: String {
        var text = "{\n  \"note\": "
        text += quoted("generated; no vessel, identity or list entry is real")
        text += ",\n  \"contact_distance_m\": 500,\n  \"join_gap_s\": 1800,\n  \"max_gap_s\": 3600"
        text += ",\n  \"files\": [\n    " + days.map(json).joined(separator: ",\n    ") + "\n  ]"
        text += ",\n  \"scenes\": [\n    " + scenes.map(json).joined(separator: ",\n    ") + "\n  ]"
        text += ",\n  \"meetings\": [\n    " + meetings.map(json).joined(separator: ",\n    ") + "\n  ]"
        text += ",\n  \"listings\": [\n    " + listings.map(json).joined(separator: ",\n    ") + "\n  ]\n}\n"
        return text
    }

    private func json(_ day: SampleDay) -> String {
        let rejected = day.rejected.sorted { $0.key < $1.key }.map { "\"\($0.key.rawValue)\": \($0.value)" }
        return "{\"file\": \(quoted(day.name)), \"rows\": \(day.rowCount), \"fixes\": \(day.fixCount), "
            + "\"identity_only\": \(day.identityOnlyCount), \"rejected\": {\(rejected.joined(separator: ", "))}}"
    }

    private func json(_ scene: SampleScene) -> String {
        "{\"scene\": \(quoted(scene.name)), \"kind\": \(quoted(scene.kind.rawValue)), "
            + "\"latitude\": \(fixed(scene.latitude, decimals: 3)), "
            + "\"longitude\": \(fixed(scene.longitude, decimals: 3)), \"in_port\": \(scene.isInPort), "
            + "\"vessels\": [\(scene.vessels.map(quoted).joined(separator: ", "))], \"shows\": \(quoted(scene.shows))}"
    }

    private func json(_ meeting: MeetingTruth) -> String {
        let contacts = meeting.contacts.map {
            "[\(fixed($0.lowerBound, decimals: 3)), \(fixed($0.upperBound, decimals: 3))]"
        }
        let speeds = meeting.medianSpeedsKnots.map { fixed($0, decimals: 2) }
        return "{\"scene\": \(quoted(meeting.scene)), \"kind\": \(quoted(meeting.kind.rawValue)), "
            + "\"vessels\": [\(meeting.vessels.map(quoted).joined(separator: ", "))], "
            + "\"start\": \(quoted(nearestSecond(meeting.start))), \"end\": \(quoted(nearestSecond(meeting.end))), "
            + "\"contact_s\": \(fixed(meeting.contactSeconds, decimals: 3)), "
            + "\"min_distance_m\": \(fixed(meeting.minDistanceMetres, decimals: 2)), "
            + "\"median_speed_kn\": [\(speeds.joined(separator: ", "))], "
            + "\"median_relative_speed_kn\": \(fixed(meeting.medianRelativeSpeedKnots, decimals: 2)), "
            + "\"contacts\": [\(contacts.joined(separator: ", "))], "
            + "\"reported_by_default\": \(meeting.isReportedByDefault), "
            + "\"hidden_because\": \(meeting.hiddenBecause.map { quoted($0.rawValue) } ?? "null")}"
    }

    private func json(_ listing: SampleListing) -> String {
        "{\"entry\": \(quoted(listing.entry)), \"name\": \(quoted(listing.name)), "
            + "\"vessel\": \(listing.vessel.map(quoted) ?? "null"), \"match\": \(listing.match.map(quoted) ?? "null"), "
            + "\"timing\": \(listing.timing.map { quoted($0.rawValue) } ?? "null")}"
    }

    private func nearestSecond(_ second: Double) -> String {
        Timestamp(secondsSince1970: Int64(second.rounded())).iso8601
    }
}
