import FixMemory
import MaritimeModel

/// Where one segment is during a time: a box in latitude and longitude that its path does not leave.
///
/// The boxes of a segment follow each other in time and touch at most in single moments. The path may bulge out of a
/// box by `PathBoxBuilder.bulgeMetres`. A box takes 28 bytes.
struct PathBox: Sendable {
    var segment: Int32
    /// Seconds since 1970: the box speaks of this time only, all of which the position is known.
    var start: UInt32
    var end: UInt32
    /// 1e-7 degree.
    var south: Int32
    var north: Int32
    /// 1e-7 degree counted from 180° W, and the width eastwards; 3 600 000 000 is all the way round.
    var west: UInt32
    var width: UInt32

    var geoBox: GeoBox { GeoBox(south: Int64(south), north: Int64(north), west: Int64(west), width: Int64(width)) }

    init(segment: Int, start: UInt32, end: UInt32, box: GeoBox) {
        self.segment = Int32(truncatingIfNeeded: segment)
        self.start = start
        self.end = end
        south = Int32(clamping: box.south)
        north = Int32(clamping: box.north)
        west = UInt32(clamping: box.west)
        width = UInt32(clamping: box.width)
    }

    /// A box whose longitudes are those of fixes, from -180 to 180 degrees.
    @inline(__always)
    init(segment: Int, _ box: WalkedBox) {
        self.segment = Int32(truncatingIfNeeded: segment)
        start = box.start
        end = box.end
        south = box.south
        north = box.north
        let half = UInt32(GeoBox.fullCircle / 2)
        let west = UInt32(bitPattern: box.west) &+ half
        // 180 degrees east is 180 degrees west.
        self.west = west < 2 * half ? west : west &- 2 * half
        width = UInt32(bitPattern: box.east &- box.west)
    }
}
