import MaritimeModel

/// A GeoJSON feature collection (RFC 7946): every segment a line, or a point when it has one fix; lines are cut at the
/// dateline. The run and the findings are foreign members.
enum TrackGeoJSONReport {
    static func render<Failure: Error>(
        _ account: TrackAccount, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter()
        json.raw("{\"type\":\"FeatureCollection\",\n\"run\":")
        json.run(of: account)
        json.raw(",\n\"findings\":[")
        for (number, finding) in account.findings.enumerated() {
            json.raw(number == 0 ? "\n" : ",\n")
            json.finding(finding)
            try json.output.passOnFullPiece(to: sink)
        }
        json.raw("],\n\"features\":[")
        var isFirst = true
        for vessel in account.vessels {
            for segment in vessel.segments {
                json.raw(isFirst ? "\n" : ",\n")
                isFirst = false
                try json.feature(segment, of: vessel, to: sink)
            }
        }
        json.raw("\n]}\n")
        try json.output.passOnRest(to: sink)
    }
}

extension JSONWriter {
    /// Which value of a corner is written.
    private enum Part { case position, time }

    /// A segment as a feature. It may be long, so that its brackets are written by hand, with pieces passed on between.
    fileprivate mutating func feature<Failure: Error>(
        _ segment: SegmentAccount, of vessel: VesselAccount, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let isPoint = segment.fixes.count == 1
        let isCut = !isPoint && TrackVertices.crossesDateline(segment.fixes)
        let type = isPoint ? "Point" : isCut ? "MultiLineString" : "LineString"
        raw("{\"type\":\"Feature\",\"geometry\":{\"type\":\"\(type)\",\"coordinates\":")
        if isPoint {
            for vertex in TrackVertices(segment.fixes) { write(.position, of: vertex) }
        } else {
            try corners(.position, of: segment, isCut: isCut, to: sink)
        }
        raw("},\"properties\":{")
        field("id", vessel.vessel.id)
        field("name", VesselSummary(of: vessel.vessel).name)
        field("segment", segment.number)
        field("start", segment.start)
        field("end", segment.end)
        field("fixes", segment.fixes.count)
        field("overlaps_another", segment.overlapsAnother)
        field("doubts", vessel.reasonsToDoubt(segment))
        raw(",\"coordinate_times\":")
        try corners(.time, of: segment, isCut: isCut, to: sink)
        raw("}}")
    }

    /// The corners in an array; with `isCut`, an array of these for each line.
    private mutating func corners<Failure: Error>(
        _ part: Part, of segment: SegmentAccount, isCut: Bool, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        raw(isCut ? "[[" : "[")
        for (number, vertex) in TrackVertices(segment.fixes).enumerated() {
            if number > 0, vertex.startsLine { raw("],[") }
            write(part, of: vertex)
            try output.passOnFullPiece(to: sink)
        }
        raw(isCut ? "]]" : "]")
    }

    private mutating func write(_ part: Part, of vertex: TrackVertices.Vertex) {
        switch part {
        case .position:
            array { json in
                json.number(vertex.longitude, decimals: 7)
                json.number(vertex.latitude, decimals: 7)
            }
        case .time: string(vertex.time.iso8601)
        }
    }
}

extension VesselAccount {
    /// The names of the reasons whose time touches that of a segment, each once.
    fileprivate func reasonsToDoubt(_ segment: SegmentAccount) -> [String] {
        var reasons: [String] = []
        for doubt in doubts where doubt.start <= segment.end && doubt.end >= segment.start {
            if !reasons.contains(doubt.reason.rawValue) { reasons.append(doubt.reason.rawValue) }
        }
        return reasons
    }
}
