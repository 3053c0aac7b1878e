/// A small pseudo-random generator: the same seed gives the same numbers on every machine and in every release.
///
/// The draws below are its own, because the algorithms behind `Int.random(in:using:)` and `shuffle(using:)` are not
/// promised to stay as they are. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator; every seed is good.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    @inlinable
    public mutating func next() -> UInt64 {
        advance()
    }

    @usableFromInline
    mutating func advance() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0..<1, a multiple of 2^-53.
    public mutating func unit() -> Double {
        Double(advance() >> 11) * 0x1p-53
    }

    /// A number between two bounds.
    public mutating func within(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// An integer in 0..<bound; the bound is greater than 0.
    ///
    /// Its bias is below bound / 2^64, which no use here can notice.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0)
        return Int(advance().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Puts the elements into a random order (Fisher-Yates). Complexity: O(n).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        var last = elements.count - 1
        while last > 0 {
            elements.swapAt(last, below(last + 1))
            last -= 1
        }
    }
}
