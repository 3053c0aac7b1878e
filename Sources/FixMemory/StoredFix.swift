/// A fix as the table holds it: twelve bytes.
public struct StoredFix: BitwiseCopyable, Hashable, Sendable {
    /// Seconds since 1970.
    public var time: UInt32
    /// 1e-7 degree.
    public var latitude: Int32
    /// 1e-7 degree.
    public var longitude: Int32

    /// Fills room that no fix has taken yet.
    public static let none = StoredFix(time: 0, latitude: 0, longitude: 0)

    @inlinable
    public init(time: UInt32, latitude: Int32, longitude: Int32) {
        self.time = time
        self.latitude = latitude
        self.longitude = longitude
    }
}
