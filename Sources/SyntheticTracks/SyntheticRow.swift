public import MaritimeModel

/// One position report as a receiver would log it; the values "not available" are those of AIS.
public struct SyntheticRow: Sendable {
    /// The vessel's number in the list that the row belongs to.
    public var vessel: Int32
    public var time: Timestamp
    public var position: GeoPosition
    /// Tenths of a knot, 0...1 022; 1 023 is not available.
    public var speedTenths: Int16
    /// Tenths of a degree, 0...3 599; 3 600 is not available.
    public var courseTenths: Int16
    /// Degrees, 0...359; 511 is not available.
    public var heading: Int16
    /// AIS navigational status, 0...15.
    public var status: Int8

    public init(
        vessel: Int32, time: Timestamp, position: GeoPosition, speedTenths: Int16, courseTenths: Int16,
        heading: Int16, status: Int8
    ) {
        self.vessel = vessel
        self.time = time
        self.position = position
        self.speedTenths = speedTenths
        self.courseTenths = courseTenths
        self.heading = heading
        self.status = status
    }

    /// AIS "not available" values. Source: ITU-R M.1371-5, table 48.
    public static let speedNotAvailable: Int16 = 1_023
    public static let courseNotAvailable: Int16 = 3_600
    public static let headingNotAvailable: Int16 = 511
}
