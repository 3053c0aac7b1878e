import MaritimeModel
import Testing

@testable import Watchlist

@Suite struct XMLListFindingTests {
    private static let plain = """
        <sdnList><publshInformation><Publish_Date>09/04/2026</Publish_Date></publshInformation>
        <sdnEntry><uid>100</uid><lastName>PLAIN</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>
        """
    private static let advanced = AdvancedFile.whole(parties: AdvancedFile.parties, entries: AdvancedFile.entries)
    private static let csv = "100,\"CSV\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"

    @Test(arguments: [
        ("<sdnList/>", true), ("\u{FEFF}<?xml version='1.0'?>\n<!-- a -->\n<x:sdnList a='1'>", true),
        ("<Sanctions>", true),
        ("<sdnlist/>", false), ("<other/>", false), ("imo,name\n", false), ("", false), ("<", false),
    ])
    func aListIsKnownByItsRoot(text: String, isKnown: Bool) {
        if case .list = XMLListFinding.kind(ofBeginning: Array(text.utf8)) {
            #expect(isKnown)
        } else {
            #expect(!isKnown)
        }
    }

    @Test func aFolderGivesTheFormThatSaysMost() throws {
        try withFolder(["sdn.csv": Self.csv, "sdn.xml": Self.plain, "sdn_advanced.xml": Self.advanced]) {
            let lists = try ListFinding.lists(at: $0)
            #expect(lists.map(\.format) == [.ofacAdvancedXML])
            #expect(lists.first?.problems.counts == ["list in another form": 2])
        }
    }

    @Test func aNewerFormWinsOverOneThatSaysMore() throws {
        let newer = Self.plain.replacing("09/04/2026", with: "09/05/2026")
        try withFolder(["sdn.xml": newer, "sdn_advanced.xml": Self.advanced]) {
            let lists = try ListFinding.lists(at: $0)
            #expect(lists.map(\.format) == [.ofacXML])
        }
    }

    @Test func otherXMLInAFolderIsPassedOver() throws {
        try withFolder(["sdn.xml": Self.plain, "map.xml": "<map/>", "cons.xml": Self.plain]) {
            let lists = try ListFinding.lists(at: $0)
            #expect(lists.map(\.name) == ["OFAC Consolidated (non-SDN)", "OFAC SDN"])
        }
    }

    @Test func aBrokenListInAFolderIsNotPassedOver() throws {
        try withFolder(["sdn.csv": Self.csv, "sdn.xml": "<sdnList><sdnEntry>"]) { folder in
            #expect(throws: WatchlistError.self) { try ListFinding.lists(at: folder) }
        }
    }
}
