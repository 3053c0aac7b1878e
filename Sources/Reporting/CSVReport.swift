import MaritimeModel

/// A table (RFC 4180, lines end in LF): a header, then one row per event.
///
/// The table has no place for the account of the run, which comes from `runSummaryLines(run:)`. Data stay as they are:
/// a name that begins like a formula is not altered. An empty cell is a value that is not known.
enum CSVReport {
    static func render<Failure: Error>(
        events: EventList, threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var header = CSVWriter()
        for column in columns { header.cell(column) }
        header.endRow()
        try header.output.passOnRest(to: sink)
        try EventPieces.render(events, threads: threads, with: { EventRows() }, to: sink)
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

    static let vesselColumns = [
        "id", "mmsi", "imo", "name", "call_sign", "flag", "type", "ais_type", "length_m", "beam_m",
        "draught_before_m", "draught_after_m", "fixes", "median_speed_kn", "destination",
    ]
}

/// Writes events as rows.
private struct EventRows: EventPieceWriter {
    private var row = CSVWriter()
    private var vesselCells = CSVVesselCells()

    mutating func write(_ event: borrowing RendezvousEvent) {
        row.cells(before: event)
        for position in 0..<2 {
            if position < event.vessels.count {
                vesselCells.append(event.vessels[position], to: &row)
            } else {
                for _ in CSVReport.vesselColumns { row.emptyCell() }
            }
        }
        row.cells(behind: event)
        row.endRow()
    }

    var output: PieceBuffer {
        get { row.output }
        _modify { yield &row.output }
    }
}

extension CSVWriter {
    /// The cells up to the vessels.
    fileprivate mutating func cells(before event: RendezvousEvent) {
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
        cell(event.sanctions.isEmpty ? nil : event.sanctions.map { summary(of: $0, in: event) }.joined(separator: "; "))
        cell(event.operationID)
        cell(event.spanSeconds)
        cell(event.ledger.contacts)
        cell(event.ledger.onStretchesUpTo10Minutes)
        cell(event.ledger.onStretchesUpTo30Minutes)
        cell(event.ledger.onLongerStretches)
        cell(event.ledger.steadySeconds)
        cell(event.distance.minimumAtFix, decimals: 1)
    }

    /// The cells behind the vessels.
    fileprivate mutating func cells(behind event: RendezvousEvent) {
        cell(event.vessels.count > 2 ? event.vessels.dropFirst(2).map(\.id).joined(separator: "; ") : nil)
        for kind in TrackDoubt.Kind.allCases { cell(event.doubts.isEmpty ? nil : summary(of: kind, in: event)) }
    }

    /// For instance `368048110:shared_identity;368048111:position_jump`; empty when nothing is doubted.
    private func summary(of kind: TrackDoubt.Kind, in event: RendezvousEvent) -> String {
        var reasons: [String] = []
        for doubt in event.doubts where doubt.doubt.reason.kind == kind {
            let reason = "\(event.id(ofVessel: doubt.vessel)):\(doubt.doubt.reason.rawValue)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.joined(separator: ";")
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
