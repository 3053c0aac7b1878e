import MaritimeModel

/// What a vessel is, in one value of each kind: the one that most rows state, of equals the one seen first.
struct VesselSummary {
    let mmsi: MMSI?
    let flag: String?
    let imo: IMONumber?
    let name: String?
    let callSign: String?
    let type: ShipType
    let aisType: Int?
    /// Unit: metres.
    let length: Double?
    let beam: Double?

    init(of vessel: TrackedVessel) {
        let data = vessel.staticData
        mmsi = vessel.mmsi
        flag = vessel.mmsi?.flag
        imo = data.imoNumbers.mostStated()
        name = data.names.mostStated()
        callSign = data.callSigns.mostStated()
        type = data.shipTypes.mostStated() ?? .unknown
        aisType = data.aisTypes.mostStated()
        length = data.lengths.mostStated()
        beam = data.beams.mostStated()
    }
}

extension Array {
    /// The value that most rows carried; nil for none.
    fileprivate func mostStated<Value>() -> Value? where Element == ObservedValue<Value> {
        // The first of the greatest: `max(by:)` would give the last.
        reduce(nil as Element?) { best, next in (best?.count ?? 0) < next.count ? next : best }?.value
    }
}
