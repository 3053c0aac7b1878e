import MaritimeModel

/// A GeoJSON feature collection (RFC 7946): every event a point at its mean position, the run a foreign member.
enum GeoJSONReport {
    static func render<Failure: Error>(
        run: RunRecord, events: EventList, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var json = JSONWriter()
        json.raw("{\"type\":\"FeatureCollection\",")
        if let box = boundingBox(of: events) {
            json.array("bbox") { json in
                for edge in [box.west, box.south, box.east, box.north] { json.number(edge, decimals: 7) }
            }
            json.raw(",")
        }
        json.raw("\n\"run\":")
        json.run(run)
        json.raw(",\n\"features\":[")
        for (number, event) in events.enumerated() {
            json.raw(number == 0 ? "\n" : ",\n")
            json.feature(event)
            try json.output.passOnFullPiece(to: sink)
        }
        json.raw("\n]}\n")
        try json.output.passOnRest(to: sink)
    }

    /// The smallest box around all events that have a position, or nil when none has.
    ///
    /// Its west lies east of its east when the box crosses the dateline (RFC 7946 section 5.2). The box leaves out the
    /// widest stretch of longitude without an event. Complexity: O(n log n).
    static func boundingBox(of events: EventList) -> EventFilter.BoundingBox? {
        let placed = events.filter(\.hasPosition)
        let longitudes = placed.map { longitudeInRange($0.longitude) }.sorted()
        let latitudes = placed.map(\.latitude)
        guard let least = longitudes.first, let greatest = longitudes.last,
            let south = latitudes.min(), let north = latitudes.max()
        else { return nil }
        var box = EventFilter.BoundingBox(west: least, south: south, east: greatest, north: north)
        var widestGap = least + 360 - greatest
        for (left, right) in zip(longitudes, longitudes.dropFirst()) where right - left > widestGap {
            widestGap = right - left
            box.west = right
            box.east = left
        }
        return box
    }
}

extension JSONWriter {
    fileprivate mutating func feature(_ event: RendezvousEvent) {
        object { json in
            json.field("type", "Feature")
            json.field("id", event.id)
            if event.hasPosition {
                json.object("geometry") { json in
                    json.field("type", "Point")
                    json.array("coordinates") { json in
                        json.number(longitudeInRange(event.longitude), decimals: 7)
                        json.number(event.latitude, decimals: 7)
                    }
                }
            } else {
                json.null("geometry")
            }
            json.raw(",\"properties\":")
            json.event(event, form: .withoutPosition)
        }
    }
}

extension RendezvousEvent {
    /// Whether the position is a number: an unlocated feature has no geometry (RFC 7946 section 3.2).
    fileprivate var hasPosition: Bool { latitude.isFinite && longitude.isFinite }
}
