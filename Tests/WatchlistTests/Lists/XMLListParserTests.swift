import Foundation
import MaritimeModel
import TestSupport
import Testing

@testable import Watchlist

/// Notes what it is told, as lines.
private struct Recorder: XMLListHandler {
    var lines: [String] = []
    var wanted: Set<String> = ["name"]
    var refused: String?

    mutating func begin(_ path: [String], attributes: [String: String]) throws(XMLListFault) -> Bool {
        if path.last == refused { throw XMLListFault("no \(path.joined(separator: "/")) here") }
        let shown = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        lines.append("+\(path.joined(separator: "/"))\(shown)")
        return wanted.contains(path.last ?? "")
    }

    mutating func end(_ path: [String], text: String) {
        lines.append("-\(path.last ?? "") \(text)")
    }
}

@Suite struct XMLListParserTests {
    /// Reads the bytes as a file; gives what the handler noted.
    private func lines(of bytes: some Sequence<UInt8>, refusing: String? = nil) throws -> [String] {
        let path = NSTemporaryDirectory() + "sts-\(UUID().uuidString).xml"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var recorder = Recorder()
        recorder.refused = refusing
        let file = try XMLListParser.read(path, roots: ["list"], into: &recorder)
        #expect(file.path == path && file.bytes == Data(bytes).count && file.sha256.count == 64)
        return recorder.lines
    }

    private func fault(_ text: String, refusing: String? = nil) -> WatchlistError? {
        #expect(throws: WatchlistError.self) { try lines(of: text.utf8, refusing: refusing) }
    }

    @Test func elementsComeWithPathAttributesAndWantedText() throws {
        let text = """
            \u{FEFF}<?xml version="1.0" encoding="utf-8"?>
            <!-- a comment with <list> in it -->
            <x:list xmlns:x="urn:a" xmlns="urn:b"><entry id="1" kind="a &amp; b"><name> ALPHA &lt;1&gt;
             <part>no</part><![CDATA[ & SONS ]]></name><other>text</other></entry><entry/></x:list>
            """
        #expect(
            try lines(of: text.utf8) == [
                "+list xmlns=urn:b xmlns:x=urn:a", "+list/entry id=1 kind=a & b", "+list/entry/name",
                "+list/entry/name/part", "-part ", "-name ALPHA <1>\n  & SONS", "+list/entry/other", "-other ",
                "-entry ", "+list/entry", "-entry ", "-list ",
            ])
    }

    @Test(arguments: [
        ("", "empty"), (" \n\t ", "empty"), ("<?xml version='1.0'?>\n", "cut off"), ("<!-- never closed", "cut off"),
        ("imo,name\n1,2\n", "not XML"), ("{\"a\":1}", "not XML"), ("<", "cut off"), ("<1>", "not XML"),
        ("<!DOCTYPE html><html><body>Error</body></html>", "web page"), ("<HTML></HTML>", "web page"),
        ("<!DOCTYPE list SYSTEM 'file:///etc/passwd'><list/>", "document type"),
        ("<!DOCTYPE list [<!ENTITY a 'aaaa'>]><list>&a;</list>", "document type"),
        ("<other><list/></other>", "<list> is expected"),
        ("<list><entry>", "cut off"), ("<list><entry></entry>", "cut off"), ("<list><entr", "cut off"),
        ("<list></entry></list>", "does not match"), ("<list a='1' a='2'/>", "not well-formed"),
        ("<list>&nothing;</list>", "unknown entity"), ("<list>a & b</list>", "not well-formed"),
        ("<list/><list/>", "not well-formed"), ("<list/>tail", "not well-formed"),
        ("<list>\u{1}</list>", "no character"),
    ])
    func filesThatAreNotWholeListsAreRefused(text: String, reason: String) throws {
        let found = try #require(fault(text))
        #expect(found.message.contains(reason), "\(found)")
    }

    @Test func aFaultTellsItsLine() throws {
        #expect(fault("<list>\n<a/>\n<b>\n</list>")?.line == 4)
        #expect(fault("<list>\n<a/>\n<b/></list>", refusing: "b")?.line == 3)
        #expect(fault("<list>\n<a/>\n<b/></list>", refusing: "b")?.message == "no list/b here")
    }

    @Test func missingFilesAndFoldersAreRefused() {
        for path in ["/tmp", "/nowhere/list.xml", "/dev/null"] {
            var recorder = Recorder()
            #expect(throws: WatchlistError.self) {
                try XMLListParser.read(path, roots: ["list"], into: &recorder)
            }
        }
    }

    @Test func otherEncodingsAreReadAsDeclaredAndUTF16IsRefused() throws {
        let latin1 =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><list><name>".utf8) + [0xC9]
            + Array("</name></list>".utf8)
        #expect(try lines(of: latin1).contains("-name É"))
        let wrong = Array("<list><name>".utf8) + [0xC9, 0x41] + Array("</name></list>".utf8)
        #expect(throws: WatchlistError.self) { try lines(of: wrong) }
        let wide = [UInt8(0xFF), 0xFE] + Array("<list/>".utf8).flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(throws: WatchlistError.self) { try lines(of: wide) }
    }

    /// The parser takes the file in blocks; letters of several bytes must survive the cuts.
    @Test func lettersOfSeveralBytesSurviveTheParsersBlocks() throws {
        let name = String(repeating: "Ж漢😀", count: 997)
        for shift in 0..<4 {
            let text =
                "<list>" + String(repeating: " ", count: shift)
                + String(repeating: "<name>\(name)</name>", count: 60) + "</list>"
            #expect(try lines(of: text.utf8).filter { $0 == "-name " + name }.count == 60)
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func damagedFilesNeverCrashAndAreNeverTakenForWhole(seed: UInt64) throws {
        let text =
            "<?xml version='1.0'?><list xmlns='urn:a'><entry id='é'><name>ÉÖ &amp; 漢</name></entry><!-- c --></list>"
        let whole = Array(text.utf8)
        var random = SplitMix64(seed: seed)
        for round in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? lines(of: bytes)
            let cut = whole.prefix(Int.random(in: 0..<whole.count, using: &random))
            #expect(throws: WatchlistError.self, "seed \(seed), round \(round)") { try lines(of: cut) }
        }
    }
}
