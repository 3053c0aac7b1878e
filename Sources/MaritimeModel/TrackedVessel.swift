/// A value that a vessel stated about itself, with the times between which it was seen.
///
/// The times are the least and greatest of all rows that carried the value, so row order cannot matter. A value that
/// was given up and taken again keeps one entry.
public struct ObservedValue<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var firstSeen: Timestamp
    public var lastSeen: Timestamp
    /// How many rows carried it, at least 1.
    public var count: Int

    public init(value: Value, firstSeen: Timestamp, lastSeen: Timestamp, count: Int) {
        self.value = value
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.count = count
    }
}

/// Everything that a vessel stated about itself, each value with its times, in the order (first seen, last seen, value).
public struct VesselStaticData: Hashable, Sendable {
    public var names: [ObservedValue<String>] = []
    public var imoNumbers: [ObservedValue<IMONumber>] = []
    /// Seven digits stated as an IMO number that fail the check digit: no identity, at most a lead.
    public var mistypedIMOs: [ObservedValue<UInt32>] = []
    public var callSigns: [ObservedValue<String>] = []
    /// AIS ship-type codes (0...99) or MarineCadastre codes (1001...1025) as stated.
    public var aisTypes: [ObservedValue<Int>] = []
    /// The classes of the stated codes or words, without `unknown`.
    public var shipTypes: [ObservedValue<ShipType>] = []
    /// Unit: metres, greater than 0.
    public var lengths: [ObservedValue<Double>] = []
    /// Unit: metres, greater than 0.
    public var beams: [ObservedValue<Double>] = []
    /// Unit: metres, greater than 0.
    public var draughts: [ObservedValue<Double>] = []
    public var destinations: [ObservedValue<String>] = []

    public init() {}

    /// Whether nothing at all is known.
    public var isEmpty: Bool { self == VesselStaticData() }
}

/// One identity of the input: what it is called, what it said of itself, and how much of it was seen.
public struct TrackedVessel: Hashable, Sendable {
    /// The id as the file has it: an MMSI or any other non-empty text.
    public var id: String
    public var staticData: VesselStaticData
    /// Fixes kept after rejects; 0 for a vessel known from identity rows alone.
    public var fixCount: Int
    /// The times of the first and the last row that was used, with or without a position.
    public var firstSeen: Timestamp
    public var lastSeen: Timestamp
    /// Rows of the identity that were not used, by reason.
    public var rejected: [RejectReason: Int] = [:]

    public init(id: String, staticData: VesselStaticData, fixCount: Int, firstSeen: Timestamp, lastSeen: Timestamp) {
        self.id = id
        self.staticData = staticData
        self.fixCount = fixCount
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }

    /// The MMSI, when the id is one.
    public var mmsi: MMSI? { MMSI(id) }
}

extension Array {
    /// The value that held at a moment: the one whose first-to-last interval holds the moment or lies nearest to it.
    ///
    /// Ties go to the value seen on more rows, then to the lesser value in the array's order. Complexity: O(n).
    public func value<Value>(at moment: Timestamp) -> Value? where Element == ObservedValue<Value> {
        var best: Element?
        for candidate in self {
            guard let current = best else {
                best = candidate
                continue
            }
            let candidateDistance = candidate.secondsAway(from: moment)
            let currentDistance = current.secondsAway(from: moment)
            if candidateDistance < currentDistance
                || (candidateDistance == currentDistance && candidate.count > current.count)
            {
                best = candidate
            }
        }
        return best?.value
    }
}

extension ObservedValue {
    /// Seconds between a moment and the nearest time at which the value was seen; 0 inside its interval.
    fileprivate func secondsAway(from moment: Timestamp) -> Int64 {
        if moment < firstSeen { return firstSeen.secondsSince1970 - moment.secondsSince1970 }
        if moment > lastSeen { return moment.secondsSince1970 - lastSeen.secondsSince1970 }
        return 0
    }
}
