import MaritimeModel

extension JSONWriter {
    /// Writes the account of a run; its timing is the last member, the only one that differs from run to run.
    ///
    /// `kind` comes first when it is given, as lines of NDJSON need it.
    mutating func run(_ run: RunRecord, kind: String? = nil) {
        object { json in
            if let kind { json.field("kind", kind) }
            json.field("program", "sts")
            json.field("version", run.version)
            json.profile(run.profile)
            json.parameters(run.parameters)
            json.filter(run.filter)
            json.field("raw_tracks", run.rawTracks)
            json.array("inputs") { json in
                for input in run.inputs { json.input(input) }
            }
            json.rows(run.ledger)
            json.field("vessels", run.vessels)
            json.field("vessels_with_fixes", run.vesselsWithFixes)
            json.lists(run.lists, asOf: run.listsAsOf)
            json.array("listed_vessels") { json in
                for sighting in run.listedVessels { json.sighting(sighting) }
            }
            json.array("identity_findings") { json in
                for finding in run.identityFindings { json.finding(finding) }
            }
            json.object("excluded") { json in
                for (reason, count) in run.excluded.sorted(by: { $0.key < $1.key }) {
                    json.field(reason.rawValue, count)
                }
            }
            json.field("harbour_stays", run.harbourStays)
            json.field("events", run.eventCount)
            json.field("flagged", run.flaggedCount)
            json.field("warnings", run.warnings)
            json.object("timing") { json in
                json.field("reading_s", run.timing.readingSeconds, decimals: 3)
                json.field("detection_s", run.timing.detectionSeconds, decimals: 3)
                json.field("total_s", run.timing.totalSeconds, decimals: 3)
                json.field("threads", run.timing.threads)
            }
        }
    }

    private mutating func profile(_ profile: Profile) {
        object("profile") { json in
            json.field("name", profile.name)
            json.field("summary", profile.summary)
            json.field("source", profile.source)
            json.field("rules_not_applied", profile.rulesNotApplied)
        }
    }

    private mutating func parameters(_ parameters: DetectionParameters) {
        object("parameters") { json in
            json.field("max_distance_m", parameters.maxDistanceMetres, atMost: 3)
            json.field("min_duration_s", parameters.minDurationSeconds)
            json.field("max_gap_s", parameters.maxGapSeconds)
            json.field("join_gap_s", parameters.joinGapSeconds)
            json.object("speed_rule") { json in
                switch parameters.speedRule {
                case .none:
                    json.field("kind", "none")
                case .bothBelow(let knots):
                    json.field("kind", "both_below")
                    json.field("knots", knots, atMost: 3)
                case .slowOrJointUnderWay(let knots):
                    json.field("kind", "slow_or_joint_under_way")
                    json.field("knots", knots, atMost: 3)
                    json.field("joint_knots", DetectionParameters.jointUnderWayMaxKnots, atMost: 3)
                    json.field(
                        "joint_relative_knots", DetectionParameters.jointUnderWayMaxRelativeKnots, atMost: 3)
                }
            }
            json.field("port_distance_km", parameters.portDistanceKilometres, atMost: 3)
            json.field("include_ports", parameters.includePorts)
            json.field("type_rule", parameters.typeRule.rawValue)
            json.field("include_gear", parameters.includeGear)
        }
    }

    /// The box is in the order west, south, east, north.
    private mutating func filter(_ filter: EventFilter) {
        object("filter") { json in
            json.field("after", filter.after)
            json.field("before", filter.before)
            guard let box = filter.box else { return json.null("bbox") }
            json.array("bbox") { json in
                for edge in [box.west, box.south, box.east, box.north] {
                    json.number(edge, decimals: 7, trimmed: true)
                }
            }
        }
    }

    mutating func input(_ input: InputRecord) {
        object { json in
            json.field("path", input.path)
            json.field("bytes", input.bytes)
            json.field("modified", input.modified)
            json.field("layout", input.layout)
            json.rows(input.ledger)
            json.field("first_time", input.firstTime)
            json.field("last_time", input.lastTime)
            json.field("failure", input.failure)
        }
    }

    /// The account of rows: `used` and the sum of `rejected` make `read`.
    mutating func rows(_ ledger: RejectLedger) {
        object("rows") { json in
            json.field("read", ledger.rows)
            json.field("used", ledger.used)
            json.field("fixes", ledger.fixes)
            json.field("identity_only", ledger.identityOnly)
            json.object("rejected") { json in
                for (reason, count) in ledger.rejected.sorted(by: { $0.key < $1.key }) {
                    json.field(reason.rawValue, count)
                }
            }
        }
    }

    private mutating func lists(_ lists: [CheckedList]?, asOf: CivilDate?) {
        guard let lists else {
            null("lists_checked")
            return field("watchlist", "none: no list was checked")
        }
        listsChecked(lists)
        if let asOf { field("lists_as_of", asOf.iso8601) }
        let names = lists.map(\.name).joined(separator: ", ")
        field("watchlist", lists.isEmpty ? "empty: no list was checked" : "checked: \(names)")
    }

    private mutating func sighting(_ sighting: ListedVesselSighting) {
        object { json in
            json.field("id", sighting.id)
            json.field("name", sighting.name)
            json.field("imo", sighting.imo?.description)
            json.field("fixes", sighting.fixes)
            json.field("first_seen", sighting.firstSeen)
            json.field("last_seen", sighting.lastSeen)
            json.object("listing") { json in
                json.listing(sighting.match, timing: sighting.timing, pathTiming: sighting.pathTiming)
            }
            json.field("events", sighting.events)
        }
    }
}
