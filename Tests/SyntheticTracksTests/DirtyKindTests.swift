import Foundation
import MaritimeModel
import SyntheticTracks
import Testing

/// What each kind of world promises.
@Suite struct DirtyKindTests {
    @Test(arguments: DirtyWorldKind.allCases)
    func aCleanVesselNeverDoesTheImpossible(kind: DirtyWorldKind) {
        for world in dirtyWorlds[kind] ?? [] {
            for identity in world.identities(.clean) {
                let rows = world.rows(of: identity.id)
                #expect(rows.allSatisfy { $0.mark == .sailed } && identity.hulls.count == 1)
                #expect(identity.due.isEmpty)
                let breaks = zip(rows, rows.dropFirst()).count { isImpossible($0, $1) }
                #expect(breaks == 0, "seed \(world.seed), \(identity.id)")
            }
        }
    }

    @Test func aCleanWorldHasTwoOfEverySort() {
        for world in dirtyWorlds[.clean] ?? [] {
            // A meeting adds two more.
            #expect([16, 18].contains(world.identities.count), "seed \(world.seed)")
            #expect(world.identities.allSatisfy { $0.sort == .clean })
            #expect(world.oneHulls.isEmpty)
        }
    }

    /// Metres between two hulls at every moment at which both are heard within five minutes, by the rows.
    private func leastDistance(_ rows: [DirtyRow], _ first: Int, _ other: Int) -> Double {
        let (one, two) = (rows.filter { $0.hull == first }, rows.filter { $0.hull == other })
        return one.reduce(.infinity) { least, row in
            two.reduce(least) { least, otherRow in
                abs(row.millisecondsSince1970 - otherRow.millisecondsSince1970) > 300_000
                    ? least : min(least, metres(row.report.position, otherRow.report.position))
            }
        }
    }

    @Test func hullsThatShareANumberStayApartAndGiveEachOtherAway() {
        for world in dirtyWorlds[.sharedMMSI] ?? [] {
            let shared = world.identities(.shared)
            #expect(shared.count == 4)
            for identity in shared {
                let rows = world.rows(of: identity.id)
                #expect((2...3).contains(identity.hulls.count))
                #expect(identity.due == [[.sharedIdentity]])
                for (number, hull) in identity.hulls.enumerated() {
                    for other in identity.hulls[(number + 1)...] {
                        // Two miles, less what wander and a swing round the anchor can take away.
                        let least = leastDistance(rows, hull, other)
                        #expect(least > 2_900, "seed \(world.seed), \(identity.id)")
                    }
                }
                let impossible = zip(rows, rows.dropFirst()).count { $0.hull != $1.hull && isImpossible($0, $1) }
                #expect(impossible >= 20, "seed \(world.seed), \(identity.id)")
            }
        }
    }

    @Test func someHullsShareSecondsToo() {
        let worlds = (0..<20).map { DirtyWorld(kind: .sharedMMSI, seed: $0) }
        let sameSeconds = worlds.count { world in
            world.identities(.shared).contains { identity in
                let rows = world.rows(of: identity.id)
                return zip(rows, rows.dropFirst()).count { $0.report.time == $1.report.time } > 20
            }
        }
        #expect(sameSeconds >= 5)
    }

    @Test func thrownFixesLieFarFromTheWayAndAloneOrInABurst() {
        for world in dirtyWorlds[.spoofJumps] ?? [] {
            for identity in world.identities(.thrownFixes) {
                let rows = world.rows(of: identity.id)
                let thrown = rows.indices.filter { rows[$0].mark == .thrown }
                #expect(!thrown.isEmpty)
                for number in thrown {
                    #expect(rows[number - 1].mark == .sailed && rows[number + 1].mark == .sailed)
                    let reach = metres(rows[number - 1].report.position, rows[number].report.position) / 1_852
                    #expect((4.5...405).contains(reach), "seed \(world.seed), \(identity.id)")
                    #expect(isImpossible(rows[number - 1], rows[number]))
                    #expect(isImpossible(rows[number], rows[number + 1]))
                }
                expectSailedRowsToBePossible(rows, "seed \(world.seed), \(identity.id)")
            }
            for identity in world.identities(.displaced) {
                let rows = world.rows(of: identity.id)
                #expect(rows.count { $0.mark == .thrown } >= 3, "seed \(world.seed), \(identity.id)")
                for (row, next) in zip(rows, rows.dropFirst()) where row.mark != next.mark {
                    #expect(isImpossible(row, next), "seed \(world.seed), \(identity.id)")
                }
                expectSailedRowsToBePossible(rows, "seed \(world.seed), \(identity.id)")
            }
            for identity in world.identities(.jammed) {
                let thrown = world.rows(of: identity.id).filter { $0.mark == .thrown }
                #expect(thrown.count >= 10)
                let first = thrown[0].report.position
                #expect(thrown.allSatisfy { metres($0.report.position, first) <= 85 }, "seed \(world.seed)")
            }
        }
    }

