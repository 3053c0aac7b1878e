import MaritimeModel

/// Two or three hulls with one number.
extension DirtyWorldBuilder {
    mutating func addSharedIdentities() {
        addShared(.far, heard: .alike)
        addShared(.middle, heard: Hearing.allCases[random.below(Hearing.allCases.count)])
        addShared(.near, heard: Hearing.allCases[random.below(Hearing.allCases.count)])
        addSharedInMeeting()
    }

    /// How far apart the hulls are.
    enum Apart {
        /// In two oceans.
        case far
        /// 20 to 100 nautical miles.
        case middle
        /// 2 to 10 nautical miles.
        case near
    }

    /// How often the hulls are heard.
    enum Hearing: CaseIterable {
        /// Both every so many seconds, the same for both.
        case alike
        /// In the very same seconds.
        case sameSeconds
        case oneSeldom
        /// One in bursts of ten minutes or more, an hour or two apart.
        case oneInBursts
    }

    private mutating func addShared(_ apart: Apart, heard hearing: Hearing) {
        let first = vessel(.crudeTanker)
        let hulls = (0..<(apart == .far && random.unit() < 0.5 ? 3 : 2)).map { _ in hull() }
        let base = lane()
        let metres: Double =
            switch apart {
            case .far: 0
            case .middle: random.within(20...100) * 1_852
            case .near: random.within(2...10) * 1_852
            }
        let (span, habits) = habits(hearing)
        let motions = sharedMotions(metresApart: metres, in: base, over: span)
        var moments: [[Double]] = []
        for (number, hull) in hulls.enumerated() {
            var vessel = first
            // Half of the time the numbers were typed in alike and nothing else was; else all was copied.
            if number > 0, hulls[0] % 2 == 0 {
                vessel = self.vessel(.cargoShip)
                vessel.mmsi = first.mmsi
            }
            let habit = habits[min(number, 1)]
            let motion: HullMotion
            if apart == .far, number > 0 {
                motion = CleanShip.tanker.voyage(in: farLane(), using: &random).motion
            } else {
                motion = motions[number]
            }
            moments.append(habit.moments(over: span, using: &random))
            if hearing == .sameSeconds, number > 0 { moments[number] = moments[0] }
            add(rows(of: statement(of: vessel), hull: hull, on: motion, at: moments[number], habit: habit))
        }
        identity(first.mmsi, is: .shared, hulls: hulls, due: [[.sharedIdentity]])
    }

    /// Two ways that never come nearer to each other than at the start, give or take their wander of some tens of metres.
    private mutating func sharedMotions(
        metresApart metres: Double, in frame: LocalFrame, over span: ClosedRange<Double>
    ) -> [HullMotion] {
        let sense = random.unit() < 0.5 ? -1.0 : 1.0
        let hours = span.upperBound / 3_600
        let knots = [(0.0, 0.0), (random.within(3...12), random.within(3...12)), (0.0, random.within(4...14))]
        let pick = knots[random.below(knots.count)]
        // Side by side on one course, or away from each other.
        let isParallel = random.unit() < 0.5
        let speeds = isParallel ? (pick.1, pick.1) : pick
        return [(0.0, -sense, speeds.0), (sense * metres, sense, speeds.1)].map { east, away, knots in
            let way = (isParallel ? 1 : away) * knots * 1_852 * hours
            guard abs(way) > 1 else {
                return .swinging(
                    radiusMetres: random.within(20...120), at: LocalOffset(east: east, north: 0), in: frame,
                    using: &random)
            }
            var path = LocalPath(second: 0, east: east, north: 0)
            path.sail(east: east + way, north: 0, knots: knots)
            return .sailing(path, wander: Wander(metres: 40, using: &random), in: frame)
        }
    }

    private mutating func habits(_ hearing: Hearing) -> (ClosedRange<Double>, [ReportingHabit]) {
        // Archives keep a row in a quarter to a whole minute; the span follows, so that worlds stay small.
        let choices: [(seconds: Double, hours: Double)] = [(15, 2.5), (30, 4), (60, 6)]
        let (often, hours) = choices[random.below(choices.count)]
        let usual = ReportingHabit(interval: (often * 0.8)...(often * 1.2))
        var other = usual
        switch hearing {
        case .alike, .sameSeconds: break
        case .oneSeldom:
            let seldom = often * random.within(6...30)
            other.interval = (seldom * 0.8)...(seldom * 1.2)
        case .oneInBursts:
            var begin = 0.0
            while begin < hours * 3_600 {
                let end = begin + random.within(3_000...7_000)
                other.silences.append(begin...end)
                begin = end + random.within(600...1_800)
            }
        }
        return (0...(hours * 3_600), [usual, other])
    }

    /// One hull of a shared number meets a tanker while the other sails on somewhere else.
    private mutating func addSharedInMeeting() {
        let scene = meetingScene(in: lane())
        let hulls = [hull(), hull()]
        let habit = ReportingHabit(interval: 30...60)
        var other = vessel(.crudeTanker)
        other.mmsi = scene.host.mmsi
        let away = CleanShip.tanker.voyage(in: random.unit() < 0.5 ? farLane() : lane(), using: &random).motion
        for (hull, vessel, motion) in [(hulls[0], scene.host, scene.hostMotion), (hulls[1], other, away)] {
            let moments = habit.moments(over: scene.hostSpan, using: &random)
            add(rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit))
        }
        identity(scene.host.mmsi, is: .shared, hulls: hulls, due: [[.sharedIdentity]])
        addGuest(scene)
        addTruth(scene, due: [[.sharedIdentity]])
    }
}
