import Testing

@testable import STSCommand

struct NearestNameTests {
    @Test(arguments: [
        ("", "", 0), ("scan", "scan", 0), ("scan", "scna", 1), ("scan", "can", 1), ("scan", "scans", 1),
        ("scan", "scam", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func editDistanceCountsSwapsAsOne(left: String, right: String, distance: Int) {
        #expect(editDistance(Array(left.utf8), Array(right.utf8)) == distance)
        #expect(editDistance(Array(right.utf8), Array(left.utf8)) == distance)
    }

    @Test(arguments: [
        ("scna", "scan"), ("profile", "profiles"), ("hlep", "help"), ("completoin", "completion"),
    ])
    func aSlipOfTheFingerIsRecognised(word: String, name: String) {
        #expect(nearestName(to: word, among: CommandList.commands.map(\.name)) == name)
    }

    @Test(arguments: ["", "x", "zebra", "s", String(repeating: "scan", count: 100_000)])
    func aStrangeWordHasNoNearName(word: String) {
        #expect(nearestName(to: word, among: CommandList.commands.map(\.name)) == nil)
    }
}
