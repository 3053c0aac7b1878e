import MaritimeModel
import Testing

@testable import Assessment

/// A small generator with a seed, so that a failure can be run again (SplitMix64, Steele et al. 2014).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The slow twin: every port is looked at.
private func nearestByBruteForce(_ index: PortIndex, latitude: Double, longitude: Double) -> NearestPort {
    let here = unitVector(latitude: latitude, longitude: longitude)
    var best = (squared: Double.infinity, port: 0)
    for (number, port) in index.ports.enumerated() {
        let squared = squaredChord(here, unitVector(latitude: port.latitude, longitude: port.longitude))
        if squared < best.squared { best = (squared, number) }
    }
    return NearestPort(port: index.ports[best.port], kilometres: kilometres(ofSquaredChord: best.squared))
}

@Suite struct PortIndexTests {
    let index = PortIndex()

    @Test func theTableHoldsTheWholeWorldPortIndex() {
        #expect(index.ports.count == 3_696)
        #expect(index.ports.allSatisfy { abs($0.latitude) <= 90 && abs($0.longitude) <= 180 })
        #expect(index.ports.allSatisfy { !$0.name.isEmpty && !$0.country.isEmpty })
    }

    @Test(arguments: [
        (51.95, 4.10, "Europoort", "Netherlands", 10.0),
        (40.70, -74.02, "New York City", "United States", 5.0),
        (1.28, 103.84, "Keppel - (East Singapore)", "Singapore", 10.0),
    ])
    func knownPortsAreFound(latitude: Double, longitude: Double, name: String, country: String, within: Double) {
        let nearest = index.nearest(latitude: latitude, longitude: longitude)
        #expect(nearest.port.name == name && nearest.port.country == country)
        #expect(nearest.kilometres < within)
    }

    @Test(arguments: [UInt64(1), 20_170_911, 0xDEAD_BEEF])
    func theNearestPortIsTheOneThatBruteForceFinds(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for query in 0..<700 {
            // Half spread over the sphere, half crowded at the poles, the dateline and around ports.
            let port = index.ports[Int.random(in: 0..<index.ports.count, using: &generator)]
            let (latitude, longitude): (Double, Double) =
                switch query % 6 {
                case 0:
                    (Double.random(in: 85...90, using: &generator), Double.random(in: -180...180, using: &generator))
                case 1:
                    (
                        Double.random(in: -90 ... -70, using: &generator),
                        Double.random(in: -180...180, using: &generator)
                    )
                case 2:
                    (Double.random(in: -60...70, using: &generator), Double.random(in: 175...185, using: &generator))
                case 3:
                    (
                        max(-90, min(90, port.latitude + Double.random(in: -0.5...0.5, using: &generator))),
                        port.longitude + Double.random(in: -0.5...0.5, using: &generator)
                    )
                default:
                    (Double.random(in: -90...90, using: &generator), Double.random(in: -180...180, using: &generator))
                }
            let found = index.nearest(latitude: latitude, longitude: longitude)
            let expected = nearestByBruteForce(index, latitude: latitude, longitude: longitude)
            #expect(found == expected, "seed: \(seed), query \(query): \(latitude), \(longitude)")
        }
    }

    @Test func aPortItselfIsAtNoDistance() {
        for port in index.ports {
            #expect(index.nearest(latitude: port.latitude, longitude: port.longitude).kilometres == 0)
        }
    }

    @Test func theDatelineSeparatesNothing() {
        let fiji = PortIndex(ports: [
            Port(name: "West", country: "X", latitude: -17, longitude: 179.9),
            Port(name: "East", country: "X", latitude: -17, longitude: -170),
        ])
        let nearest = fiji.nearest(latitude: -17, longitude: -179.9)
        #expect(nearest.port.name == "West")
        // 0.2 degrees of longitude at 17 degrees south.
        #expect(abs(nearest.kilometres - 21.267) < 0.001)
        let beyond = fiji.nearest(latitude: -17, longitude: 180.1)
        #expect(beyond.port == nearest.port && abs(beyond.kilometres - nearest.kilometres) < 1e-6)
    }

    @Test func overAPoleTheWayIsShort() {
        let arctic = PortIndex(ports: [
            Port(name: "Here", country: "X", latitude: 80, longitude: 0),
            Port(name: "Across", country: "X", latitude: 89, longitude: 180),
        ])
        let nearest = arctic.nearest(latitude: 86, longitude: 0)
        #expect(nearest.port.name == "Across")
        // Five degrees of a meridian.
        #expect(abs(nearest.kilometres - 5 * .pi / 180 * earthRadiusMetres / 1_000) < 1e-6)
        #expect(arctic.nearest(latitude: 90, longitude: 12).port.name == "Across")
    }

    @Test func ofPortsAtOnePlaceTheFirstInTheOrderIsTaken() {
        let twins = [
            Port(name: "B", country: "X", latitude: 1, longitude: 1),
            Port(name: "A", country: "X", latitude: 1, longitude: 1),
        ]
        #expect(PortIndex(ports: twins).nearest(latitude: 0, longitude: 0).port.name == "A")
        #expect(PortIndex(ports: twins.reversed()).nearest(latitude: 2, longitude: 0).port.name == "A")
    }

    /// Counted, not timed, so that it means the same on every machine.
    @Test func fewPortsAreLookedAt() {
        var generator = SeededGenerator(state: 7)
        var anywhere = 0
        var nearPorts = 0
        for _ in 0..<10_000 {
            anywhere +=
                index.search(
                    latitude: Double.random(in: -75...75, using: &generator),
                    longitude: Double.random(in: -180...180, using: &generator)
                ).portsLookedAt
        }
        for _ in 0..<10_000 {
            let port = index.ports[Int.random(in: 0..<index.ports.count, using: &generator)]
            nearPorts +=
                index.search(
                    latitude: port.latitude + Double.random(in: -0.5...0.5, using: &generator),
                    longitude: port.longitude + Double.random(in: -0.5...0.5, using: &generator)
                ).portsLookedAt
        }
        #expect(anywhere < 10_000 * 400, "\(anywhere)")
        #expect(nearPorts < 10_000 * 40, "\(nearPorts)")
    }
}
