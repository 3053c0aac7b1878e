import MaritimeModel
import TestSupport

@testable import TrackIngest

/// Rows of many kinds whose fate is known, for tests of how they are read.
struct SyntheticRows {
    static let header = "MMSI,BaseDateTime,LAT,LON,VesselName,IMO,CallSign,VesselType,Draft,Destination\n"

    /// Each row without its line end.
    private(set) var rows: [String] = []
    /// What the ledger must be, duplicates included.
    private(set) var ledger = RejectLedger()

    /// - Parameter padding: letters in the destination, to make files large with few rows.
    init(_ count: Int, seed: UInt64, padding: Int = 0) {
        var random = SplitMix64(seed: seed)
        var used: Set<[Int]> = []
        let filling = String(repeating: "DEST", count: padding / 4)
        for _ in 0..<count {
            let ship = random.integer(in: 0...40)
            let second = random.integer(in: 0...max(100, count * 2 / 3))
            let draught = second < count / 3 ? "14.8" : "9.1"
            var id = "\(219_000_000 + ship)"
            var time = Self.time(second)
            if random.chance(0.2) { time += ".\(random.integer(in: 0...999))" }
            var position =
                "\(Double(random.integer(in: -900_000...900_000)) / 10_000)"
                + ",\(Double(random.integer(in: -1_800_000...1_800_000)) / 10_000)"
            let destination = random.chance(0.1) ? "\"\(filling), \"\"B\"\"\"" : filling
            var described = "SHIP \(ship),,C\(ship),80,\(draught),\(destination)"
            ledger.rows += 1
            var reason: RejectReason?
            switch random.integer(in: 0...39) {
            case 0: (id, reason) = ("", .badIdentity)
            case 1: (time, reason) = ("2022-02-30T00:00:00", .badTime)
            case 2: (position, described, reason) = ("91,181", ",,,,,", .badPosition)
            case 3: (id, reason) = ("992190\(100 + ship)", .notAVessel)
            case 4: (described, reason) = ("too,few", .badColumns)
            case 5:
                position = "91,181"
                ledger.identityOnly += 1
                rows.append("\(id),\(time),\(position),\(described)")
                continue
            default: break
            }
            if reason == nil, !used.insert([ship, second]).inserted { reason = .duplicate }
            if let reason { ledger.reject(reason) } else { ledger.fixes += 1 }
            rows.append("\(id),\(time),\(position),\(described)")
        }
    }

    /// A second of January 2022 in words.
    static func time(_ second: Int) -> String {
        String(Timestamp(secondsSince1970: 1_641_168_000 + Int64(second)).iso8601.dropLast())
    }

    var text: String { Self.header + rows.joined(separator: "\n") + "\n" }

    /// The same rows in another order.
    func shuffled(seed: UInt64) -> [String] {
        var random = SplitMix64(seed: seed)
        var rows = rows
        for index in rows.indices.reversed() { rows.swapAt(index, random.integer(in: 0...index)) }
        return rows
    }
}
