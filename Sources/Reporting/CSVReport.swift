import MaritimeModel

/// A table (RFC 4180, lines end in LF): a header, then one row per event.
///
/// The table has no place for the account of the run, which comes from `runSummaryLines(run:)`. Data stay as they are:
/// a name that begins like a formula is not altered. An empty cell is a value that is not known.
enum CSVReport {
    static func render<Failure: Error>(
        events: [RendezvousEvent], threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var row = CSVWriter()
        for column in columns { row.cell(column) }
        row.endRow()
        if EventPieces.areWorthwhile(events: events.count, threads: threads) {
            try row.output.passOnRest(to: sink)
            try EventPieces.render(events, threads: threads, to: sink) { some in
                var row = CSVWriter()
                for event in some {
                    row.event(event)
                    row.endRow()
                }
                return row.output.bytes
            }
            return
        }
        for event in events {
            row.event(event)
            row.endRow()
            try row.output.passOnFullPiece(to: sink)
        }
        try row.output.passOnRest(to: sink)
    }

    /// The names of the columns, in the order in which `event(_:)` fills them.
    static let columns: [String] =
        [
            "id", "kind", "start", "end", "contact_s", "longest_silence_s", "latitude", "longitude",
            "distance_min_m", "distance_median_m", "distance_max_m", "port_km", "port", "shore_km", "in_port",
            "port_country", "flagged", "sanctions", "operation_id", "span_s", "contacts",
            "contact_s_on_stretches_up_to_10_min", "contact_s_on_stretches_up_to_30_min",
            "contact_s_on_stretches_longer", "steady_s", "distance_min_at_fix_m",
        ] + vesselColumns.map { "vessel_a_" + $0 } + vesselColumns.map { "vessel_b_" + $0 } + ["further_vessels"]
        + TrackDoubt.Kind.allCases.map(\.rawValue)

    private static let vesselColumns = [
        "id", "mmsi", "imo", "name", "call_sign", "flag", "type", "ais_type", "length_m", "beam_m",
        "draught_before_m", "draught_after_m", "fixes", "median_speed_kn", "destination",
    ]
}

extension CSVWriter {
    fileprivate mutating func event(_ event: RendezvousEvent) {
        cell(event.id)
        cell("rendezvous")
        cell(event.start)
        cell(event.end)
        cell(event.ledger.contactSeconds)
        cell(event.ledger.longestSilenceSeconds)
        cell(event.latitude, decimals: 7)
        cell(longitudeInRange(event.longitude), decimals: 7)
        cell(event.distance.minimum, decimals: 1)
        cell(event.distance.median, decimals: 1)
        cell(event.distance.maximum, decimals: 1)
        cell(event.place.portKilometres, decimals: 3)
        cell(event.place.port)
        cell(event.place.shoreKilometres, decimals: 3)
        cell(event.place.inPort ? "true" : "false")
        cell(event.place.portCountry)
        cell(event.flagged ? "true" : "false")
        cell(event.sanctions.isEmpty ? "" : event.sanctions.map { summary(of: $0, in: event) }.joined(separator: "; "))
        cell(event.operationID)
        cell(event.spanSeconds)
        cell(event.ledger.contacts)
        cell(event.ledger.onStretchesUpTo10Minutes)
        cell(event.ledger.onStretchesUpTo30Minutes)
        cell(event.ledger.onLongerStretches)
        cell(event.ledger.steadySeconds)
        cell(event.distance.minimumAtFix, decimals: 1)
        vessel(event.vessels.first)
        vessel(event.vessels.dropFirst().first)
        cell(event.vessels.count > 2 ? event.vessels.dropFirst(2).map(\.id).joined(separator: "; ") : "")
        for kind in TrackDoubt.Kind.allCases { cell(summary(of: kind, in: event)) }
    }

    /// For instance `368048110:shared_identity;368048111:position_jump`; empty when nothing is doubted.
    private func summary(of kind: TrackDoubt.Kind, in event: RendezvousEvent) -> String {
        if event.doubts.isEmpty { return "" }
        var reasons: [String] = []
        for doubt in event.doubts where doubt.doubt.reason.kind == kind {
            let reason = "\(event.id(ofVessel: doubt.vessel)):\(doubt.doubt.reason.rawValue)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.joined(separator: ";")
    }

    private mutating func vessel(_ vessel: EventVessel?) {
        cell(vessel?.id)
        cell(vessel?.mmsi?.description)
        cell(vessel?.imo?.description)
        cell(vessel?.name)
        cell(vessel?.callSign)
        cell(vessel?.flag)
        cell(vessel?.type.stated)
        cell(vessel?.aisType)
        cell(vessel?.length, decimals: 1, trimmed: true)
        cell(vessel?.beam, decimals: 1, trimmed: true)
        cell(vessel?.draughtBefore, decimals: 2, trimmed: true)
        cell(vessel?.draughtAfter, decimals: 2, trimmed: true)
        cell(vessel?.fixes)
        cell(vessel?.medianSpeedKnots, decimals: 2)
        cell(vessel?.destination)
    }

    /// For instance `368048110 = OFAC SDN 15036 ARTAVIL (imo, 0.99, IRAN, listed_at_the_time)`; `~` instead of `=` when the
    /// listed party is not the vessel itself, with the path, and `?` for a lead.
    private func summary(of hit: SanctionsHit, in event: RendezvousEvent) -> String {
        let listed = hit.match.listed
        let id = event.id(ofVessel: hit.vessel)
        let notes =
            [hit.match.kind.rawValue, decimalText(hit.match.confidence, decimals: 2, trimmed: true)]
            + listed.programmes + [hit.timing.rawValue]
            + (hit.match.degree == .listed ? [] : [hit.match.degree.rawValue, Wording.steps(hit.match.path)])
        let sign = hit.match.kind.isLead ? "?" : hit.match.degree == .listed ? "=" : "~"
        return
            "\(id) \(sign) \(listed.list) \(listed.entry ?? "") \(listed.name) (\(notes.joined(separator: ", ")))"
    }
}

extension RendezvousEvent {
    /// The id of a vessel by its position in the list.
    fileprivate func id(ofVessel position: Int) -> String {
        vessels.indices.contains(position) ? vessels[position].id : "?"
    }
}
