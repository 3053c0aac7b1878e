import Foundation
import MaritimeModel
import TestSupport
import Testing

/// Scans of real files for the laws, and of the same files changed.
enum LawScan {
    /// The bare definition of a meeting: no rule on place or speed, which a turned globe would change.
    static let words = ["--profile", "proximity", "--min-duration", "10m"]

    private static let tracks = Dictionary(
        uniqueKeysWithValues: RealTrackFile.all.map { file in (file, Result { try file.read() }) })
    private static let outputs = Dictionary(
        uniqueKeysWithValues: RealTrackFile.all.map { file in
            (file, Result { try output(of: [try tracks(of: file).text]) })
        })

    /// The rows of a file, read once for all laws.
    static func tracks(of file: RealTrackFile) throws -> RealTracks { try #require(tracks[file]).get() }

    /// What the program says of a file as it is, scanned once for all laws; at least one meeting.
    static func output(of file: RealTrackFile) throws -> ScanOutput {
        let output = try #require(outputs[file]).get()
        try #require(!output.events.isEmpty, "\(file)")
        return output
    }

    /// What the program says of files with these texts.
    static func output(of texts: [String], _ words: [String] = words) throws -> ScanOutput {
        let folder = try TemporaryFolder()
        for (number, text) in texts.enumerated() { try folder.write("\(number).csv", text) }
        return try ScanOutput.of([folder.path] + words)
    }

    /// Tells where events differ from others, but for ids, operations and the nearest port.
    ///
    /// Seconds and distances are printed rounded: each may be off by one in its last digit.
    ///
    /// - Parameters:
    ///   - moved: where and when an expected event should be found.
    static func expect(
        _ found: [ReportedEvent], are expected: [ReportedEvent], in file: RealTrackFile,
        moved: (inout ReportedEvent) -> Void
    ) {
        let wanted = expected.map { event in
            var event = event
            moved(&event)
            return event
        }
        #expect(found.count == expected.count, "\(file)")
        for (event, wanted) in zip(inOrder(found), inOrder(wanted)) where !event.isAlmost(wanted) {
            Issue.record("\(file): found \(event), expected \(wanted)")
            // The first difference says enough; those behind it may follow from it.
            return
        }
    }

    /// By pair and then by start, which a second of rounding does not mix up.
    private static func inOrder(_ events: [ReportedEvent]) -> [ReportedEvent] {
        events.sorted { ($0.pair[0], $0.pair[1], $0.start) < ($1.pair[0], $1.pair[1], $1.start) }
    }
}

extension ReportedEvent {
    /// Whether two events are the same but for the last digit of what was measured.
    fileprivate func isAlmost(_ other: ReportedEvent) -> Bool {
        let seconds = [
            start.timeIntervalSince(other.start), end.timeIntervalSince(other.end), Double(contactS - other.contactS),
            Double(spanS - other.spanS), Double(longestSilenceS - other.longestSilenceS),
        ]
        let metres = [
            distanceM.min - other.distanceM.min, distanceM.median - other.distanceM.median,
            distanceM.max - other.distanceM.max, (distanceM.minAtFix ?? -1) - (other.distanceM.minAtFix ?? -1),
        ]
        let turn = abs(position.longitude - other.position.longitude)
        return pair == other.pair && vessels.map(\.fixes) == other.vessels.map(\.fixes)
            && vessels.map(\.type) == other.vessels.map(\.type) && ledger.contacts == other.ledger.contacts
            && seconds.allSatisfy { abs($0) <= 1 } && metres.allSatisfy { abs($0) < 0.15 }
            && abs(position.latitude - other.position.latitude) < 1e-6 && min(turn, 360 - turn) < 1e-6
    }
}
