/// How often and how exactly a vessel is heard.
struct ReportingHabit {
    /// Seconds between rows.
    var interval: ClosedRange<Double>
    /// The greatest position error in metres; 0 gives the exact place.
    var noiseMetres = 6.0
    /// How long the error lasts, in seconds: that of satellite positioning drifts over minutes; 0 is a new one each time.
    var noiseMemory = 120.0
    /// Times without any row, in seconds from the start of the world.
    var silences: [ClosedRange<Double>] = []

    /// The moments of the rows within a time.
    func moments(over span: ClosedRange<Double>, using random: inout SplitMix64) -> [Double] {
        var moments: [Double] = []
        var second = span.lowerBound + random.unit() * interval.lowerBound
        while second <= span.upperBound {
            if !silences.contains(where: { $0.contains(second) }) { moments.append(second) }
            second += max(1, random.within(interval))
        }
        return moments
    }
}
