import TestSupport
import Testing

/// The order of rows, the cut into files and the number of threads change no byte.
///
/// `SameAnswerTests` tries each of these by itself, on other files; here all come together.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanOrderLawTests {
    static let filesOfEachCut = 5

    @Test(arguments: [RealTrackFile.newYork, .unitedStates])
    func shuffledRowsInSeveralFilesGiveTheSameBytes(file: RealTrackFile) throws {
        let tracks = try LawScan.tracks(of: file)
        var random = SplitMix64(seed: 3)
        let rows = tracks.rows.shuffled(using: &random)
        let texts = (0..<Self.filesOfEachCut).map { part in
            var piece = tracks
            piece.rows = rows.indices.filter { $0 % Self.filesOfEachCut == part }.map { rows[$0] }
            return piece.text
        }
        let found = try LawScan.output(of: texts, LawScan.words + ["--threads", "8"])
        #expect(found.eventLines == (try LawScan.output(of: file).eventLines), "\(file), seed 3")
    }
}
