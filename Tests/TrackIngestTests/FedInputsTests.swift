import MaritimeModel
import Testing

@testable import TrackIngest

@Suite struct FedInputsTests {
    /// Two feeders: the first took the inputs 0 and 2, the second 1, an archive with two members, and 3.
    private let parts: [FedInputs.Part] = {
        func record(_ path: String) -> InputRecord { InputRecord(path: path, bytes: 0, modified: nil) }
        var ledger = RejectLedger()
        ledger.rows = 1
        ledger.reject(.tooLong)
        var first = FedInputs.Part()
        first.records = [record("a"), record("c")]
        first.places = [0, 2]
        first.warnings = [(2, "c is odd")]
        var second = FedInputs.Part()
        second.records = [record("b!1"), record("b!2"), record("d")]
        second.places = [1, 1, 3]
        second.warnings = [(1, "b!0 was passed over"), (1, "b!2 is odd")]
        second.extra = [(record: 2, ledger: ledger)]
        return [first, second]
    }()

    @Test func recordsStandInTheOrderOfTheInputsWhoeverTookThem() {
        let fed = FedInputs(parts)
        #expect(fed.records.map(\.path) == ["a", "b!1", "b!2", "c", "d"])
        #expect(fed.warnings == ["b!0 was passed over", "b!2 is odd", "c is odd"])
        #expect(fed.extra.map(\.input) == [4])
    }

    @Test func everyNumberLeadsToItsRecord() {
        let fed = FedInputs(parts)
        for (feeder, part) in parts.enumerated() {
            let numbers = FeederNumbers(feeder: feeder, feeders: parts.count)
            for (record, own) in part.records.enumerated() {
                #expect(fed.records[fed.positions[numbers.number(ofRecord: record)]].path == own.path)
            }
        }
    }

    @Test func withoutInputsThereIsNothing() {
        #expect(FedInputs([]).records.isEmpty && FedInputs([FedInputs.Part()]).positions.isEmpty)
    }
}
