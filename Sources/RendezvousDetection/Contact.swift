/// A maximal time in which two vessels are within the contact distance.
public struct Contact: Hashable, Sendable {
    /// Vessel numbers of the track table; `first < second`.
    public var first: Int
    public var second: Int
    /// Seconds since 1970, with fractions: the solved crossings of the contact distance.
    public var start: Double
    public var end: Double

    public init(first: Int, second: Int, start: Double, end: Double) {
        self.first = first
        self.second = second
        self.start = start
        self.end = end
    }

    /// How long the contact lasted, in seconds.
    public var duration: Double { end - start }
}
