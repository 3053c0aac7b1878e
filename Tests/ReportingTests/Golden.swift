import Foundation
import Testing

/// Texts as they were when they were last looked at. `STS_RECORD=1` writes the files again.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Reporting")
    private static let isRecording = ProcessInfo.processInfo.environment["STS_RECORD"] == "1"

    static func compare(_ text: String, with name: String) throws {
        let file = folder.appending(path: name)
        if isRecording {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name): look at it, then run the tests without STS_RECORD")
            return
        }
        let expected = lines(of: String(decoding: try Data(contentsOf: file), as: UTF8.self))
        let actual = lines(of: text)
        for (number, pair) in zip(actual, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("\(name) line \(number + 1)\n  is       \(pair.0)\n  recorded \(pair.1)")
            return
        }
        #expect(actual.count == expected.count, "\(name) has another number of lines")
    }
}
