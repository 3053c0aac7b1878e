import MaritimeModel
import Testing

@testable import Watchlist

/// Compares a source that makes parties when it is asked with one that has them all.
///
/// The keys are asked of both; `position` tells where the lazy source has the party at a place of the other one.
func expectSame(
    _ source: any PartySource, _ whole: ReadParties, keys: [UInt64], at position: (Int) -> Int,
    _ comment: @autoclosure () -> Comment
) {
    #expect(source.checked == whole.checked, comment())
    for place in 0..<whole.count { #expect(source.party(at: position(place)) == whole.party(at: place), comment()) }
    let places = (0..<whole.count).reduce(into: [Int: Int]()) { $0[position($1)] = $1 }
    for kind in PartyNumbers.Kind.allCases {
        for key in keys {
            let found = source.numbers.positions(of: key, kind).map { places[$0] ?? -1 }
            #expect(found == whole.numbers.positions(of: key, kind), "\(kind) \(key) \(comment())")
        }
    }
    for kind in PartyKind.allCases {
        func names(_ source: any PartySource, _ place: (Int) -> Int) -> [String] {
            var names: [String] = []
            source.forEachName(in: 0..<source.count, ofKinds: { $0 == kind }) { party, name, bytes, range in
                let text = String(decoding: bytes[range], as: UTF8.self)
                #expect(source.name(at: party, place: name) == text, comment())
                names.append("\(place(party)) \(name) \(text)")
            }
            return names.sorted()
        }
        #expect(names(source) { places[$0] ?? -1 } == names(whole) { $0 }, comment())
    }
    #expect(source.failure == nil, comment())
}
