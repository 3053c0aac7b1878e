import TestSupport
import Testing

/// An event follows from the rows of its own vessels.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanOwnFixesLawTests {
    /// Pairs of each file, taken evenly from the first event to the last.
    static let pairsOfEachFile = 6

    @Test(arguments: RealTrackFile.all)
    func anEventFollowsFromTheRowsOfItsVesselsAlone(file: RealTrackFile) throws {
        let all = try LawScan.output(of: file).events
        for number in 0..<Self.pairsOfEachFile {
            let pair = all[number * (all.count - 1) / (Self.pairsOfEachFile - 1)].pair
            var tracks = try LawScan.tracks(of: file)
            tracks.rows.removeAll { !pair.contains($0.id) }
            let alone = try LawScan.output(of: [tracks.text]).events
            // Whether a meeting is part of an operation is a matter of others too.
            let expected = all.filter { $0.pair == pair }.map { event in
                var event = event
                event.operationId = nil
                return event
            }
            if alone != expected {
                Issue.record("\(file): alone \(alone), among others \(expected)")
                return
            }
        }
    }
}
