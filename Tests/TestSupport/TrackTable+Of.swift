public import MaritimeModel

/// One fix of a hand-written or random track.
public struct TestFix: Hashable, Sendable {
    /// Seconds since 1970.
    public var time: UInt32
    public var position: GeoPosition

    public init(time: UInt32, position: GeoPosition) {
        self.time = time
        self.position = position
    }
}

extension TrackTable {
    /// Makes a table from tracks written by hand: (id, [(seconds since 1970, latitude, longitude)]), in degrees.
    ///
    /// Vessels may come in any order and are numbered by id; the fixes of each must be in strictly increasing time
    /// order and the ids differ, else it traps.
    public static func of(_ tracks: [(id: String, fixes: [(time: UInt32, latitude: Double, longitude: Double)])])
        -> TrackTable
    {
        of(
            fixed: tracks.map { track in
                let fixes = track.fixes.map { fix in
                    guard let position = GeoPosition(latitude: fix.latitude, longitude: fix.longitude) else {
                        preconditionFailure("\(track.id): no position: \(fix.latitude), \(fix.longitude)")
                    }
                    return TestFix(time: fix.time, position: position)
                }
                return (id: track.id, fixes: fixes)
            })
    }

    /// Makes a table from tracks in fixed point; a track may be empty. The same rules hold.
    public static func of(fixed tracks: [(id: String, fixes: [TestFix])]) -> TrackTable {
        let ordered = tracks.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        var vessels: [TrackedVessel] = []
        var firstFix = [0]
        var fixes: [TestFix] = []
        for (id, track) in ordered {
            precondition(vessels.last?.id != id, "two tracks are called \(id)")
            precondition(
                zip(track, track.dropFirst()).allSatisfy { $0.time < $1.time }, "\(id): times do not increase")
            fixes += track
            firstFix.append(fixes.count)
            vessels.append(
                TrackedVessel(
                    id: id, staticData: VesselStaticData(), fixCount: track.count,
                    firstSeen: Timestamp(secondsSince1970: Int64(track.first?.time ?? 0)),
                    lastSeen: Timestamp(secondsSince1970: Int64(track.last?.time ?? 0))))
        }
        return TrackTable(
            vessels: vessels, firstFix: firstFix, times: fixes.map(\.time),
            latitudes: fixes.map(\.position.latitudeE7), longitudes: fixes.map(\.position.longitudeE7))
    }
}
