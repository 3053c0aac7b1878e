/// One vessel of an event: how it described itself at that time, and how it was seen.
///
/// In a crowd a vessel has hundreds of events, so what it states is kept once and the events refer to it. It reads and
/// changes like a value: `vessel.name` is the name of this vessel in this event.
@dynamicMemberLookup
public struct EventVessel: Hashable, Sendable {
    private var shared: SharedParticulars
    /// Fixes from the start to the end of the event, inclusive.
    public var fixes: Int
    /// Time-weighted median of the path speed on the stretches in contact, in knots.
    public var medianSpeedKnots: Double

    /// A vessel of which nothing but the id is known.
    public init(id: String, fixes: Int, medianSpeedKnots: Double) {
        self.init(VesselParticulars(id: id), fixes: fixes, medianSpeedKnots: medianSpeedKnots)
    }

    public init(_ particulars: VesselParticulars, fixes: Int, medianSpeedKnots: Double) {
        shared = SharedParticulars(particulars)
        self.fixes = fixes
        self.medianSpeedKnots = medianSpeedKnots
    }

    /// What it states of itself.
    public var particulars: VesselParticulars { shared.particulars }

    /// Tells whether two events refer to the very same statements: then all that is made of these is the same.
    public var particularsIdentity: ObjectIdentifier { ObjectIdentifier(shared) }

    public subscript<Value>(dynamicMember path: WritableKeyPath<VesselParticulars, Value>) -> Value {
        get { shared.particulars[keyPath: path] }
        set {
            var changed = shared.particulars
            changed[keyPath: path] = newValue
            shared = SharedParticulars(changed)
        }
    }
}

/// What a vessel states of itself at some time, and what follows from its number.
public struct VesselParticulars: Hashable, Sendable {
    public var id: String
    public var mmsi: MMSI?
    public var imo: IMONumber?
    public var name: String?
    public var callSign: String?
    /// ISO 3166-1 alpha-2 code of the administration that the MMSI names, or nil.
    public var flag: String?
    public var type = ShipType.unknown
    public var aisType: Int?
    /// Unit: metres.
    public var length: Double?
    public var beam: Double?
    public var draughtBefore: Double?
    public var draughtAfter: Double?
    public var destination: String?

    public init(id: String) { self.id = id }
}

/// Statements that several events refer to.
private final class SharedParticulars: Hashable, Sendable {
    let particulars: VesselParticulars

    init(_ particulars: VesselParticulars) { self.particulars = particulars }

    static func == (left: SharedParticulars, right: SharedParticulars) -> Bool {
        left === right || left.particulars == right.particulars
    }

    func hash(into hasher: inout Hasher) { hasher.combine(particulars) }
}
