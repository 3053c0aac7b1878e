import CPathScan

/// A path of a vessel that hardly moves, in single precision as seen from the middle of its places.
///
/// For `NearWindows`; 28 bytes a fix.
public struct NearPath: Sendable {
    /// Times in seconds since 1970, then x, y, z and the way in a second, each as many as `stride` (bits of floats).
    let columns: [UInt32]
    let stride: Int
    /// The middle of its places, in the unit of the stretches.
    let centre: (x: Double, y: Double, z: Double)
    /// No place is farther from the middle than this on either side, in the unit of the path.
    let reach: SIMD3<Double>
    /// How many units of the path make one of the stretches.
    let unit: Double

    /// Fixes behind the last one that are read and do not count.
    private static let padding = 32
    /// A block numbers stretches with 16 bits.
    private static let mostFixes = 1 << 16
    /// Farther from the middle, in the unit of the path, single precision is too coarse.
    private static let mostReach = 64.0

    /// Makes one of a path that has at least two fixes; nil if the path is not fit for it.
    ///
    /// Complexity: O(fixes).
    /// - Parameters:
    ///   - stretches: from each fix to the next, then one that does not move and stands for the last fix.
    ///   - unit: how many units of this path make one of the stretches', as 6 371 008.8 m the radius of the earth. Places
    ///     are to be a few units apart at most.
    public init?(of stretches: [Stretch], unit: Double) {
        let count = stretches.count
        guard count > 1, count < NearPath.mostFixes, NearWindows.isAvailable else { return nil }
        var (low, high) = (SIMD4<Double>(repeating: .infinity), SIMD4<Double>(repeating: -.infinity))
        for stretch in stretches {
            let place = SIMD4(stretch.x, stretch.y, stretch.z, stretch.start)
            low = pointwiseMin(low, place)
            high = pointwiseMax(high, place)
        }
        let middle = (low + high) / 2
        let most = NearPath.mostReach / unit
        guard high.x - low.x < most, high.y - low.y < most, high.z - low.z < most, low.w >= 0,
            high.w < Double(Int32.max)
        else { return nil }
        let stride = count + NearPath.padding
        var columns = [UInt32](repeating: .max, count: stride * 7)
        for (fix, stretch) in stretches.enumerated() {
            guard stretch.start.rounded(.down) == stretch.start else { return nil }
            columns[fix] = UInt32(stretch.start)
            let offset = (SIMD4(stretch.x, stretch.y, stretch.z, 0) - SIMD4(middle.x, middle.y, middle.z, 0)) * unit
            columns[stride + fix] = Float(offset.x).bitPattern
            columns[stride * 2 + fix] = Float(offset.y).bitPattern
            columns[stride * 3 + fix] = Float(offset.z).bitPattern
            columns[stride * 4 + fix] = Float(stretch.xPerSecond * unit).bitPattern
            columns[stride * 5 + fix] = Float(stretch.yPerSecond * unit).bitPattern
            columns[stride * 6 + fix] = Float(stretch.zPerSecond * unit).bitPattern
        }
        for fix in count..<stride { for column in 1..<7 { columns[stride * column + fix] = 0 } }
        self.columns = columns
        self.stride = stride
        centre = (middle.x, middle.y, middle.z)
        let reach = (high - middle) * unit
        self.reach = SIMD3(reach.x, reach.y, reach.z)
        self.unit = unit
    }
}
