/// A way to write position reports as lines of text.
public protocol TrackLayout: Sendable {
    /// The first line of a file, without its end.
    var header: String { get }
    /// Where the columns are that a test may want to damage.
    var columns: LayoutColumns { get }
    /// The parts of a vessel's rows that do not change from fix to fix; a draught of 0 decimetres is not stated.
    func prepare(_ vessel: SyntheticVessel, draughtDecimetres: Int) -> PreparedVessel
    /// Adds one line with its end.
    func append(_ row: SyntheticRow, of vessel: PreparedVessel, to bytes: inout [UInt8])
}

/// The unchanging parts of a vessel's rows as bytes, with the commas that belong to them.
public struct PreparedVessel: Sendable {
    var identity: [UInt8] = []
    var name: [UInt8] = []
    var particulars: [UInt8] = []
}

/// The positions of columns in a layout, counted from 0.
public struct LayoutColumns: Sendable {
    public var time: Int
    public var id: Int
    public var latitude: Int
    public var longitude: Int
    /// Every column that says something about the vessel apart from its id.
    public var identity: [Int]
    /// What kind of station sent the row, where the layout says so.
    public var stationType: Int?
}

/// The layouts by the names that the generator's command line uses.
public enum TrackLayoutName: String, CaseIterable, Sendable {
    case noaa, noaa2024, dma

    public var layout: any TrackLayout {
        switch self {
        case .noaa: NOAALayoutWriter()
        case .noaa2024: NOAA2024LayoutWriter()
        case .dma: DMALayoutWriter()
        }
    }
}
