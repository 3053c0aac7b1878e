public import MaritimeModel

/// The ways an answer of `sts screen` can be written down. The raw value is the name on the command line.
public enum ScreenFormat: String, CaseIterable, Sendable {
    case text
    /// One document, `{"as_of":...,"lists_checked":[...],"items":[...]}`.
    case json
    /// A header and one row per finding; an item without any has one row too.
    case csv
}

/// The answer as UTF-8. The same answer gives the same bytes. Complexity: O(bytes written).
public func screenReport(_ format: ScreenFormat, _ answer: ScreenAnswer, style: TextStyle = TextStyle()) -> [UInt8] {
    switch format {
    case .text: ScreenTextReport.bytes(answer, style: style)
    case .json: ScreenJSONReport.bytes(answer)
    case .csv: ScreenCSVReport.bytes(answer)
    }
}
