import Foundation
import TestSupport
import Testing

/// A file whose days are others has the same events on those days.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanTimeShiftLawTests {
    /// Over the end of a month at least, whatever the day of the file.
    private static let seconds = 45 * 86_400

    @Test(arguments: RealTrackFile.all)
    func eventsOfAFileShiftedByDaysAreTheSameShifted(file: RealTrackFile) throws {
        var tracks = try LawScan.tracks(of: file)
        for index in tracks.rows.indices { tracks.rows[index].time += Int64(Self.seconds) }
        let found = try LawScan.output(of: [tracks.text])
        LawScan.expect(found.events, are: try LawScan.output(of: file).events, in: file) { event in
            event.start += Double(Self.seconds)
            event.end += Double(Self.seconds)
        }
    }
}
