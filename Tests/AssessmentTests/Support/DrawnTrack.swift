import Glibc
import MaritimeModel
import TestSupport

/// A track drawn for a test: positions in metres east and north of a place, rounded as a file rounds them.
struct DrawnTrack {
    var id = "200000001"
    var staticData = VesselStaticData()
    /// Degrees.
    var latitude = 10.0
    var longitude = 20.0
    /// Decimals of the coordinates.
    var decimals = 5
    var fixes: [(time: UInt32, position: GeoPosition)] = []

    /// Adds a fix; the time is cut to the whole second, as ingest does.
    mutating func add(second: Double, east: Double, north: Double) {
        let perDegree = earthRadiusMetres * .pi / 180
        let scale = pow(10, Double(decimals))
        let north = ((latitude + north / perDegree) * scale).rounded() / scale
        var east = ((longitude + east / perDegree / cos(latitude * .pi / 180)) * scale).rounded() / scale
        if east > 180 { east -= 360 }
        guard let position = GeoPosition(latitude: north, longitude: east) else { preconditionFailure("off the globe") }
        fixes.append((UInt32(1_600_000_000 + second), position))
    }

    /// Draws a path: where the vessel is at each of these seconds.
    mutating func draw(_ seconds: some Sequence<Double>, _ place: (Double) -> (east: Double, north: Double)) {
        for second in seconds {
            let (east, north) = place(second)
            add(second: second, east: east, north: north)
        }
    }

    /// A table of one vessel with one segment.
    var table: TrackTable { TrackTable.drawn([self]) }
}

extension TrackTable {
    /// A table of drawn tracks, each a vessel with one segment, in the order of their ids.
    static func drawn(_ tracks: [DrawnTrack]) -> TrackTable {
        let ordered = tracks.sorted { $0.id < $1.id }
        var firstFix = [0]
        for track in ordered { firstFix.append(firstFix[firstFix.count - 1] + track.fixes.count) }
        let fixes = ordered.flatMap(\.fixes)
        return TrackTable(
            vessels: ordered.map {
                TrackedVessel(
                    id: $0.id, staticData: $0.staticData, fixCount: $0.fixes.count,
                    firstSeen: Timestamp(secondsSince1970: Int64($0.fixes.first?.time ?? 0)),
                    lastSeen: Timestamp(secondsSince1970: Int64($0.fixes.last?.time ?? 0)))
            },
            firstFix: firstFix, times: fixes.map(\.time), latitudes: fixes.map(\.position.latitudeE7),
            longitudes: fixes.map(\.position.longitudeE7))
    }

    /// All fixes of the first segment.
    var only: Range<Int> { fixRange(ofSegment: 0) }
}

/// Seconds since 1970 at which drawn tracks begin.
let drawnStart = Timestamp(secondsSince1970: 1_600_000_000)

extension Timestamp {
    static func + (moment: Timestamp, seconds: Int) -> Timestamp {
        Timestamp(secondsSince1970: moment.secondsSince1970 + Int64(seconds))
    }
}

extension VesselStaticData {
    /// What a vessel states from the beginning to the end of all drawn tracks.
    static func of(
        name: String? = nil, imo: UInt32? = nil, callSign: String? = nil, type: ShipType? = nil, length: Double? = nil,
        beam: Double? = nil
    ) -> VesselStaticData {
        func seen<Value>(_ value: Value?) -> [ObservedValue<Value>] {
            value.map { [ObservedValue(value: $0, firstSeen: drawnStart, lastSeen: drawnStart + 864_000, count: 1)] }
                ?? []
        }
        var data = VesselStaticData()
        data.names = seen(name)
        data.imoNumbers = seen(imo.flatMap { IMONumber($0) })
        data.callSigns = seen(callSign)
        data.shipTypes = seen(type)
        data.lengths = seen(length)
        data.beams = seen(beam)
        return data
    }
}

/// Metres per second in a speed in knots.
func speed(knots: Double) -> Double { knots * metresPerSecondPerKnot }
