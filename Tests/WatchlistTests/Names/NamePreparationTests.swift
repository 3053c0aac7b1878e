import Testing

@testable import Watchlist

@Suite struct NamePreparationTests {
    private func key(_ name: String, _ kind: NameKind = .vessel) -> String {
        NamePreparation.prepared(name, kind: kind).key
    }

    @Test(arguments: [
        ("ａｒｅｓ", "ARES"), ("A\u{200B}RES", "ARES"), ("Łódź", "LODZ"), ("Société", "SOCIETE"),
        ("Ленинский Комсомол", "LENINSKIY KOMSOMOL"), ("Евгений", "YEVGENIY"), ("천마산", "CHON MA SAN"),
        ("금강 3", "KUM GANG 3"), ("천마산호", "CHON MA SAN"), ("Αγία Μαρίνα", "AGIA MARINA"), ("مريم", "MRYM"),
        ("新海号", "XIN HAI"),
    ])
    func everyScriptIsWrittenInPlainLatinCapitals(name: String, prepared: String) {
        #expect(key(name) == prepared)
    }

    @Test func lookAlikesAreFoldedInWordsOfMixedScriptsOnly() {
        #expect(key("\u{410}RES") == "ARES")
        #expect(key("P\u{39F}LARIS") == "POLARIS")
        #expect(key("Лeнинский") == "LENINSKIY")
        #expect(key("ВОСТОК OIL") == "VOSTOK OIL")
        #expect(key("V1CTORY P0LARIS") == "VICTORY POLARIS")
        #expect(key("DY905") == "DY 905")
    }

    @Test(arguments: [
        "M/V ARES", "MV ARES", "M.V. ARES", "M V ARES", "MT ARES", "M/T ARES", "LPG/C ARES", "lpg/c \"Ares\"",
        "ARES MT",
        "Motor Tanker Ares", "MT LPG/C ARES",
    ])
    func shipPrefixesAreDropped(name: String) {
        #expect(key(name) == "ARES")
    }

    @Test func whatIsLeftOfAShipsNameIsAName() {
        #expect(key("MT") == "MT")
        #expect(key("MT 7") == "MT 7")
        #expect(key("ST NICHOLAS") == "ST NICHOLAS")
        #expect(key("MV ARES", .organisation) == "MV ARES")
    }

    @Test(arguments: [
        ("Ares Shipping Company Limited", "ARES SHIPPING LTD"), ("ARES SHIPPING CO., LTD.", "ARES SHIPPING LTD"),
        ("ООО \"Арес\"", "ARES LLC"), ("LIMITED LIABILITY COMPANY ARES", "ARES LLC"), ("Ares L.L.C.", "ARES LLC"),
        ("The Ares Company", "ARES CO"), ("Ares Sp. z o.o.", "ARES SPZOO"), ("Ares S.A.", "ARES SA"),
        ("COMPANY LTD", "COMPANY LTD"), ("Shipping", "SHIPPING"),
    ])
    func companyFormsAreNormalised(name: String, prepared: String) {
        #expect(key(name, .organisation) == prepared)
    }

    @Test(arguments: [
        ("VICTORY III", "VICTORY 3"), ("VICTORY 003", "VICTORY 3"), ("VICTORY THREE", "VICTORY 3"),
        ("VICTORY No. 3", "VICTORY 3"), ("VICTORY №3", "VICTORY 3"), ("SILVIA I", "SILVIA 1"), ("DY-905", "DY 905"),
        ("BRIGADE FORTY-FOUR", "BRIGADE 44"), ("BRIGADE FORTY 4", "BRIGADE 44"), ("3RD FLEET", "3 FLEET"),
        ("PARTNERS V", "PARTNERS 5"), ("V SHIPS", "V SHIPS"), ("XI JIANG", "XI JIANG"), ("CIVIL", "CIVIL"),
        ("TWENTY 2 00", "22 0"),
    ])
    func numbersAreTokensOfTheirOwn(name: String, prepared: String) {
        #expect(key(name) == prepared)
    }

    @Test func everyStageThatDidSomethingCanBeSeen() {
        let steps = NamePreparation.steps(of: "M/V \u{410}RES\u{200B} Äolus III", kind: .vessel)
        #expect(
            steps.map(\.stage) == [.unicode, .homoglyphs, .transliteration, .signs, .shipPrefixes, .numbers])
        #expect(steps.last?.result == "ARES AOLUS 3")
        #expect(NamePreparation.steps(of: "ARES", kind: .vessel).isEmpty)
    }

    @Test func preparingAPreparedNameChangesNothing() {
        for name in ["M/V ARES III", "Ленинский Комсомол", "천마산", "SEVEN SEAS No. 5", "L.X.C. Ｃo"] {
            let once = key(name)
            #expect(key(once) == once, "\(name)")
        }
    }

    @Test func anythingCanBeAName() {
        for name in ["", " ", "...", "M/V", "'", "🚢", "\u{0}\u{7F}", String(repeating: "А1", count: 5_000)] {
            for kind in NameKind.allCases {
                let prepared = NamePreparation.prepared(name, kind: kind)
                #expect(prepared.key.utf8.count < 5_000)
            }
        }
        #expect(NamePreparation.prepared("...", kind: .vessel).isEmpty)
    }
}
