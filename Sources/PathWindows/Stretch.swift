/// A vessel's straight way from one fix to the next, on the unit sphere; it lies in memory as C's `sts_stretch` does.
public struct Stretch: BitwiseCopyable, Sendable {
    /// The place where it begins.
    public var x: Double
    public var y: Double
    public var z: Double
    /// Seconds since 1970, at least 0.
    public var start: Double
    /// The way in a second.
    public var xPerSecond: Double
    public var yPerSecond: Double
    public var zPerSecond: Double
    /// Seconds since 1970, not before `start`.
    public var end: Double

    @inlinable
    public init(
        from place: (x: Double, y: Double, z: Double), at start: Double,
        perSecond way: (x: Double, y: Double, z: Double), until end: Double
    ) {
        (x, y, z) = place
        self.start = start
        (xPerSecond, yPerSecond, zPerSecond) = way
        self.end = end
    }
}
