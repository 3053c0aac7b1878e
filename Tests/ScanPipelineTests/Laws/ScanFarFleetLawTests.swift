import MaritimeModel
import TestSupport
import Testing

/// A fleet on the other side of the globe changes no byte of the events of the others.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanFarFleetLawTests {
    /// Every vessel gets a double with an id beside its own, at the antipode; the double says nothing else of itself.
    @Test(arguments: RealTrackFile.all)
    func aFarFleetChangesNoByteOfTheEventsOfAFile(file: RealTrackFile) throws {
        var tracks = try LawScan.tracks(of: file)
        tracks.rows += tracks.rows.map { row in
            var double = row
            double.id += "x"
            let longitude = row.position.longitudeE7
            double.position = GeoPosition(
                latitudeE7: -row.position.latitudeE7,
                longitudeE7: longitude > 0 ? longitude - 1_800_000_000 : longitude + 1_800_000_000)
            double.rest = row.rest.map { _ in Substring(String(repeating: ",", count: tracks.fieldsOfRest - 1)) }
            return double
        }
        let expected = try LawScan.output(of: file)
        let found = try LawScan.output(of: [tracks.text])
        var lines = 0
        var far = 0
        for (event, line) in zip(found.events, found.eventLines) {
            switch event.pair.count(where: { $0.hasSuffix("x") }) {
            case 0:
                if lines >= expected.eventLines.count || line != expected.eventLines[lines] {
                    Issue.record("\(file): \(String(decoding: line, as: UTF8.self))")
                    return
                }
                lines += 1
            case 1: Issue.record("\(file): a meeting through the globe: \(event)")
            default: far += 1
            }
        }
        #expect(lines == expected.events.count, "\(file)")
        #expect(far >= lines, "\(file)")
    }
}
