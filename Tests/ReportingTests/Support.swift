import Foundation
import MaritimeModel
import Reporting

/// A report as one text.
func rendered(
    _ format: ReportFormat, run: RunRecord = SampleReport.run, events: [RendezvousEvent] = SampleReport.events,
    style: TextStyle = TextStyle()
) -> String {
    String(decoding: renderedPieces(format, run: run, events: events, style: style).joined(), as: UTF8.self)
}

/// A report as the pieces that the sink was given.
func renderedPieces(
    _ format: ReportFormat, run: RunRecord = SampleReport.run, events: [RendezvousEvent] = SampleReport.events,
    style: TextStyle = TextStyle()
) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    renderReport(format, run: run, events: EventList(events), style: style) { piece in pieces.append(piece) }
    return pieces
}

/// The lines of a text, the last line end not counted.
func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0).map(
        String.init)
}

/// A JSON object read by Foundation, which knows nothing of our writer.
func jsonObject(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let object = value as? [String: Any] else { throw NotAnObject() }
    return object
}

/// The account of rows in a run record: read, used, and the sum of the rejected.
func rows(ofRun run: [String: Any]) throws -> (read: Int, used: Int, rejected: Int) {
    guard let rows = run["rows"] as? [String: Any], let read = rows["read"] as? Int, let used = rows["used"] as? Int,
        let rejected = rows["rejected"] as? [String: Int]
    else { throw NotAnObject() }
    return (read, used, rejected.values.reduce(0, +))
}

struct NotAnObject: Error {}
