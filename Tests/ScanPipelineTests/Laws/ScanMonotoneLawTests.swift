import TestSupport
import Testing

/// Who asks for more gets every meeting that was there before, with at least its time in contact.
///
/// `ProfileTests` has the same for Virginia Beach and the sample tracks, `MonotoneLawTests` for the contacts of all files.
@Suite(.enabled(if: Places.hasTracks, Places.tracksHint))
struct ScanMonotoneLawTests {
    private static let words = [
        "--max-distance", "300", "--max-gap", "50m", "--join-gap", "1m", "--min-duration", "11m",
    ]

    @Test(arguments: [RealTrackFile.solent, .newYork])
    func askingForMoreLosesNoTimeInContactOfAnyPair(file: RealTrackFile) throws {
        let texts = [try LawScan.tracks(of: file).text]
        let narrow = try LawScan.output(of: texts, ["--profile", "proximity"] + Self.words).events
        #expect(!narrow.isEmpty)
        for (option, value) in [
            ("--max-distance", "310"), ("--max-gap", "1h"), ("--join-gap", "30m"), ("--min-duration", "10m"),
        ] {
            var words = Self.words
            for index in words.indices where words[index] == option { words[index + 1] = value }
            let wide = Dictionary(
                grouping: try LawScan.output(of: texts, ["--profile", "proximity"] + words).events, by: \.pair)
            for event in narrow {
                let isThere = wide[event.pair, default: []].contains { event.isWithin($0) }
                #expect(isThere, "\(file) \(option) \(value): \(event)")
            }
            for (pair, events) in Dictionary(grouping: narrow, by: \.pair) {
                let before = events.map(\.contactS).reduce(0, +)
                let after = wide[pair, default: []].map(\.contactS).reduce(0, +)
                // Each event's seconds are rounded.
                #expect(after + events.count >= before, "\(file) \(option) \(value): \(pair) \(before) s, now \(after)")
            }
        }
    }
}
