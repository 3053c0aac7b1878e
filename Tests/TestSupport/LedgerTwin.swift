import Glibc
public import MaritimeModel

/// How well a rendezvous was seen, as the twin counts it: from samples, usually one second apart.
///
/// Compare with tolerance: seconds to one per stretch, distances to what the pair moves in half a second; both times
/// `stepSeconds`.
public struct TwinLedger: Sendable {
    /// Contact seconds by the longer of the two stretches.
    public var onStretchesUpTo10Minutes = 0.0
    public var onStretchesUpTo30Minutes = 0.0
    public var onLongerStretches = 0.0
    /// Great-circle metres over the samples in contact.
    public var minimumDistance = 0.0
    /// The least distance at the fixes of either vessel during the contacts, or nil when there is none: what a program
    /// sees that looks at fixes only. It is no less than the minimum of continuous time.
    public var minimumDistanceAtFixes: Double?
    public var medianDistance = 0.0
    public var maximumDistance = 0.0
    /// Median path speed of the first and the second vessel over the samples in contact, in metres a second.
    public var medianSpeeds = [0.0, 0.0]
    /// The longest time from start to end, both counted as marks, in which one of the vessels sent no fix.
    public var longestSilenceSeconds = 0.0
    /// Fixes of the first and the second vessel from start to end, both included.
    public var fixes = [0, 0]
    /// Mean of the points of both vessels in space, put back on the sphere; good at the poles. In degrees.
    public var meanPointLatitude = 0.0
    public var meanPointLongitude = 0.0
    /// Plain mean of the latitudes, which differs from the mean point when the meeting covers many kilometres.
    public var meanLatitude = 0.0

    public var contactSeconds: Double { onStretchesUpTo10Minutes + onStretchesUpTo30Minutes + onLongerStretches }

    /// Samples the middle of every second (or step) of every contact; the last piece of a contact counts by its length.
    public init(of meeting: TwinRendezvous, in tracks: TrackTable, maxGapSeconds: Int, stepSeconds: Double = 1) {
        let pair = [meeting.first, meeting.second].map { TwinTrack(of: $0, in: tracks, maxGapSeconds: maxGapSeconds) }
        var distances: [(value: Double, seconds: Double)] = []
        var speeds: [[(value: Double, seconds: Double)]] = [[], []]
        var sum = Vector3(0, 0, 0)
        var latitudeSum = 0.0
        for contact in meeting.contacts {
            var start = contact.start
            while start < contact.end {
                let end = min(start + stepSeconds, contact.end)
                defer { start = end }
                let middle = (start + end) / 2
                let seconds = end - start
                let stretches = pair.compactMap { $0.stretch(at: middle) }
                guard stretches.count == 2 else { continue }
                let points = stretches.map { $0.point(after: middle - Double($0.start)) }
                distances.append((greatCircleMetres(points[0], points[1]), seconds))
                for side in 0...1 {
                    speeds[side].append((stretches[side].speed, seconds))
                    sum = sum + points[side] * seconds
                    latitudeSum += points[side].latitude * seconds
                }
                switch max(stretches[0].seconds, stretches[1].seconds) {
                case ...600: onStretchesUpTo10Minutes += seconds
                case ...1_800: onStretchesUpTo30Minutes += seconds
                default: onLongerStretches += seconds
                }
            }
        }
        for time in (pair[0].fixTimes + pair[1].fixTimes).map(Double.init) {
            guard meeting.contacts.contains(where: { $0.start <= time && time <= $0.end }),
                let first = pair[0].point(at: time), let second = pair[1].point(at: time)
            else { continue }
            minimumDistanceAtFixes = min(minimumDistanceAtFixes ?? .infinity, greatCircleMetres(first, second))
        }
        minimumDistance = distances.map(\.value).min() ?? .nan
        maximumDistance = distances.map(\.value).max() ?? .nan
        medianDistance = Self.median(of: distances)
        medianSpeeds = speeds.map(Self.median)
        meanPointLatitude = sum.latitude
        meanPointLongitude = sum.longitude
        meanLatitude = latitudeSum / (2 * contactSeconds)
        for side in 0...1 {
            let inside = pair[side].fixTimes.map(Double.init).filter { meeting.start <= $0 && $0 <= meeting.end }
            fixes[side] = inside.count
            let marks = [meeting.start] + inside + [meeting.end]
            for (mark, next) in zip(marks, marks.dropFirst()) {
                longestSilenceSeconds = max(longestSilenceSeconds, next - mark)
            }
        }
    }

    /// The least value that at least half of the time does not exceed.
    private static func median(of samples: [(value: Double, seconds: Double)]) -> Double {
        let half = samples.reduce(0) { $0 + $1.seconds } / 2
        var passed = 0.0
        for sample in samples.sorted(by: { $0.value < $1.value }) {
            passed += sample.seconds
            if passed >= half { return sample.value }
        }
        return .nan
    }
}
