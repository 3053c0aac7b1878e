import MaritimeModel
import Testing

@Suite struct ShipTypeTests {
    @Test(arguments: [
        (80, ShipType.tanker), (89, .tanker), (1_017, .tanker), (1_024, .tanker), (70, .cargo), (79, .cargo),
        (1_003, .cargo), (60, .passenger), (1_012, .passenger), (30, .fishing), (1_001, .fishing), (31, .tug),
        (32, .tug),
        (52, .tug), (21, .tug), (1_025, .tug), (50, .pilot), (35, .military), (36, .pleasure), (37, .pleasure),
        (51, .service), (40, .highSpeed), (49, .highSpeed), (90, .other), (99, .other), (20, .other),
    ])
    func codesHaveTheirClass(code: Int, type: ShipType) {
        #expect(ShipType(aisCode: code) == type)
    }

    @Test(arguments: [0, 1, 19, 38, 39, 100, 255, 1_000, 1_026, -1, .max, .min])
    func codesThatSayNothingAreUnknown(code: Int) {
        #expect(ShipType(aisCode: code) == .unknown)
    }

    @Test(arguments: [
        ("Tanker", ShipType.tanker), ("TUG", .tug), ("Towing long/wide", .tug), ("HSC", .highSpeed),
        ("Undefined", .unknown), ("", .unknown),
    ])
    func wordsHaveTheirClass(words: String, type: ShipType) {
        #expect(ShipType(words: words) == type)
    }

    @Test func wordsThatAreNotKnownAreNoClass() {
        #expect(ShipType(words: "Submarine") == nil)
    }

    @Test func classesAreOrderedByTheirNames() {
        #expect(ShipType.allCases.sorted().map(\.rawValue) == ShipType.allCases.map(\.rawValue).sorted())
    }
}
