/// A small random generator whose run can be repeated (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Rows that look like positions, so that they pack as real files do.
func sampleRows(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    var text = "MMSI,BaseDateTime,LAT,LON\n"
    for row in 0..<count {
        let mmsi = 200_000_000 + UInt32.random(in: 0..<500, using: &random)
        let latitude = Int.random(in: 0..<900_000, using: &random)
        text += "\(mmsi),2022-01-03T00:\(10 + row / 60 % 50):\(10 + row % 50),5\(latitude % 10).\(latitude),-1.\(row)\n"
    }
    return Array(text.utf8)
}
