import MaritimeModel

/// A time in which each of two vessels is on one stretch: the piece of time that the twin searches.
///
/// Times here are seconds since the window's start, so that no digits are lost to the years since 1970.
struct TwinWindow {
    let start: Int
    let end: Int
    let first: TwinStretch
    let second: TwinStretch

    /// The window in which both stretches run, or nil when that is no time at all.
    init?(_ first: TwinStretch, _ second: TwinStretch) {
        start = max(first.start, second.start)
        end = min(first.end, second.end)
        guard start < end else { return nil }
        self.first = first
        self.second = second
    }

    var seconds: Double { Double(end - start) }

    /// Where the search ends: pieces of half a microsecond, or in which the distance changes by a micrometre.
    private static let leastSeconds = 5e-7
    private static let leastMetres = 1e-6

    /// The straight distance through the sphere in the middle of a piece of the window, and what it can be at least and
    /// at most anywhere in the piece; in metres.
    ///
    /// Two bounds hold, and the tighter one counts. The distance changes at most by what both vessels travel. And by
    /// Taylor's theorem the line from one to the other is that in the middle, plus the relative velocity there times
    /// the time, plus at most half the two accelerations times the time squared; seen in the direction of the line in
    /// the middle that gives the least length, and without the last part the length itself the greatest.
    private func distance(
        from start: Double, to end: Double
    ) -> (inTheMiddle: Double, atLeast: Double, atMost: Double) {
        let middle = (start + end) / 2
        let half = (end - start) / 2
        let firstState = first.state(after: middle + Double(self.start - first.start))
        let secondState = second.state(after: middle + Double(self.start - second.start))
        let line = (firstState.point - secondState.point) * earthRadiusMetres
        let relative = (firstState.velocity - secondState.velocity) * earthRadiusMetres
        let metres = line.length
        let speed = relative.length
        let radialSpeed = metres > 0 ? abs(line.dot(relative)) / metres : speed
        let travelled = (first.speed + second.speed) * half
        let bent = (first.acceleration + second.acceleration) * half * half / 2
        let farthest = (metres * metres + 2 * metres * radialSpeed * half + speed * speed * half * half).squareRoot()
        return (
            metres, max(metres - travelled, metres - radialSpeed * half - bent),
            min(metres + travelled, farthest + bent)
        )
    }

    /// Appends the times within a straight distance to a list; a time that begins where the last one ends prolongs it.
    ///
    /// A piece is decided when no time in it can be on the other side of the distance, and else is halved, so no graze
    /// however short is missed; the smallest pieces are decided by their middle.
    func collectTimes(within limit: Double, from start: Double, to end: Double, into times: inout [TimeSpan]) {
        let distance = self.distance(from: start, to: end)
        if distance.atLeast > limit { return }
        let isSmallest = end - start <= Self.leastSeconds || distance.atMost - distance.atLeast <= Self.leastMetres
        if distance.atMost <= limit || (isSmallest && distance.inTheMiddle <= limit) {
            times.appendOrProlong(TimeSpan(start: Double(self.start) + start, end: Double(self.start) + end))
        } else if !isSmallest {
            let middle = (start + end) / 2
            collectTimes(within: limit, from: start, to: middle, into: &times)
            collectTimes(within: limit, from: middle, to: end, into: &times)
        }
    }

    /// Lowers `least` to the smallest straight distance in a piece of the window, to a tenth of a millimetre.
    func lower(_ least: inout Double, from start: Double, to end: Double) {
        let distance = self.distance(from: start, to: end)
        least = min(least, distance.inTheMiddle)
        if distance.atLeast > least - 1e-4 || end - start <= Self.leastSeconds { return }
        let middle = (start + end) / 2
        lower(&least, from: start, to: middle)
        lower(&least, from: middle, to: end)
    }
}

/// A time from one moment to another, both included, in seconds since 1970.
public struct TimeSpan: Hashable, Sendable {
    public var start: Double
    public var end: Double

    public init(start: Double, end: Double) {
        self.start = start
        self.end = end
    }

    public var duration: Double { end - start }
}

extension [TimeSpan] {
    /// Appends a span that begins no earlier than the last one ends, or prolongs the last one when they touch.
    fileprivate mutating func appendOrProlong(_ span: TimeSpan) {
        if let last, span.start <= last.end {
            self[count - 1].end = span.end
        } else {
            append(span)
        }
    }
}
