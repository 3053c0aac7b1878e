import MaritimeModel

extension JSONWriter {
    /// The doubts about an event's vessels, one member for each kind of doubt; none when nothing is doubted.
    mutating func doubts(of event: RendezvousEvent) {
        for kind in TrackDoubt.Kind.allCases {
            let doubts = event.doubts.filter { $0.doubt.reason.kind == kind }
            if doubts.isEmpty { continue }
            array(kind.rawValue) { json in
                for doubt in doubts {
                    json.object { json in
                        json.field("vessel", doubt.vessel)
                        json.members(of: doubt.doubt)
                    }
                }
            }
        }
    }

    /// A doubt about a vessel's track.
    mutating func doubt(_ doubt: TrackDoubt) {
        object { json in
            json.field("kind", doubt.reason.kind.rawValue)
            json.members(of: doubt)
        }
    }

    private mutating func members(of doubt: TrackDoubt) {
        field("reason", doubt.reason.rawValue)
        field("start", doubt.start)
        field("end", doubt.end)
        figures(doubt.figures)
        field("says", doubt.says)
    }

    /// What the tracks show about identities.
    mutating func finding(_ finding: IdentityFinding) {
        object { json in
            json.field("kind", finding.kind.rawValue)
            json.field("ids", finding.ids)
            json.field("carrier", finding.carrier)
            json.field("evidence", finding.evidence.rawValue)
            json.field("start", finding.start)
            json.field("end", finding.end)
            json.figures(finding.figures)
            json.field("says", finding.says)
            json.field("meetings", finding.meetings)
        }
    }

    private mutating func figures(_ figures: [TrackDoubt.Figure]) {
        object("figures") { json in
            for figure in figures { json.field(figure.name, figure.value, atMost: 4) }
        }
    }
}
