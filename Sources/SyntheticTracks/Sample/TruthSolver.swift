import MaritimeModel

/// Finds every meeting in the true motion of the sample, by small steps in time and bisection.
///
/// It knows nothing of fixes but the times at which a vessel was heard, and shares no code with the detector.
struct TruthSolver {
    let builder: WorldBuilder
    /// The parameters of the default profile.
    let parameters = Profile.oil.parameters

    /// All meetings in the order of (start, ids), of every pair of ids that one hull alone uses.
    func meetings() -> [MeetingTruth] {
        let tracks = builder.tracks
        let users = Dictionary(tracks.map { ($0.id, 1) }, uniquingKeysWith: +)
        let single = tracks.indices.filter { users[tracks[$0].id] == 1 }
        let known = tracks.map { knownTimes(of: $0) }
        var meetings: [MeetingTruth] = []
        for (position, first) in single.enumerated() {
            for second in single[(position + 1)...] {
                let contacts = known[first].flatMap { firstKnown in
                    known[second].flatMap { secondKnown in
                        self.contacts(tracks[first].motion, tracks[second].motion, firstKnown, secondKnown)
                    }
                }
                meetings += joined(contacts).map { meeting(of: first, second, contacts: $0) }
            }
        }
        return meetings.sorted { ($0.start, $0.vessels[0], $0.vessels[1]) < ($1.start, $1.vessels[0], $1.vessels[1]) }
    }

    /// The times over which the position of a track is known: no two fixes more than an hour apart.
    private func knownTimes(of track: SampleTrack) -> [ClosedRange<Double>] {
        var known: [ClosedRange<Double>] = []
        let seconds = track.rows.map { Double($0.time.secondsSince1970) }
        guard var start = seconds.first else { return [] }
        for (second, next) in zip(seconds, seconds.dropFirst()) where next - second > Double(parameters.maxGapSeconds) {
            known.append(start...second)
            start = next
        }
        known.append(start...seconds[seconds.count - 1])
        return known
    }

    /// The times within 500 m while both are known.
    private func contacts(
        _ first: VesselMotion, _ second: VesselMotion, _ firstKnown: ClosedRange<Double>,
        _ secondKnown: ClosedRange<Double>
    ) -> [ClosedRange<Double>] {
        let begin = max(firstKnown.lowerBound, secondKnown.lowerBound)
        let end = min(firstKnown.upperBound, secondKnown.upperBound)
        guard begin < end else { return [] }
        // No vessel here is faster than 30 m/s, so no crossing can hide within |distance - 500 m| / 60 m/s.
        let margin = { (instant: Double) in
            first.position(at: instant).distanceMetres(to: second.position(at: instant)) - parameters.maxDistanceMetres
        }
        var found: [ClosedRange<Double>] = []
        var moment = begin
        var value = margin(moment)
        var started: Double? = value <= 0 ? begin : nil
        while moment < end {
            let next = min(end, moment + max(1, abs(value) / 60))
            let nextValue = margin(next)
            if (value <= 0) != (nextValue <= 0) {
                let crossing = bisect(margin, from: moment, to: next)
                if let start = started {
                    found.append(start...crossing)
                    started = nil
                } else {
                    started = crossing
                }
            }
            (moment, value) = (next, nextValue)
        }
        if let started { found.append(started...end) }
        return found
    }

