import MaritimeModel
import TestSupport
import Testing

@testable import Assessment

@Suite struct GearSignTests {
    @Test(arguments: [
        "XX-12-85%", "NET12 85%", "12345-67%", "LQ2330 12.3V", "7.7V", "[7.7V]", "LRD 12 8V2", "368000010         9V",
        "NET MARK", "NET MARKER 2", "NETMARK", "NETBUOY 3", "net buoy", "NET 1", "NET10", "NET D", "BUOY", "BUOY 3",
        "BUOY3",
        "RADIO BUOY 12", "AIS BUOY", "FISHING GEAR", "FISH GEAR 7", "MINPINGYU63036-1", "ZHE DAI YU 04455-44",
        "04001--2",
        "02333 287 82",
    ])
    func namesOfGearAreKnown(name: String) { #expect(GearName.isOne(name)) }

    @Test(arguments: [
        "BUOYANT", "YEAH BUOY", "KNOTTYBUOY", "OH BUOY", "USCG BUOY TENDER", "SIGNET ARCTURUS", "GANNET S",
        "PLANET OCEAN",
        "GARNET STAR", "MADINET BENI-SAF", "NET WORTH", "NETTO", "NETANYA 8", "COSCO NETHERLANDS", "PHOENIX BEACON",
        "JOHN D GEARY", "TOP GEAR", "GIVING 100%", "100%", "9V", "V8", "VENUS V", "R/V 12", "185 3", "1492",
        "247240600", "M-16",
        "PT-305", "BARGE 12-34", "U-995", "CG 45-612", "YU FENG 8", "MIN PING YU 63036", "HENRY V3", "X2 V8 TURBO", "",
        " ", "%",
        "--", "V", "NETWORK", "DOUBLE--TROUBLE", "12 45 78 90", "NET PROFIT",
    ])
    func namesOfShipsAreNot(name: String) { #expect(!GearName.isOne(name)) }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func theQuickLookPassesEveryNameOfGear(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = [
            "NET", "net", "Buoy", "GEAR", "FISH", "FISHING", "MARK", "YU", "yu", "V", "v", "%", "-", "--", " ", ".",
            "1",
            "23", "4567", "AIS", "STAR", "\u{17F}", "\u{131}", "\u{E9}", "[", "12.3V", "85%",
        ]
        for _ in 0..<20_000 {
            let name = (0..<random.integer(in: 1...5)).map { _ in random.pick(parts) }.joined()
            #expect(GearName.isOne(name) == GearName.isOneOfAnyKind(name), "\(name)")
        }
    }

    private func sign(_ id: String, _ data: VesselStaticData = VesselStaticData()) -> IdentityFinding.Evidence? {
        GearSign.sign(
            of: TrackedVessel(id: id, staticData: data, fixCount: 1, firstSeen: drawnStart, lastSeen: drawnStart))?
            .evidence
    }

    @Test(arguments: [
        "900000000", "941000123", "969999999", "971000001", "973123456", "975000000", "979123456", "3669881", "2190001",
    ])
    func numbersOfNoShipAreGear(id: String) { #expect(sign(id) == .stationNumber) }

    @Test(arguments: [
        "970000001", "972000001", "974000001", "982190001", "992190001", "219000001", "111219001", "800000001",
        "9110192",
        "1234567", "94100012", "9410001234", "94100012a", "buoy",
    ])
    func otherNumbersAreNot(id: String) { #expect(sign(id) == nil) }

    @Test func aShipsStatementsContradict() {
        #expect(sign("941000123", .of(imo: 9_187_629)) == nil)
        #expect(sign("941000123", .of(length: 30)) == nil)
        #expect(sign("941000123", .of(type: .fishing, length: 3)) == .stationNumber)
        #expect(sign("3669881", .of(type: .tug)) == nil)
        #expect(sign("219000001", .of(name: "NET MARK")) == .gearName)
        #expect(sign("219000001", .of(name: "NET MARK", imo: 9_187_629)) == nil)
        #expect(sign("219000001", .of(name: "NET MARK", length: 274)) == nil)
    }

    @Test func aShipThatWasMisreadOnceStaysAShip() {
        var data = VesselStaticData.of(name: "BUOY 3")
        data.names += VesselStaticData.of(name: "PLANET OCEAN").names
        #expect(sign("219000001", data) == nil)
    }
}