    private func expectSailedRowsToBePossible(_ rows: [DirtyRow], _ comment: Comment) {
        let sailed = rows.filter { $0.mark == .sailed }
        #expect(zip(sailed, sailed.dropFirst()).allSatisfy { !isImpossible($0, $1) }, comment)
    }

    @Test func bothNumbersOfAHullAreKnownAndNeverAMeeting() throws {
        for world in dirtyWorlds[.reflagging] ?? [] {
            #expect(world.oneHulls.count == 5)
            for pair in world.oneHulls {
                let two = try pair.ids.map { id in try #require(world.identities.first { $0.id == id }) }
                #expect(two[0].hulls == two[1].hulls && two.allSatisfy { $0.sort == .reflagged })
                #expect(!world.meetings.contains { $0.ids == pair.ids })
                let stated = try two.map { one in try #require(world.vessels.first { $0.mmsi.description == one.id }) }
                let agree = stated[0].imo != nil && stated[0].imo == stated[1].imo
                #expect(agree == pair.evidence.contains(.sameIMO))
                #expect(stated[0].length == stated[1].length && stated[0].beam == stated[1].beam)
                if !agree { #expect(stated[0].name == stated[1].name || stated[0].callSign == stated[1].callSign) }
            }
            let hulls = world.identities(.clean).flatMap(\.hulls)
            #expect(Set(hulls).count == hulls.count)
        }
    }

    @Test func jitterIsAsLargeAsItSaysAndNoLarger() {
        var counts = (milliseconds: 0, outOfOrder: 0)
        for world in dirtyWorlds[.jitter] ?? [] {
            #expect(world.identities(.jitter).count == 5)
            if world.hasMilliseconds { counts.milliseconds += 1 }
            #expect(world.rows.allSatisfy { (0...999).contains($0.milliseconds) })
            #expect(world.hasMilliseconds || world.rows.allSatisfy { $0.milliseconds == 0 })
            for identity in world.identities(.jitter) {
                let rows = world.rows(of: identity.id)
                for (row, next) in zip(rows, rows.dropFirst()) {
                    // Two errors of 150 m, 15 s of clocks and 10 s of way at 38 kn.
                    let seconds = Double(next.millisecondsSince1970 - row.millisecondsSince1970) / 1_000
                    let bound = 300 + 38 * metresPerSecondPerKnot * (seconds + 25) + 20
                    #expect(metres(row.report.position, next.report.position) < bound, "seed \(world.seed)")
                }
                let speeds = zip(rows, rows.dropFirst()).count { row, next in
                    let seconds = Double(next.millisecondsSince1970 - row.millisecondsSince1970) / 1_000
                    return metres(row.report.position, next.report.position) > seconds * 40 * metresPerSecondPerKnot
                }
                if speeds > 0 { counts.outOfOrder += 1 }
            }
        }
        #expect(counts.milliseconds > 0 && counts.milliseconds < 4)
        // Taken as they are, most of these tracks have spikes of speed.
        #expect(counts.outOfOrder >= 8)
    }

    @Test func everyCopyIsOfARowUpToTenSecondsBefore() {
        for world in dirtyWorlds[.duplicates] ?? [] {
            for identity in world.identities(.duplicates) {
                let rows = world.rows(of: identity.id)
                let copies = rows.filter { $0.mark == .lateCopy || $0.mark == .repeated }
                #expect(copies.count * 10 >= rows.count * 2, "seed \(world.seed), \(identity.id)")
                for copy in copies {
                    let isOfARow = rows.contains {
                        let delay = copy.millisecondsSince1970 - $0.millisecondsSince1970
                        return $0.mark == .sailed && $0.report.position == copy.report.position
                            && (copy.mark == .repeated ? 0...0 : 1_000...10_000).contains(delay)
                    }
                    #expect(isOfARow, "seed \(world.seed), \(identity.id)")
                }
            }
        }
    }

    @Test func gearLooksLikeGearAndLiesNearItsBoat() throws {
        for world in dirtyWorlds[.gear] ?? [] {
            let gear = world.identities(.gear)
            #expect((5...9).contains(gear.count))
            for identity in gear {
                let stated = try #require(world.vessels.first { $0.mmsi.description == identity.id })
                let saysSo = ["NET", "BUOY"].contains { stated.name.contains($0) }
                #expect(saysSo || stated.mmsi.number / 1_000_000 == 941 || identity.carrier != nil)
                #expect(stated.mmsi.station == .ship || stated.mmsi.station == .unassigned)
            }
            let carried = try #require(gear.first { $0.carrier != nil })
            let (beacon, boat) = (world.rows(of: carried.id), world.rows(of: carried.carrier ?? ""))
            for row in beacon.dropFirst().dropLast() {
                let near = boat.min {
                    abs($0.millisecondsSince1970 - row.millisecondsSince1970)
                        < abs($1.millisecondsSince1970 - row.millisecondsSince1970)
                }
                // The nearest row of the boat is at most a minute away, at 8 kn.
                #expect(metres(try #require(near).report.position, row.report.position) < 300, "seed \(world.seed)")
            }
            #expect(world.meetings.allSatisfy { meeting in !gear.contains { meeting.ids.contains($0.id) } })
        }
    }

    @Test func falseTracksAreWhatTheirNamesSay() throws {
        for world in dirtyWorlds[.falseTracks] ?? [] {
            let seed = "seed \(world.seed)"
            let frozen = world.rows(of: try #require(world.identities(.frozen).first).id)
            #expect(Set(frozen.filter { $0.mark == .fabricated }.map(\.report.position)).count == 1, "\(seed)")
            #expect(frozen.count { $0.mark == .fabricated } > 100)

            let replayed = world.identities(.replayed)
            #expect(replayed.count == 2)
            let original = world.identities(.clean).first { $0.allowed == [.replayedTrack] }
            for identity in replayed {
                let rows = world.rows(of: identity.id)
                let sailed = rows.filter { $0.mark == .sailed }.isEmpty ? world.rows(of: original?.id ?? "") : rows
                let places = Set(sailed.filter { $0.mark == .sailed }.map(\.report.position))
                let copies = rows.filter { $0.mark == .fabricated }
                #expect(copies.count > 50 && copies.allSatisfy { places.contains($0.report.position) }, "\(seed)")
            }

            let circle = world.rows(of: try #require(world.identities(.circle).first).id)
                .filter { $0.mark == .fabricated }.map(\.report.position)
            let middle = GeoPosition(
                latitudeE7: Int32((circle.map { Double($0.latitudeE7) }.reduce(0, +) / Double(circle.count)).rounded()),
                longitudeE7: Int32(
                    (circle.map { Double($0.longitudeE7) }.reduce(0, +) / Double(circle.count)).rounded()))
            let radii = circle.map { metres($0, middle) }
            // The mean of the points is not quite the middle when the last round is not complete.
            let spread = (radii.max() ?? 0) - (radii.min() ?? 0)
            #expect(spread < 0.35 * ((radii.max() ?? 0) + (radii.min() ?? 0)) / 2, "\(seed)")

            let line = world.rows(of: try #require(world.identities(.straightLine).first).id)
            let speeds = zip(line, line.dropFirst()).map { row, next in
                metres(row.report.position, next.report.position) * 1_000
                    / Double(next.millisecondsSince1970 - row.millisecondsSince1970)
            }
            // Two roundings to a metre on a minute's way.
            #expect((speeds.max() ?? 0) - (speeds.min() ?? 0) < 0.06, "\(seed)")
            #expect(world.meetings.contains { $0.due.first?.reasons == [.overlappingHulls] && !$0.isTrue })
        }
    }
}
