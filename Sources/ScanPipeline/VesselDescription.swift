import MaritimeModel

/// Describes a vessel as it described itself around the time of an event.
enum VesselDescription {
    static func eventVessel(
        _ vessel: TrackedVessel, start: Timestamp, end: Timestamp, fixes: Int, speed: Double
    ) -> EventVessel {
        let data = vessel.staticData
        var result = VesselParticulars(id: vessel.id)
        result.mmsi = vessel.mmsi
        result.imo = data.imoNumbers.value(at: start)
        result.name = data.names.value(at: start)
        result.callSign = data.callSigns.value(at: start)
        result.flag = vessel.mmsi?.flag
        result.type = data.shipTypes.value(at: start) ?? .unknown
        result.aisType = data.aisTypes.value(at: start)
        result.length = data.lengths.value(at: start)
        result.beam = data.beams.value(at: start)
        result.draughtBefore = draught(data.draughts, at: start, preferringLater: false)
        result.draughtAfter = draught(data.draughts, at: end, preferringLater: true)
        result.destination = data.destinations.value(at: start)
        return EventVessel(result, fixes: fixes, medianSpeedKnots: speed)
    }

    /// How a vessel describes itself at any time, not yet in any event; nil when what it states of itself changes.
    static func steady(_ vessel: TrackedVessel) -> EventVessel? {
        guard isSteady(vessel) else { return nil }
        return eventVessel(vessel, start: vessel.firstSeen, end: vessel.firstSeen, fixes: 0, speed: 0)
    }

    /// Whether it describes itself in the same way at all times.
    private static func isSteady(_ vessel: TrackedVessel) -> Bool {
        let data = vessel.staticData
        return data.imoNumbers.count <= 1 && data.names.count <= 1 && data.callSigns.count <= 1
            && data.shipTypes.count <= 1 && data.aisTypes.count <= 1 && data.lengths.count <= 1
            && data.beams.count <= 1 && data.draughts.count <= 1 && data.destinations.count <= 1
    }

    /// The draught stated at a time; when two intervals hold the time, the one that began earlier, or later.
    ///
    /// Crews change the draught by hand, often hours after the work: before an event the older statement is the right
    /// one, after it the newer.
    private static func draught(
        _ values: [ObservedValue<Double>], at moment: Timestamp, preferringLater: Bool
    ) -> Double? {
        let holding = values.filter { $0.firstSeen <= moment && moment <= $0.lastSeen }
        if let value = preferringLater ? holding.last : holding.first { return value.value }
        return preferringLater
            ? values.first { $0.firstSeen > moment }?.value ?? values.value(at: moment)
            : values.last { $0.lastSeen < moment }?.value ?? values.value(at: moment)
    }
}
