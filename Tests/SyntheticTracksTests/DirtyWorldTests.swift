import Foundation
import MaritimeModel
import SyntheticTracks
import Testing

/// What holds in every world, whatever its kind.
@Suite struct DirtyWorldTests {
    @Test(arguments: DirtyWorldKind.allCases)
    func theSameSeedGivesTheSameFileAndTruthAndAnotherOneOthers(kind: DirtyWorldKind) throws {
        let world = try #require(dirtyWorlds[kind]?.first)
        let again = DirtyWorld(kind: kind, seed: world.seed)
        #expect(world.fileBytes == again.fileBytes)
        #expect(world.truthJSON == again.truthJSON)
        #expect(world.fileBytes != DirtyWorld(kind: kind, seed: world.seed + 1).fileBytes)
    }

    @Test(arguments: DirtyWorldKind.allCases)
    func everyRowBelongsToAnIdentityAndOneOfItsHulls(kind: DirtyWorldKind) {
        for world in dirtyWorlds[kind] ?? [] {
            #expect(Set(world.identities.map(\.id)).count == world.identities.count, "seed \(world.seed)")
            let hulls = Dictionary(uniqueKeysWithValues: world.identities.map { ($0.id, Set($0.hulls)) })
            #expect(world.rows.allSatisfy { hulls[world.id(of: $0)]?.contains($0.hull) == true }, "seed \(world.seed)")
            for identity in world.identities {
                let seen = Set(world.rows(of: identity.id).map(\.hull))
                #expect(seen == Set(identity.hulls), "seed \(world.seed), \(identity.id)")
            }
        }
    }

    @Test(arguments: DirtyWorldKind.allCases)
    func theFileHoldsTheRowsOneForOne(kind: DirtyWorldKind) throws {
        let world = try #require(dirtyWorlds[kind]?.first)
        let lines = String(decoding: world.fileBytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == world.rows.count + 1)
        #expect(lines.first == Substring(NOAALayoutWriter().header))
        for (line, row) in zip(lines.dropFirst(), world.rows) {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(fields.count == 17)
            #expect(fields[0] == world.id(of: row))
            #expect(String(row.report.time.iso8601.dropLast()) == fields[1].prefix(19))
            #expect(fields[1].count == (world.hasMilliseconds ? 23 : 19))
            // The truth has the positions of the file and not those before rounding.
            let latitude = try #require(Double(fields[2]))
            let longitude = try #require(Double(fields[3]))
            #expect(Int32((latitude * 1e7).rounded()) == row.report.position.latitudeE7)
            #expect(Int32((longitude * 1e7).rounded()) == row.report.position.longitudeE7)
        }
    }

    @Test(arguments: DirtyWorldKind.allCases)
    func theTruthFileHoldsEveryRowOnceInTimeOrder(kind: DirtyWorldKind) throws {
        let world = try #require(dirtyWorlds[kind]?.first)
        let truth = try JSONDecoder().decode(TruthFile.self, from: Data(world.truthJSON.utf8))
        #expect(truth.note.hasPrefix("generated"))
        #expect(truth.marks == ["sailed", "thrown", "late_copy", "repeated", "fabricated"])
        #expect(truth.identities.map(\.id) == world.identities.map(\.id))
        for identity in truth.identities {
            let rows = world.rows(of: identity.id)
            #expect(identity.fixes.count == rows.count)
            let times = identity.fixes.map { $0[0] }
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
            let stated = identity.fixes.map { "\(Int(($0[0] * 1_000).rounded())) \($0[1...].map { Int($0) })" }
            let made = rows.map { row in
                let position = row.report.position
                let rest = [Int(position.latitudeE7), Int(position.longitudeE7), row.hull, row.mark.rawValue]
                return "\(row.millisecondsSince1970) \(rest)"
            }
            #expect(Set(stated) == Set(made))
        }
    }

    private struct TruthFile: Decodable {
        struct Identity: Decodable {
            var id: String
            var fixes: [[Double]]
        }
        var note: String
        var marks: [String]
        var identities: [Identity]
    }

    @Test(arguments: DirtyWorldKind.allCases)
    func numbersBelongToNoRealShip(kind: DirtyWorldKind) {
        for world in dirtyWorlds[kind] ?? [] {
            for vessel in world.vessels {
                let mid = vessel.mmsi.number / 1_000_000
                #expect(UnallocatedIdentity.sampleMIDs.contains(mid) || mid == 941, "\(vessel.mmsi)")
                #expect(vessel.name.utf8.count <= 20, "\(vessel.name) is longer than AIS allows")
                if let imo = vessel.imo { #expect((2_000_000...2_999_999).contains(imo.number)) }
            }
        }
    }

    @Test(arguments: DirtyWorldKind.allCases)
    func meetingsAreInTheRowsOfTheirVessels(kind: DirtyWorldKind) throws {
        for world in dirtyWorlds[kind] ?? [] {
            for meeting in world.meetings {
                #expect(meeting.contact.upperBound - meeting.contact.lowerBound > 7_200, "seed \(world.seed)")
                #expect(meeting.ids == meeting.ids.sorted())
                // Nearly every row of a vessel that is one hull has one of the other within 90 s and about 500 m.
                let isOneHull = { (id: String) in world.identities.first { $0.id == id }?.hulls.count == 1 }
                let id = try #require(meeting.ids.first(where: isOneHull))
                let other = try #require(meeting.ids.first { $0 != id })
                let first = world.rows(of: id).filter {
                    $0.mark != .thrown && meeting.contact.contains(Double($0.report.time.secondsSince1970))
                }
                let others = world.rows(of: other)
                let near = first.count { row in
                    others.contains {
                        abs($0.millisecondsSince1970 - row.millisecondsSince1970) <= 90_000
                            && metres($0.report.position, row.report.position) < 560
                    }
                }
                #expect(near * 10 >= first.count * 9 && near > 0, "seed \(world.seed), \(meeting.ids)")
            }
        }
    }

    @Test func aSetTakesTheKindsByTurns() {
        let worlds = Array(DirtyWorld.set(count: 10, seed: 100).map(\.name))
        #expect(worlds.count == 10)
        #expect(worlds[0] == "clean-100" && worlds[1] == "shared_mmsi-101" && worlds[8] == "clean-108")
    }

    @Test func halfOfTheFilesAreOutOfTimeOrder() {
        let worlds = dirtyWorlds.values.flatMap { $0 }
        let unordered = worlds.count { world in
            zip(world.rows, world.rows.dropFirst()).contains { $0.millisecondsSince1970 > $1.millisecondsSince1970 }
        }
        #expect((worlds.count / 4...worlds.count * 3 / 4).contains(unordered))
    }
}
