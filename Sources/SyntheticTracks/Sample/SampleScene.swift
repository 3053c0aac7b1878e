import MaritimeModel

/// What a planted meeting is in truth. The raw values are the words of the truth file.
public enum MeetingKind: String, CaseIterable, Sendable {
    case oilTransfer = "oil_transfer"
    /// Two daughters at the same mother, near each other because of her.
    case sameOperation = "same_operation"
    case bunkering
    case tugVisit = "tug_visit"
    case pilotVisit = "pilot_visit"
    case pairTrawling = "pair_trawling"
    /// Ships at anchor beside each other that have nothing to do with each other.
    case raft
    case convoy
    case flyBy = "fly_by"
    case overtaking
    /// One ship under two identities.
    case sameHull = "same_hull"
    /// A scene without a meeting.
    case none
}

/// One planted scene: who takes part, where, and what it shows.
public struct SampleScene: Sendable {
    public let name: String
    public let kind: MeetingKind
    /// One sentence for the reader of the truth file.
    public let shows: String
    /// The middle of the scene, in degrees.
    public let latitude: Double
    public let longitude: Double
    /// Whether it lies within a port, where the default profile hides meetings.
    public let isInPort: Bool
    /// The ids of its vessels, in order.
    public internal(set) var vessels: [String] = []
}

/// One vessel of the sample: what it says, how it really moves, and what was heard of it.
public struct SampleTrack: Sendable {
    public let vessel: SyntheticVessel
    /// The number of its scene.
    public let scene: Int
    let motion: VesselMotion
    /// Its reports in strictly increasing time order, with `vessel` as its own number.
    public internal(set) var rows: [SyntheticRow]

    /// The id in the files.
    public var id: String { vessel.mmsi.description }
}
