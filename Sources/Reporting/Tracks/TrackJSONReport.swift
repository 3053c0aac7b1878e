import MaritimeModel

/// One JSON document, `{"run":{...},"findings":[...],"vessels":[...]}`, with every vessel on a line of its own.
enum TrackJSONReport {
    static func render<Failure: Error>(
        _ account: TrackAccount, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter()
        json.raw("{\"run\":")
        json.run(of: account)
        json.raw(",\n\"findings\":[")
        for (number, finding) in account.findings.enumerated() {
            json.raw(number == 0 ? "\n" : ",\n")
            json.finding(finding)
            try json.output.passOnFullPiece(to: sink)
        }
        json.raw("],\n\"vessels\":[")
        for (number, vessel) in account.vessels.enumerated() {
            json.raw(number == 0 ? "\n" : ",\n")
            json.vessel(vessel)
            try json.output.passOnFullPiece(to: sink)
        }
        json.raw("\n]}\n")
        try json.output.passOnRest(to: sink)
    }
}

extension JSONWriter {
    /// Writes what was asked and what was read.
    mutating func run(of account: TrackAccount) {
        object { json in
            json.field("program", "sts")
            json.field("version", account.version)
            json.field("raw_tracks", account.rawTracks)
            json.field("include_gear", account.includeGear)
            json.array("inputs") { json in
                for input in account.inputs { json.input(input) }
            }
            json.rows(account.ledger)
            json.field("vessels", account.identities)
            json.field("vessels_with_fixes", account.identitiesWithFixes)
            json.field("vessels_asked_for", account.vesselsAskedFor)
            json.field("warnings", account.warnings)
        }
    }

    fileprivate mutating func vessel(_ account: VesselAccount) {
        let vessel = account.vessel
        let summary = VesselSummary(of: vessel)
        object { json in
            json.field("id", vessel.id)
            json.field("mmsi", summary.mmsi?.description)
            json.field("imo", summary.imo?.description)
            json.field("name", summary.name)
            json.field("call_sign", summary.callSign)
            json.field("flag", summary.flag)
            json.field("type", summary.type.stated)
            json.field("ais_type", summary.aisType)
            json.field("length_m", summary.length, atMost: 1)
            json.field("beam_m", summary.beam, atMost: 1)
            json.field("fixes", vessel.fixCount)
            json.field("first_seen", vessel.firstSeen)
            json.field("last_seen", vessel.lastSeen)
            json.object("rejected") { json in
                for (reason, count) in vessel.rejected.sorted(by: { $0.key < $1.key }) {
                    json.field(reason.rawValue, count)
                }
            }
            json.array("segments") { json in
                for segment in account.segments { json.segment(segment) }
            }
            json.array("doubts") { json in
                for doubt in account.doubts { json.doubt(doubt) }
            }
            json.staticData(vessel.staticData)
        }
    }

    private mutating func segment(_ segment: SegmentAccount) {
        object { json in
            json.field("number", segment.number)
            json.field("start", segment.start)
            json.field("end", segment.end)
            json.field("fixes", segment.fixes.count)
            json.field("path_km", segment.pathMetres / 1_000, decimals: 3)
            json.field("median_speed_kn", segment.medianSpeedKnots, decimals: 2)
            json.field("greatest_speed_kn", segment.greatestSpeedKnots, decimals: 2)
            json.field("longest_silence_s", segment.longestSilenceSeconds)
            json.field("overlaps_another", segment.overlapsAnother)
            json.position("first_position", segment.fixes.first?.position)
            json.position("last_position", segment.fixes.last?.position)
        }
    }

    private mutating func position(_ key: String, _ position: GeoPosition?) {
        guard let position else { return null(key) }
        object(key) { json in
            json.field("latitude", position.latitude, decimals: 7)
            json.field("longitude", position.longitude, decimals: 7)
        }
    }

    /// Everything that the vessel stated about itself, value by value.
    private mutating func staticData(_ data: VesselStaticData) {
        object("static") { json in
            json.values("names", data.names) { $0.field("value", $1) }
            json.values("imo_numbers", data.imoNumbers) { $0.field("value", $1.description) }
            json.values("mistyped_imo_numbers", data.mistypedIMOs) { $0.field("value", String($1)) }
            json.values("call_signs", data.callSigns) { $0.field("value", $1) }
            json.values("ais_types", data.aisTypes) { $0.field("value", $1) }
            json.values("types", data.shipTypes) { $0.field("value", $1.rawValue) }
            json.values("lengths_m", data.lengths) { $0.field("value", $1, atMost: 1) }
            json.values("beams_m", data.beams) { $0.field("value", $1, atMost: 1) }
            json.values("draughts_m", data.draughts) { $0.field("value", $1, atMost: 2) }
            json.values("destinations", data.destinations) { $0.field("value", $1) }
        }
    }

    private mutating func values<Value>(
        _ key: String, _ values: [ObservedValue<Value>], _ write: (inout JSONWriter, Value) -> Void
    ) {
        array(key) { json in
            for value in values {
                json.object { json in
                    write(&json, value.value)
                    json.field("first_seen", value.firstSeen)
                    json.field("last_seen", value.lastSeen)
                    json.field("rows", value.count)
                }
            }
        }
    }
}
