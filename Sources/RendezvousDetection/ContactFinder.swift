public import MaritimeModel

/// Finds every contact between any two vessels of a track table, exactly and in continuous time.
public struct ContactFinder: Sendable {
    public let maxDistanceMetres: Double
    public let maxGapSeconds: Int

    public init(maxDistanceMetres: Double, maxGapSeconds: Int) {
        self.maxDistanceMetres = maxDistanceMetres
        self.maxGapSeconds = maxGapSeconds
    }

    /// All contacts, in the order (first, second, start). The answer does not depend on `threads`.
    public func contacts(in tracks: TrackTable, threads: Int = 1) -> [Contact] {
        []
    }
}
