import MaritimeModel
import TestSupport
import Testing

/// A file whose longitudes are turned, or whose north is south, has the same events there.
///
/// Seconds that a vessel has several fixes in are left out: which of them counts depends on north and east.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanGlobeLawTests {
    private static let outputs = Dictionary(
        uniqueKeysWithValues: RealTrackFile.all.map { file in
            (file, Result { try LawScan.output(of: [try LawScan.tracks(of: file).withOneFixASecond.text]) })
        })

    /// Turned so that a meeting comes to lie on the dateline.
    @Test(arguments: RealTrackFile.all)
    func eventsOfATurnedFileAreTheSameTurned(file: RealTrackFile) throws {
        let expected = try events(of: file)
        let turn = 1_800_000_000 - Int64(expected[expected.count / 2].position.longitude * 1e7)
        var tracks = try LawScan.tracks(of: file).withOneFixASecond
        for index in tracks.rows.indices {
            let longitude = Int64(tracks.rows[index].position.longitudeE7) + turn
            tracks.rows[index].position.longitudeE7 = Int32(
                longitude > 1_800_000_000 ? longitude - 3_600_000_000 : longitude)
        }
        let found = try LawScan.output(of: [tracks.text]).events
        // The turn is between 0 and 360 degrees.
        LawScan.expect(found, are: expected, in: file) { event in
            event.position.longitude += Double(turn) * 1e-7
            if event.position.longitude > 180 { event.position.longitude -= 360 }
        }
        #expect(Set(found.map { $0.position.longitude < 0 }).count == 2, "all on one side of the dateline")
    }

    @Test(arguments: RealTrackFile.all)
    func eventsOfAMirroredFileAreTheSameMirrored(file: RealTrackFile) throws {
        var tracks = try LawScan.tracks(of: file).withOneFixASecond
        for index in tracks.rows.indices { tracks.rows[index].position.latitudeE7.negate() }
        let found = try LawScan.output(of: [tracks.text]).events
        LawScan.expect(found, are: try events(of: file), in: file) { $0.position.latitude.negate() }
    }

    private func events(of file: RealTrackFile) throws -> [ReportedEvent] {
        let events = try #require(Self.outputs[file]).get().events
        try #require(!events.isEmpty, "\(file)")
        return events
    }
}
