import Glibc
import MaritimeModel

/// Finds the port nearest to a position, exactly on the sphere.
///
/// The ports are those of the World Port Index (US National Geospatial-Intelligence Agency, public domain), whose
/// positions are to the nearest minute of arc: a distance to a port may be off by 1 to 2 km. Making an index is free,
/// the table is read once per process, at the first question.
public struct PortIndex: Sendable {
    /// Ordered by latitude, then longitude, country and name.
    let ports: [Port]
    /// The ports as points on the sphere of radius 1.
    private let points: [SIMD3<Double>]

    /// Makes an index of all ports of the World Port Index.
    public init() {
        self = PortIndex.ofTheWorld
    }

    /// Makes an index of given ports; at least one.
    init(ports: [Port]) {
        precondition(!ports.isEmpty, "an index needs a port")
        // The table of the world is in order.
        let isInOrder = zip(ports, ports.dropFirst()).allSatisfy { !$1.precedes($0) }
        self.ports = isInOrder ? ports : ports.sorted { $0.precedes($1) }
        points = self.ports.map { unitVector(latitude: $0.latitude, longitude: $0.longitude) }
    }

    /// The port at the least great-circle distance; of several the southernmost, then the westernmost.
    ///
    /// Unit: degrees, latitude -90...90, any finite longitude. Complexity: O(log n), and those ports are looked at whose
    /// latitude is nearer than the nearest port found so far: about 300 of 3 696 for a random position and 30 near a
    /// coast, which takes about 1 µs.
    public func nearest(latitude: Double, longitude: Double) -> NearestPort {
        let found = search(latitude: latitude, longitude: longitude)
        return NearestPort(port: ports[found.port], kilometres: kilometres(ofSquaredChord: found.squaredChord))
    }

    /// The numbers of all ports nearer than a limit, in increasing order. Complexity: O(ports of the latitudes).
    public func ports(latitude: Double, longitude: Double, withinKilometres limit: Double) -> [Int] {
        let here = unitVector(latitude: latitude, longitude: longitude)
        let degrees = limit / (earthRadiusMetres / 1_000) * 180 / .pi + 1e-9
        var found: [Int] = []
        var port = firstPort(atOrNorthOf: latitude - degrees)
        while port < ports.count, ports[port].latitude <= latitude + degrees {
            if kilometres(ofSquaredChord: squaredChord(here, points[port])) < limit { found.append(port) }
            port += 1
        }
        return found
    }

    /// The port with a number.
    public func port(_ number: Int) -> Port { ports[number] }

    /// A place made ready to be asked about several times.
    public struct Place: Sendable {
        fileprivate let point: SIMD3<Double>

        /// Unit: degrees, latitude -90...90, any finite longitude.
        public init(latitude: Double, longitude: Double) {
            point = unitVector(latitude: latitude, longitude: longitude)
        }
    }

    /// The great-circle distance from the port with a number to a place, in kilometres.
    public func distanceKilometres(fromPort number: Int, to place: Place) -> Double {
        kilometres(ofSquaredChord: squaredChord(place.point, points[number]))
    }

    /// The nearest port's position in `ports`, and how many ports it took to find it.
    func search(latitude: Double, longitude: Double) -> (port: Int, squaredChord: Double, portsLookedAt: Int) {
        precondition((-90...90).contains(latitude) && longitude.isFinite, "the position is not on the globe")
        let here = unitVector(latitude: latitude, longitude: longitude)
        var north = firstPort(atOrNorthOf: latitude)
        var south = north - 1
        var best = 0
        var bestSquaredChord = Double.infinity
        var bestDegrees = Double.infinity
        var portsLookedAt = 0

        func look(at port: Int) {
            portsLookedAt += 1
            let squared = squaredChord(here, points[port])
            guard squared < bestSquaredChord || (squared == bestSquaredChord && port < best) else { return }
            best = port
            bestSquaredChord = squared
            // The hair's breadth of 1e-9 degree (0.1 mm) keeps rounding from hiding a port at the same distance.
            bestDegrees = angle(ofSquaredChord: squared) * 180 / .pi + 1e-9
        }

        // Both ways from the position's own latitude. A port is never nearer than its difference in latitude, so a
        // side is done when that exceeds the best distance.
        while north < ports.count || south >= 0 {
            if north < ports.count {
                if ports[north].latitude - latitude > bestDegrees { north = ports.count } else { look(at: north) }
                north += 1
            }
            if south >= 0 {
                if latitude - ports[south].latitude > bestDegrees { south = 0 } else { look(at: south) }
                south -= 1
            }
        }
        return (best, bestSquaredChord, portsLookedAt)
    }

    /// The first port whose latitude is not less than the given one. Complexity: O(log n).
    private func firstPort(atOrNorthOf latitude: Double) -> Int {
        var low = 0
        var high = ports.count
        while low < high {
            let middle = (low + high) / 2
            if ports[middle].latitude < latitude { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// A place where ships load and discharge.
public struct Port: Hashable, Sendable {
    public var name: String
    /// The country's name as the World Port Index has it.
    public var country: String
    /// Degrees.
    public var latitude: Double
    public var longitude: Double

    public init(name: String, country: String, latitude: Double, longitude: Double) {
        self.name = name
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The order by latitude, longitude, country and name.
    fileprivate func precedes(_ other: Port) -> Bool {
        if latitude != other.latitude { return latitude < other.latitude }
        return (longitude, country, name) < (other.longitude, other.country, other.name)
    }

    /// The great-circle distance to a position in degrees, in kilometres.
    public func distanceKilometres(toLatitude latitude: Double, longitude: Double) -> Double {
        kilometres(
            ofSquaredChord: squaredChord(
                unitVector(latitude: latitude, longitude: longitude),
                unitVector(latitude: self.latitude, longitude: self.longitude)))
    }
}

/// A port and how far away it is.
public struct NearestPort: Hashable, Sendable {
    public var port: Port
    /// Great-circle distance in kilometres.
    public var kilometres: Double

    public init(port: Port, kilometres: Double) {
        self.port = port
        self.kilometres = kilometres
    }
}

/// A position as a point on the sphere of radius 1, which knows no dateline and no pole.
func unitVector(latitude: Double, longitude: Double) -> SIMD3<Double> {
    let phi = latitude * .pi / 180
    let lambda = longitude * .pi / 180
    let ring = cos(phi)
    return SIMD3(ring * cos(lambda), ring * sin(lambda), sin(phi))
}

/// The square of the straight-line distance, which orders points as the great circle does.
@inline(__always)
func squaredChord(_ left: SIMD3<Double>, _ right: SIMD3<Double>) -> Double {
    let difference = left - right
    return (difference * difference).sum()
}

/// The angle in radians that a chord spans.
func angle(ofSquaredChord squared: Double) -> Double {
    2 * asin(min(1, squared.squareRoot() / 2))
}

/// The great-circle distance in kilometres that belongs to a chord on the sphere of radius 1.
func kilometres(ofSquaredChord squared: Double) -> Double {
    angle(ofSquaredChord: squared) * earthRadiusMetres / 1_000
}
