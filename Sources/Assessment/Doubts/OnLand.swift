import FixMemory
public import MaritimeModel

/// Finds fixes that lie far inland, away from every water that carries ships.
///
/// Interference moves whole fleets onto airports and into cities (C4ADS, "Above Us Only Stars", 2019; SkyTruth and
/// Global Fishing Watch, 2020). `InlandMask` knows no shoreline, only what is surely inland.
public enum OnLand {
    /// One or two fixes can be a fault of transmission.
    static let leastFixes = 3
    /// When they are half of a short track, so few count. One fix alone says nothing: towboats on rivers that the map
    /// lacks are heard so.
    static let leastFixesOfShortTrack = 2
    /// Runs this close together are one doubt: interference throws positions to and fro.
    static let joinSeconds = 3_600.0

    /// Whether any of some fixes lies inland. Complexity: O(n log runs of a row).
    static func mayBeInland(in tracks: TrackTable, fixes: Range<Int>, mask: InlandMask) -> Bool {
        var cell = InlandMask.Cell()
        return fixes.contains { fix in
            let (latitude, longitude) = (tracks.latitudes[fix], tracks.longitudes[fix])
            if !cell.holds(latitudeE7: latitude, longitudeE7: longitude) {
                cell = mask.cell(latitudeE7: latitude, longitudeE7: longitude)
            }
            return cell.isInland
        }
    }

    /// The inland runs of a segment's fixes, in time order; two count when they are half of the range or more.
    ///
    /// Complexity: O(n log runs of a row).
    public static func doubts(in tracks: TrackTable, fixes: Range<Int>, mask: InlandMask) -> [TrackDoubt] {
        var runs: [Range<Int>] = []
        var inland = 0
        var begin: Int?
        var cell = InlandMask.Cell()
        for fix in fixes {
            let (latitude, longitude) = (tracks.latitudes[fix], tracks.longitudes[fix])
            // Most fixes lie in the cell of the one before.
            if !cell.holds(latitudeE7: latitude, longitudeE7: longitude) {
                cell = mask.cell(latitudeE7: latitude, longitudeE7: longitude)
            }
            if cell.isInland {
                inland += 1
                if begin == nil { begin = fix }
            } else if let first = begin {
                runs.append(first..<fix)
                begin = nil
            }
        }
        if let first = begin { runs.append(first..<fixes.upperBound) }
        guard let first = runs.first, let last = runs.last else { return [] }
        var marked: [Range<Int>] = []
        for run in runs where run.count >= leastFixes {
            if let before = marked.last,
                tracks.seconds(fromFix: before.upperBound, toFix: run.lowerBound) <= joinSeconds
            {
                marked[marked.count - 1] = before.lowerBound..<run.upperBound
            } else {
                marked.append(run)
            }
        }
        if marked.isEmpty, inland >= leastFixesOfShortTrack, inland * 2 >= fixes.count {
            marked = [first.lowerBound..<last.upperBound]
        }
        return marked.map { run in
            let place = tracks.position(ofFix: run.lowerBound)
            let count = run.count { mask.contains(tracks.position(ofFix: $0)) }
            return TrackDoubt(
                reason: .onLand, start: tracks.time(ofFix: run.lowerBound), end: tracks.time(ofFix: run.upperBound - 1),
                figures: [.init("fixes", Double(count))],
                says: """
                    \(count) reported positions lie far inland, from \
                    latitude \((place.latitude * 100).rounded() / 100), longitude \
                    \((place.longitude * 100).rounded() / 100) on: more than 15 km from the sea and lakes, 12 km from \
                    mapped rivers and 30 km from ports. A transponder carried by road, or a waterway that the map \
                    does not have, explains it too.
                    """)
        }
    }
}
