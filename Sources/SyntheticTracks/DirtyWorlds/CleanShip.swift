import MaritimeModel

/// The sorts of ship whose tracks are honest and must stay in one piece.
enum CleanShip: CaseIterable {
    case tanker, ferry, fishing, anchored, moored, silent, sparse, dense

    var role: Role {
        switch self {
        case .tanker, .anchored: .crudeTanker
        case .ferry: .passengerShip
        case .fishing: .trawler
        case .moored: .productTanker
        case .silent: .cargoShip
        case .sparse: .containerShip
        case .dense: .tug
        }
    }

    /// What a ship of this sort does in a lane, when, and how it is heard.
    func voyage(in frame: LocalFrame, using random: inout SplitMix64) -> Voyage {
        switch self {
        case .tanker: tanker(frame, &random)
        case .ferry: ferry(frame, &random)
        case .fishing: fishing(frame, &random)
        case .anchored: anchored(frame, &random)
        case .moored: moored(frame, &random)
        case .silent: silent(frame, &random)
        case .sparse: sparse(frame, &random)
        case .dense: dense(frame, &random)
        }
    }

    struct Voyage {
        var motion: HullMotion
        var span: ClosedRange<Double>
        var habit: ReportingHabit
    }

    private static func hours(_ hours: Double) -> Double { hours * 3_600 }

    /// A way along the lane with gentle turns.
    private static func passage(
        knots: Double, hours: Double, in frame: LocalFrame, using random: inout SplitMix64
    ) -> HullMotion {
        let sense = random.unit() < 0.5 ? -1.0 : 1.0
        let reach = knots * 1_852 * hours
        var path = LocalPath(second: 0, east: -sense * reach / 2, north: random.within(-8_000...8_000))
        for leg in 1...4 {
            path.sail(
                east: sense * reach * (Double(leg) / 4 - 0.5), north: random.within(-8_000...8_000),
                knots: knots * random.within(0.93...1.07))
        }
        return .sailing(path, wander: Wander(metres: 40, using: &random), in: frame)
    }

    private func tanker(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let hours = random.within(8...14)
        let motion = CleanShip.passage(knots: random.within(8...16), hours: hours, in: frame, using: &random)
        return Voyage(
            motion: motion, span: 0...CleanShip.hours(hours), habit: ReportingHabit(interval: 60...180))
    }

    /// To and fro at up to 38 kn; one in four has a stretch of water where nobody hears it.
    private func ferry(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let knots = random.within(15...38)
        let half = random.within(8_000...80_000)
        let end = CleanShip.hours(6)
        var path = LocalPath(second: 0, east: -half, north: 0)
        var sense = 1.0
        while Double(path.lastSecond) < end {
            path.sail(east: sense * (half - 900), north: random.within(-1_500...1_500), knots: knots)
            path.sail(east: sense * half, north: 0, knots: 7)
            path.hold(until: path.lastSecond + 900 + random.below(1_500))
            sense = -sense
        }
        var habit = ReportingHabit(interval: 20...60)
        if random.unit() < 0.25 {
            let begin = random.within(3_600...9_000)
            habit.silences = [begin...(begin + random.within(1_200...6_000))]
        }
        return Voyage(
            motion: .sailing(path, wander: Wander(metres: 15, using: &random), in: frame), span: 0...end,
            habit: habit)
    }

    /// Hauls of some minutes with turns as tight as a trawler's, and a faster run between them now and then.
    private func fishing(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let end = CleanShip.hours(random.within(5...9))
        var path = LocalPath(second: 0)
        while Double(path.lastSecond) < end {
            let knots = random.unit() < 0.2 ? random.within(8...11) : random.within(2.5...4.5)
            let reach = random.unit() < 0.3 ? 250.0 : 3_000
            let here = path.place(at: path.lastSecond)
            let (east, north) = (here.east + random.within(-reach...reach), here.north + random.within(-reach...reach))
            path.sail(
                east: min(20_000, max(-20_000, east)), north: min(12_000, max(-12_000, north)), knots: knots)
        }
        return Voyage(
            motion: .sailing(path, wander: Wander(metres: 8, using: &random), in: frame), span: 0...end,
            habit: ReportingHabit(interval: 30...120))
    }

    private func anchored(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let motion = HullMotion.swinging(
            radiusMetres: random.within(60...280), at: LocalOffset(east: 0, north: 0), in: frame, using: &random)
        return Voyage(
            motion: motion, span: 0...CleanShip.hours(random.within(10...22)),
            habit: ReportingHabit(interval: 170...200))
    }

    /// At a buoy or berth, with an error of 3 to 10 m; some receivers hold the position still when the ship lies still.
    private func moored(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        var habit = ReportingHabit(interval: 170...200, noiseMetres: random.within(3...10))
        habit.noiseMemory = random.unit() < 0.5 ? 0 : 300
        if random.unit() < 0.25 { habit.noiseMetres = 0 }
        return Voyage(
            motion: HullMotion(frame: frame) { _ in LocalOffset(east: 0, north: 0) },
            span: 0...CleanShip.hours(random.within(10...22)), habit: habit)
    }

    /// A passage with one to three silences of an hour to seven.
    private func silent(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let hours = random.within(16...28)
        let motion = CleanShip.passage(knots: random.within(7...23), hours: hours, in: frame, using: &random)
        var habit = ReportingHabit(interval: 90...300)
        var begin = CleanShip.hours(1)
        for _ in 0...random.below(3) {
            let silence = begin...(begin + CleanShip.hours(random.within(1...7)))
            habit.silences.append(silence)
            begin = silence.upperBound + random.within(1_000...7_000)
        }
        return Voyage(motion: motion, span: 0...CleanShip.hours(hours), habit: habit)
    }

    /// As satellites hear a ship: a row in five to sixty minutes.
    private func sparse(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let hours = random.within(20...36)
        return Voyage(
            motion: CleanShip.passage(knots: random.within(10...22), hours: hours, in: frame, using: &random),
            span: 0...CleanShip.hours(hours), habit: ReportingHabit(interval: 300...3_600))
    }

    /// Everything that a class A set sends, every 2 to 10 s, while the ship turns and changes its speed.
    private func dense(_ frame: LocalFrame, _ random: inout SplitMix64) -> Voyage {
        let end = CleanShip.hours(random.within(0.7...1.4))
        var path = LocalPath(second: 0)
        while Double(path.lastSecond) < end {
            let here = path.place(at: path.lastSecond)
            path.sail(
                east: here.east + random.within(-1_500...1_500), north: here.north * 0.8 + random.within(-900...900),
                knots: random.within(3...14))
        }
        return Voyage(
            motion: .sailing(path, wander: Wander(metres: 5, using: &random), in: frame), span: 0...end,
            habit: ReportingHabit(interval: 2...10))
    }
}
