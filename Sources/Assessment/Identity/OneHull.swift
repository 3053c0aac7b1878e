import FixMemory
public import MaritimeModel

/// Recognises a meeting that is none, because two identities are one ship.
///
/// Ships carry two transponders, keep an old number beside the new one, or are heard under a number and a misread copy
/// of it. One hull is told by its IMO number, or by two tracks that stay together closer than two hulls can. Two valid
/// IMO numbers that differ contradict it: then the positions are in doubt, not the identities (`OverlappingHulls`).
public enum OneHull {
    /// Both must make way; two ships moored side by side do not show whose antennas they are.
    static let leastWayMetres = 1_000.0
    static let leastSpeedKnots = 1.0
    static let stepSeconds = 60.0
    /// Two antennas on one mast, with room for receivers. A tug lashed alongside has hers at least half of both beams
    /// away, 8 to 10 m for the smallest.
    static let greatestMedianMetres = 5.0
    /// Nineteen of twenty distances; the rest may be faults of one receiver.
    static let greatestUsualMetres = 30.0
    /// With the same stated size, name or call sign the antennas may stand apart on a larger ship.
    static let greatestMedianOfAlikeMetres = 30.0
    static let greatestUsualOfAlikeMetres = 100.0
    /// Between two fixes further apart in time the place of a moving ship is not known to metres.
    static let maxGapSeconds = 180.0
    static let leastSamples = 10

    /// The finding that two segments which meet are one ship, or nil. Complexity: O(n log m) in the fixes of the
    /// meeting.
    public static func finding(
        first: Int, second: Int, in tracks: TrackTable, from start: Timestamp, to end: Timestamp
    ) -> IdentityFinding? {
        let one = tracks.vessel(ofSegment: first)
        let other = tracks.vessel(ofSegment: second)
        // Two segments of one identity are a shared identity, or an echo of it.
        guard one.id != other.id else { return nil }
        if let number = sameIMONumber(one, other) {
            return IdentityFinding(
                kind: .oneHull, ids: ordered(one, other), evidence: .sameIMO, start: start, end: end, figures: [],
                says: """
                    Both identities state the IMO number \(number), which stays with one hull. A number that was typed \
                    in wrongly looks like this too.
                    """)
        }
        guard one.staticData.imoNumbers.isEmpty || other.staticData.imoNumbers.isEmpty else { return nil }
        let firstFixes = tracks.fixes(in: tracks.fixRange(ofSegment: first), from: start, to: end)
        let secondFixes = tracks.fixes(in: tracks.fixRange(ofSegment: second), from: start, to: end)
        guard isUnderWay(firstFixes, in: tracks), isUnderWay(secondFixes, in: tracks) else { return nil }
        let distances =
            distances(firstFixes, to: tracks.fixRange(ofSegment: second), in: tracks)
            + distances(secondFixes, to: tracks.fixRange(ofSegment: first), in: tracks)
        guard distances.count >= leastSamples else { return nil }
        let middle = median(distances)
        let usual = quantile(distances, 0.95)
        let alike = areAlike(one, other, at: start)
        guard
            (middle <= greatestMedianMetres && usual <= greatestUsualMetres)
                || (alike && middle <= greatestMedianOfAlikeMetres && usual <= greatestUsualOfAlikeMetres)
        else { return nil }
        return IdentityFinding(
            kind: .oneHull, ids: ordered(one, other), evidence: .coincidingTrack, start: start, end: end,
            figures: [.init("median_distance_m", toTenth(middle)), .init("usual_distance_m", toTenth(usual))],
            says: """
                Under way the two are \(lengthInWords(middle)) apart for half of the time and hardly ever more than \
                \(lengthInWords(usual))\(alike ? ", and state the same size, name or call sign" : ""): one ship with \
                two transponders. A small craft carried or lashed alongside looks like this too.
                """)
    }

    /// The valid IMO number that both identities state, the least of several; nil when there is none.
    public static func sameIMONumber(_ first: TrackedVessel, _ second: TrackedVessel) -> IMONumber? {
        var least: IMONumber?
        for one in first.staticData.imoNumbers {
            for other in second.staticData.imoNumbers where other.value == one.value {
                least = least.map { min($0, one.value) } ?? one.value
            }
        }
        return least
    }

    /// Whether two identities state the same name, the same call sign, or the same size and no different names.
    private static func areAlike(_ first: TrackedVessel, _ second: TrackedVessel, at moment: Timestamp) -> Bool {
        let one = first.staticData
        let other = second.staticData
        if let name = one.names.value(at: moment), name == other.names.value(at: moment) { return true }
        if let sign = one.callSigns.value(at: moment), sign == other.callSigns.value(at: moment) { return true }
        guard let length = one.lengths.value(at: moment), let beam = one.beams.value(at: moment) else { return false }
        // Small craft come in series of one size, and sister ships with names of their own sail together.
        if let name = one.names.value(at: moment), let otherName = other.names.value(at: moment), name != otherName {
            return false
        }
        return length >= 30 && length == other.lengths.value(at: moment) && beam == other.beams.value(at: moment)
    }

    /// Whether the fixes make way, over steps of a minute or more: in shorter ones a receiver's noise looks like speed.
    static func isUnderWay(_ fixes: Range<Int>, in tracks: TrackTable) -> Bool {
        guard mayBeUnderWay(fixes, in: tracks) else { return false }
        var way = 0.0
        var speeds: [Double] = []
        var last = fixes.lowerBound
        for fix in fixes {
            let seconds = tracks.seconds(fromFix: last, toFix: fix)
            guard seconds >= stepSeconds else { continue }
            let metres = tracks.metres(fromFix: last, toFix: fix)
            way += metres
            speeds.append(metres / seconds / metresPerSecondPerKnot)
            last = fix
        }
        return way >= leastWayMetres && median(speeds) >= leastSpeedKnots
    }

    /// Whether half of the steps may be fast enough; integers tell so of most ships that lie still.
    private static func mayBeUnderWay(_ fixes: Range<Int>, in tracks: TrackTable) -> Bool {
        var steps = 0
        var fast = 0
        var last = fixes.lowerBound
        for fix in fixes {
            guard tracks.seconds(fromFix: last, toFix: fix) >= stepSeconds else { continue }
            steps += 1
            if isFastStep(in: tracks, fromFix: last, toFix: fix) { fast += 1 }
            last = fix
        }
        // The middle value of a list has half of it, itself included, at or above it.
        return steps > 0 && fast * 2 >= steps
    }

    /// Whether a step may be fast enough for a vessel under way.
    static func isFastStep(in tracks: TrackTable, fromFix first: Int, toFix second: Int) -> Bool {
        tracks.mayBeFaster(than: leastSpeedKnots * (1 - 1e-9), fromFix: first, toFix: second)
    }

    /// Distances from fixes of one to the place of the other at the same moments.
    private static func distances(_ fixes: Range<Int>, to other: Range<Int>, in tracks: TrackTable) -> [Double] {
        fixes.compactMap { fix in
            tracks.place(in: other, at: Double(tracks.times[fix]), maxGapSeconds: maxGapSeconds)
                .map { metresBetween($0, tracks.point(ofFix: fix)) }
        }
    }

    static func ordered(_ first: TrackedVessel, _ second: TrackedVessel) -> [String] {
        [first.id, second.id].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
