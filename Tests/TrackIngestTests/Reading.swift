import ByteInput
import FixMemory
import Foundation
import MaritimeModel
import TestSupport

@testable import TrackIngest

/// What reading some files gave, in a form that can be compared: all that must not depend on the way it was read.
struct Reading: Hashable {
    var vessels: [TrackedVessel]
    var vesselOfSegment: [Int32]
    var firstFix: [Int]
    var times: [UInt32]
    var latitudes: [Int32]
    var longitudes: [Int32]
    /// The ledgers of all inputs added up.
    var total: RejectLedger
    /// The first and last time of all inputs.
    var firstTime: Timestamp?
    var lastTime: Timestamp?

    init(_ reading: TrackReading) {
        vessels = reading.tracks.vessels
        vesselOfSegment = reading.tracks.vesselOfSegment
        let tracks = reading.tracks
        let fixes = tracks.segments.flatMap { tracks.fixRange(ofSegment: $0) }
        firstFix = tracks.segments.reduce(into: [0]) {
            $0.append($0[$0.count - 1] + tracks.fixRange(ofSegment: $1).count)
        }
        times = fixes.map { tracks.times[$0] }
        latitudes = fixes.map { tracks.latitudes[$0] }
        longitudes = fixes.map { tracks.longitudes[$0] }
        total = reading.inputs.reduce(into: RejectLedger()) { $0.add($1.ledger) }
        firstTime = reading.inputs.compactMap(\.firstTime).min()
        lastTime = reading.inputs.compactMap(\.lastTime).max()
    }
}

extension TrackReading {
    /// What the vessel of this id said of itself.
    func staticData(of id: String) -> VesselStaticData? { tracks.vessels.first { $0.id == id }?.staticData }

    /// The fixes of an id as (seconds since 1970, 1e-7 degree north, 1e-7 degree east).
    func fixes(of id: String) -> [[Int]] {
        guard let vessel = tracks.vessels.firstIndex(where: { $0.id == id }) else { return [] }
        return tracks.segments(ofVessel: vessel).flatMap { tracks.fixRange(ofSegment: $0) }.map {
            [Int(tracks.times[$0]), Int(tracks.latitudes[$0]), Int(tracks.longitudes[$0])]
        }
    }

    /// Whether every input accounts for its rows, and all of them for the table.
    var isBalanced: Bool {
        inputs.allSatisfy(\.ledger.isBalanced) && inputs.reduce(0) { $0 + $1.ledger.fixes } == tracks.fixCount
            && tracks.vessels.reduce(0) { $0 + $1.fixCount } == tracks.fixCount
    }
}

/// 2026-06-01T00:00:00Z, the latest time in these tests.
let latest = Timestamp(secondsSince1970: 1_780_272_000)

/// Reads files, folders and patterns; tracks stay as they are unless segments are asked for.
func read(
    _ paths: [String], columns: [TrackColumn: String] = [:], rejectsNonVessels: Bool = true,
    cutsSegments: Bool = false, threads: Int = 2, memoryBytes: Int = TrackReader.usualMemoryBytes
) throws(TrackReadingFailure) -> TrackReading {
    try TrackReader(
        columns: columns, latestTime: latest, rejectsNonVessels: rejectsNonVessels,
        cutsSegments: cutsSegments, threads: threads,
        memoryBytes: memoryBytes
    ).read(InputExpansion(of: paths).inputs)
}

/// Reads one text as a file.
func read(
    text: String, columns: [TrackColumn: String] = [:], rejectsNonVessels: Bool = true
) throws -> TrackReading {
    let folder = try TemporaryFolder()
    return try read([try folder.write("tracks.csv", text)], columns: columns, rejectsNonVessels: rejectsNonVessels)
}

/// Writes bytes into a folder and gives the path.
@discardableResult
func write(_ bytes: [UInt8], _ name: String, in folder: TemporaryFolder) throws -> String {
    try Data(bytes).write(to: folder.url(name))
    return folder.url(name).path
}

/// Whether programs of these names are installed.
func areInstalled(_ names: [String]) -> Bool {
    names.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
}

struct ToolFailure: Error { var command: [String] }

/// Runs an installed program in a folder.
func run(_ command: [String], in folder: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(command[0])")
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ToolFailure(command: command) }
}

/// Packs a file with gzip, beside it.
func gzip(_ name: String, in folder: TemporaryFolder) throws -> String {
    try run(["gzip", "--keep", "--fast", name], in: folder)
    return folder.url(name + ".gz").path
}