    /// The moment between two moments at which the sign changes, to a microsecond.
    private func bisect(_ margin: (Double) -> Double, from: Double, to: Double) -> Double {
        var (low, high) = (from, to)
        let lowIsInside = margin(low) <= 0
        while high - low > 1e-6 {
            let middle = (low + high) / 2
            if (margin(middle) <= 0) == lowIsInside { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// Contacts at most `join-gap` apart, together.
    private func joined(_ contacts: [ClosedRange<Double>]) -> [[ClosedRange<Double>]] {
        var groups: [[ClosedRange<Double>]] = []
        for contact in contacts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = groups.last?.last, contact.lowerBound - last.upperBound <= Double(parameters.joinGapSeconds) {
                groups[groups.count - 1].append(contact)
            } else {
                groups.append([contact])
            }
        }
        return groups
    }

    private func meeting(of first: Int, _ second: Int, contacts: [ClosedRange<Double>]) -> MeetingTruth {
        let tracks = builder.tracks
        let (one, other) = (tracks[first].motion, tracks[second].motion)
        var least = Double.infinity
        var speeds: [[Double]] = [[], [], []]
        for contact in contacts {
            // A thousand steps, but none shorter than a second or longer than a minute: pairs that pass each other are
            // looked at every second, pairs that stay together hardly move in a minute.
            let step = max(1, min(60, (contact.upperBound - contact.lowerBound) / 1_000))
            var moment = contact.lowerBound
            while true {
                let (place, otherPlace) = (one.position(at: moment), other.position(at: moment))
                least = min(least, place.distanceMetres(to: otherPlace))
                let later = min(moment + step, contact.upperBound)
                guard later > moment else { break }
                let (next, otherNext) = (one.position(at: later), other.position(at: later))
                let seconds = (later - moment) * metresPerSecondPerKnot
                let drift = SphereVector.relativeMetres(place, next, otherPlace, otherNext)
                speeds[0].append(place.distanceMetres(to: next) / seconds)
                speeds[1].append(otherPlace.distanceMetres(to: otherNext) / seconds)
                speeds[2].append(drift / seconds)
                moment = later
            }
        }
        let ids = [tracks[first].id, tracks[second].id]
        let isInOrder = ids[0] < ids[1]
        let medians = speeds.map { $0.sorted()[$0.count / 2] }
        let scene = builder.scenes[tracks[first].scene]
        let sameScene = tracks[first].scene == tracks[second].scene
        let vessels = [tracks[first].vessel, tracks[second].vessel]
        let total = contacts.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
        return MeetingTruth(
            scene: sameScene ? scene.name : "unplanned",
            kind: sameScene ? builder.pairKinds[[first, second]] ?? scene.kind : .none,
            vessels: isInOrder ? ids : ids.reversed(), contacts: contacts, minDistanceMetres: least,
            medianSpeedsKnots: isInOrder ? [medians[0], medians[1]] : [medians[1], medians[0]],
            medianRelativeSpeedKnots: medians[2],
            hiddenBecause: hiding(vessels, contactSeconds: total, medians: medians, isInPort: scene.isInPort))
    }

    /// The default profile's rules on the true values.
    private func hiding(
        _ vessels: [SyntheticVessel], contactSeconds: Double, medians: [Double], isInPort: Bool
    ) -> MeetingTruth.Hiding? {
        if let imo = vessels[0].imo, imo == vessels[1].imo { return .sameHull }
        if contactSeconds < Double(parameters.minDurationSeconds) { return .tooShort }
        if isInPort { return .inPort }
        let isSlow = max(medians[0], medians[1]) <= 3
        let isJoint =
            max(medians[0], medians[1]) <= DetectionParameters.jointUnderWayMaxKnots
            && medians[2] <= DetectionParameters.jointUnderWayMaxRelativeKnots
        if !isSlow && !isJoint { return .tooFast }
        let types = vessels.map(\.shipType)
        return types.contains(.tanker) || types.contains(.unknown) ? nil : .noTanker
    }
}

extension SphereVector {
    /// How much further one point moved than the other: the length of the difference of their moves, in metres.
    fileprivate static func relativeMetres(
        _ from: SphereVector, _ to: SphereVector, _ otherFrom: SphereVector, _ otherTo: SphereVector
    ) -> Double {
        let dx = (to.x - from.x) - (otherTo.x - otherFrom.x)
        let dy = (to.y - from.y) - (otherTo.y - otherFrom.y)
        let dz = (to.z - from.z) - (otherTo.z - otherFrom.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot() * earthRadiusMetres
    }
}
