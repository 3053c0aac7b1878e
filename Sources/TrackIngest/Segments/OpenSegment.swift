import Glibc
import MaritimeModel

/// One fix on its way into a segment.
struct TrackFix: Hashable, Sendable {
    /// Seconds since 1970.
    var time: UInt32
    var position: GeoPosition
}

/// A segment that may go on: all that is remembered of it is of fixed size.
struct OpenSegment {
    /// By order of opening.
    let number: Int
    private(set) var last: TrackFix
    /// Where the last fix stands among the vessel's fixes.
    private(set) var lastIndex: Int
    private(set) var count = 1
    /// The fix before the last one; nil when there is none or it was taken away.
    private var previous: (fix: TrackFix, index: Int)?
    /// 1e-7 degree a second on the last stretch; zero when that was too long ago to tell.
    private var northward = 0.0
    private var eastward = 0.0
    /// Metres per second on the last stretch, and the most on those before it.
    private var lastSpeed = 0.0
    private var greatestSpeed = 0.0
    /// Fixes of the last seconds, latest first, to know copies by.
    private var recent: [TrackFix] = []

    /// More fixes than these in `copySeconds` are not looked at.
    private static let mostRecent = 8
    /// A course is believed to last this long, in seconds.
    private static let courseSeconds = 600.0

    init(number: Int, first: TrackFix, index: Int) {
        self.number = number
        last = first
        lastIndex = index
    }

    /// How badly a fix fits, or nil when this hull cannot have sent it; the metres are from the last fix.
    ///
    /// The misfit is the negative logarithm of a likelihood, without its constant: that of a normal distribution around
    /// where the ship should be, if it kept its course or stayed, and the wider the longer ago that was. So a track of
    /// a minute ago is preferred to one of an hour ago that would do as well.
    func fit(of fix: TrackFix) -> (metres: Double, misfit: Double)? {
        let seconds = Double(fix.time - last.time)
        let metres = last.position.metres(to: fix.position)
        guard metres <= PlausibleMotion.reach(seconds: seconds) + PlausibleMotion.noiseMetres else { return nil }
        let ahead = min(seconds, Self.courseSeconds)
        let expected = last.position.moved(north: northward * ahead, east: eastward * ahead)
        let error = min(metres, expected.metres(to: fix.position))
        let spread = 50 + 5 * seconds
        return (metres, error * error / (2 * spread * spread) + 2 * log(spread))
    }

    /// Whether a fix repeats an earlier one that the ship has left behind: the same message by another way.
    func isCopy(_ fix: TrackFix) -> Bool {
        for (index, earlier) in recent.enumerated() {
            guard fix.time - earlier.time <= PlausibleMotion.copySeconds else { return false }
            guard earlier.position == fix.position else { continue }
            let left =
                index == 0
                // Nothing came in between: the way that it would have gone on.
                ? lastSpeed * Double(fix.time - earlier.time)
                : last.position.metres(to: fix.position)
            let least = fix.position.isCoarse ? PlausibleMotion.coarseCopyMetres : PlausibleMotion.copyMetres
            if left >= least { return true }
        }
        return false
    }

    /// Whether the last fix only repeats the one before, and stands in the way of a fix that is within reach of that: a
    /// position of some minutes ago that was sent once more.
    func lastIsStale(before fix: TrackFix) -> Bool {
        guard let previous, previous.fix.position == last.position else { return false }
        return previous.fix.position.metres(to: fix.position)
            <= PlausibleMotion.reach(seconds: Double(fix.time - previous.fix.time))
    }

    /// Whether the last fix is a spike, seen from the next one: out and back faster than this ship goes.
    func lastIsSpike(before fix: TrackFix, metres: Double) -> Bool {
        guard let previous, last.time > previous.fix.time, fix.time > last.time else { return false }
        let out = previous.fix.position.metres(to: last.position)
        let speedBack = metres / Double(fix.time - last.time)
        let slower = min(lastSpeed, speedBack)
        let direct = previous.fix.position.metres(to: fix.position) / Double(fix.time - previous.fix.time)
        return min(out, metres) >= PlausibleMotion.spikeMetres && slower > PlausibleMotion.spikeSpeed
            && slower > PlausibleMotion.spikeFactor * greatestSpeed && direct < slower / 2
    }

    /// Takes the last fix away and gives it back; the segment ends with the fix before.
    mutating func removeLast() -> (fix: TrackFix, index: Int)? {
        guard let previous else { return nil }
        let removed = (last, lastIndex)
        (last, lastIndex) = previous
        self.previous = nil
        count -= 1
        (northward, eastward, lastSpeed) = (0, 0, 0)
        recent.removeAll { $0.time > last.time }
        return removed
    }

    /// Goes on with a later fix at a distance in metres.
    mutating func append(_ fix: TrackFix, index: Int, metres: Double) {
        let seconds = Double(fix.time - last.time)
        if seconds <= Self.courseSeconds, seconds > 0 {
            northward = Double(fix.position.latitudeE7 - last.position.latitudeE7) / seconds
            eastward = Double(GeoPosition.shortWay(from: last.position, to: fix.position)) / seconds
        } else {
            (northward, eastward) = (0, 0)
        }
        // Over a few seconds noise looks like speed.
        if let previous, last.time - previous.fix.time >= 30 { greatestSpeed = max(greatestSpeed, lastSpeed) }
        lastSpeed = seconds > 0 ? metres / seconds : 0
        recent.removeAll { fix.time - $0.time > PlausibleMotion.copySeconds }
        recent.insert(fix, at: 0)
        if recent.count > Self.mostRecent { recent.removeLast() }
        previous = (last, lastIndex)
        last = fix
        lastIndex = index
        count += 1
    }
}

extension GeoPosition {
    /// Whether the latitude is a whole ten-thousandth of a degree, or a whole hundredth of a minute. The longitude is not
    /// asked: what becomes of a track must not depend on the meridian from which it is counted.
    fileprivate var isCoarse: Bool {
        // 1e-7 degree is 6e-4 hundredths of a minute; the coordinate was rounded by half of that.
        let rest = (abs(Int64(latitudeE7)) * 6) % 10_000
        return latitudeE7 % 1_000 == 0 || rest <= 6 || rest >= 9_994
    }

    /// The difference in longitude by the short way round, in 1e-7 degree.
    fileprivate static func shortWay(from: GeoPosition, to: GeoPosition) -> Int64 {
        let difference = Int64(to.longitudeE7) - Int64(from.longitudeE7)
        if difference > 1_800_000_000 { return difference - 3_600_000_000 }
        return difference < -1_800_000_000 ? difference + 3_600_000_000 : difference
    }

    /// The position some 1e-7 degrees on; at a pole it stays on the globe.
    fileprivate func moved(north: Double, east: Double) -> GeoPosition {
        let latitude = min(900_000_000, max(-900_000_000, Double(latitudeE7) + north))
        var longitude = (Double(longitudeE7) + east).remainder(dividingBy: 3_600_000_000)
        longitude = min(1_800_000_000, max(-1_800_000_000, longitude))
        return GeoPosition(latitudeE7: Int32(latitude.rounded()), longitudeE7: Int32(longitude.rounded()))
    }
}
