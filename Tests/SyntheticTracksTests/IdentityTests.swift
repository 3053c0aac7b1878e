import MaritimeModel
import SyntheticTracks
import Testing

@Suite struct IdentityTests {
    @Test func numbersGiveDifferentIdentities() {
        let mids = UnallocatedIdentity.fleetMIDs
        #expect(Set((0..<60_000).map { UnallocatedIdentity.mmsi($0, of: mids) }).count == 60_000)
        #expect(Set((0..<60_000).map { UnallocatedIdentity.imo($0) }).count == 60_000)
    }

    @Test func checkDigitsAreRight() {
        for number in stride(from: 0, to: 100_000, by: 97) {
            let imo = UnallocatedIdentity.imo(number)
            let digits = imo.description.compactMap(\.wholeNumberValue)
            let sum = zip(digits, [7, 6, 5, 4, 3, 2]).map { $0 * $1 }.reduce(0, +)
            #expect(sum % 10 == digits[6])
            #expect((2_000_000...2_999_999).contains(imo.number))
        }
    }

    /// Source of the numbers: ITU, Table of Maritime Identification Digits; only the ranges used here are written down.
    @Test func noMIDIsAllocated() {
        let unallocated: [ClosedRange<UInt32>] = [
            280...300, 380...400, 480...500, 580...600, 680...700, 780...799,
        ]
        for mid in UnallocatedIdentity.sampleMIDs + UnallocatedIdentity.fleetMIDs {
            #expect(unallocated.contains { $0.contains(mid) }, "\(mid)")
        }
        #expect(Set(UnallocatedIdentity.sampleMIDs).isDisjoint(with: UnallocatedIdentity.fleetMIDs))
    }

    @Test func theGeneratorKeepsToItsPublishedSequence() {
        // The first three numbers of the published algorithm for the seed 1234567.
        var random = SplitMix64(seed: 1_234_567)
        #expect(
            [random.next(), random.next(), random.next()] == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }
}
