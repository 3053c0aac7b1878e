import Foundation
import FoundationXML
import MaritimeModel
import Watchlist

/// Reads one list and ends: as `sts` does, or as XML with nothing done about it, to compare time and memory.
@main
enum MeasureLists {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return fail("usage: measure-lists read|bare FILE") }
        do {
            switch arguments[1] {
            case "read":
                for list in try ListSource.lists(at: arguments[2]) {
                    let links = list.parties.reduce(0) { $0 + $1.links.count }
                    let problems = list.problems.counts.map { "\($0.value) x \($0.key)" }.sorted()
                    print("\(list.name): \(list.parties.count) parties, \(links) links; \(problems)")
                }
            case "bare": try bare(arguments[2])
            default: fail("there is no way '\(arguments[1])'")
            }
        } catch {
            fail("\(error)")
        }
    }

    /// A delegate that wants nothing.
    private final class Nobody: NSObject, XMLParserDelegate {}

    private static func bare(_ path: String) throws {
        guard let parser = XMLParser(contentsOf: URL(fileURLWithPath: path)) else { return fail("cannot open \(path)") }
        let nobody = Nobody()
        parser.delegate = nobody
        guard parser.parse() else { return fail("cannot parse \(path)") }
        withExtendedLifetime(nobody) {}
    }

    private static func fail(_ message: String) {
        FileHandle.standardError.write(Data("measure-lists: \(message)\n".utf8))
        exit(1)
    }
}
