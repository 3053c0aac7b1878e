import TestSupport
import Testing

@testable import Assessment

/// The tables of places are read quickly, and as a slow reading has them.
struct PlaceTableTests {
    /// They are text like any other to a tool that replaces words, and a character more or less is read without complaint.
    /// Whoever bakes a table anew records its sum here (FNV-1a, 64 bits).
    @Test func tablesAreThoseThatWereBaked() {
        func sum(_ text: String) -> UInt64 {
            text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
        #expect(sum(inlandTable) == 0x568F_A14C_7AB3_FB8A)
        #expect(sum(worldPortIndexTable) == 0xF267_9590_075D_B4CF)
    }

    @Test func portsAreReadAsTextIs() {
        let wanted = worldPortIndexTable.split(separator: "\n").map { line -> Port in
            let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Port(
                name: fields[3], country: fields[2], latitude: Double(fields[0]) ?? .nan,
                longitude: Double(fields[1]) ?? .nan)
        }
        #expect(PortTable.ports(in: worldPortIndexTable) == wanted)
        #expect(PortIndex().ports == wanted)
    }

    @Test func numbersAreReadAsTheLibraryReadsThem() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<50_000 {
            let digits = (0..<random.integer(in: 1...15)).map { _ in String(random.integer(in: 0...9)) }
            let point = random.integer(in: 0...digits.count)
            let text =
                random.pick(["", "-"]) + digits[..<point].joined() + random.pick(["", "."])
                + digits[point...].joined()
            #expect(PortTable.decimal(Array(text.utf8)[...]) == Double(text), "\(text)")
        }
        for text in ["", "-", ".", "1e5", "+1", "1.2.3", "1234567890123456"] {
            #expect(PortTable.decimal(Array(text.utf8)[...]) == nil, "\(text)")
        }
    }

    @Test func inlandCellsAreReadDigitByDigit() {
        let digits = (33...126).filter { ![34, 35, 92].contains($0) }.map { UInt8($0) }
        let mask = InlandMask()
        var random = SplitMix64(seed: 2)
        for (row, line) in inlandTable.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line.utf8.map { byte in digits.firstIndex(of: byte) ?? -1 }[...]
            var ends: [Int] = []
            while let first = rest.popFirst() {
                var length = first
                if first == 86 {
                    length = rest.removeFirst() * 91 + rest.removeFirst()
                } else if first >= 46 {
                    length = 46 + (first - 46) * 91 + rest.removeFirst()
                }
                ends.append((ends.last ?? 0) + length)
            }
            for column in [0, 7_199, random.integer(in: 0...7_199), random.integer(in: 0...7_199)] + ends.prefix(3)
            where column < 7_200 {
                let isInland = ends.count { $0 <= column } % 2 == 1
                #expect(
                    mask.contains(
                        latitudeE7: Int32(row * 500_000 - 899_999_999),
                        longitudeE7: Int32(column * 500_000 - 1_799_999_999)) == isInland,
                    "row \(row), column \(column)")
            }
        }
    }

    @Test func portsAreAsFarFromAPlaceByNumberAsByPosition() {
        let index = PortIndex()
        var random = SplitMix64(seed: 3)
        for _ in 0..<2_000 {
            let latitude = Double(random.integer(in: -9_000...9_000)) / 100
            let longitude = Double(random.integer(in: -18_000...18_000)) / 100
            let number = random.integer(in: 0...index.ports.count - 1)
            #expect(
                index.distanceKilometres(
                    fromPort: number, to: PortIndex.Place(latitude: latitude, longitude: longitude))
                    == index.port(number).distanceKilometres(toLatitude: latitude, longitude: longitude))
        }
    }
}
