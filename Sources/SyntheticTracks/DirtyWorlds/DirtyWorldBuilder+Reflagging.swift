import MaritimeModel

/// One hull with two numbers, and pairs that look like it and are not.
extension DirtyWorldBuilder {
    mutating func addReflaggedShips() {
        addChangeUnderWay(keepsIMO: true)
        addChangeUnderWay(keepsIMO: false)
        addTwoTransponders()
        addTurnAbout()
        addSuccessorThatIsAnotherShip()
        addSisters()
        addTwoTranspondersInMeeting()
    }

    /// The same ship under a new number: a new name or a new call sign, the rest as before.
    private mutating func secondIdentity(of first: SyntheticVessel, keepsIMO: Bool) -> SyntheticVessel {
        var second = vessel(.productTanker)
        (second.length, second.beam, second.aisType) = (first.length, first.beam, first.aisType)
        second.imo = keepsIMO ? first.imo : nil
        if !keepsIMO {
            if random.unit() < 0.5 { second.name = first.name } else { second.callSign = first.callSign }
        }
        return second
    }

    private mutating func addReflagged(
        _ vessel: SyntheticVessel, hull: Int, _ motion: HullMotion, at moments: [Double], _ habit: ReportingHabit
    ) {
        add(rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit))
        identity(vessel.mmsi, is: .reflagged, hulls: [hull])
    }

    /// The number changes on passage, with a silence of 1 to 20 minutes.
    private mutating func addChangeUnderWay(keepsIMO: Bool) {
        var first = vessel(.productTanker)
        if !keepsIMO { first.imo = nil }
        let second = secondIdentity(of: first, keepsIMO: keepsIMO)
        let hull = hull()
        let voyage = CleanShip.tanker.voyage(in: lane(), using: &random)
        let change = voyage.span.upperBound * random.within(0.35...0.65)
        let moments = voyage.habit.moments(over: voyage.span, using: &random)
        let resumed = change + random.within(60...1_200)
        addReflagged(first, hull: hull, voyage.motion, at: moments.filter { $0 <= change }, voyage.habit)
        addReflagged(second, hull: hull, voyage.motion, at: moments.filter { $0 > resumed }, voyage.habit)
        oneHull(first.mmsi, second.mmsi, by: keepsIMO ? [.sameIMO, .continuingTrack] : [.continuingTrack])
    }

    /// Both numbers at once for hours, from antennas some metres apart.
    private mutating func addTwoTransponders() {
        var first = vessel(.productTanker)
        first.imo = nil
        let second = secondIdentity(of: first, keepsIMO: false)
        let hull = hull()
        let voyage = CleanShip.tanker.voyage(in: lane(), using: &random)
        let offset = LocalOffset.polar(metres: random.within(2...25), bearing: random.within(0...(2 * .pi)))
        for (vessel, motion) in [(first, voyage.motion), (second, voyage.motion.displaced(by: offset))] {
            let moments = voyage.habit.moments(over: voyage.span, using: &random)
            addReflagged(vessel, hull: hull, motion, at: moments, voyage.habit)
        }
        oneHull(first.mmsi, second.mmsi, by: [.coincidingTrack])
    }

    /// One set that sends under two numbers by turns.
    private mutating func addTurnAbout() {
        let first = vessel(.productTanker)
        let second = secondIdentity(of: first, keepsIMO: true)
        let hull = hull()
        let voyage = CleanShip.tanker.voyage(in: lane(), using: &random)
        let moments = voyage.habit.moments(over: voyage.span, using: &random)
        for (number, vessel) in [first, second].enumerated() {
            let turns = moments.enumerated().filter { $0.offset % 2 == number }.map(\.element)
            addReflagged(vessel, hull: hull, voyage.motion, at: turns, voyage.habit)
        }
        oneHull(first.mmsi, second.mmsi, by: [.sameIMO, .coincidingTrack])
    }

    /// One ship falls silent and another one of another size appears a few kilometres off: two hulls.
    private mutating func addSuccessorThatIsAnotherShip() {
        let voyage = CleanShip.tanker.voyage(in: lane(), using: &random)
        let change = voyage.span.upperBound / 2
        let moments = voyage.habit.moments(over: voyage.span, using: &random)
        let ships: [(Role, HullMotion, [Double])] = [
            (.crudeTanker, voyage.motion, moments.filter { $0 <= change }),
            (
                .cargoShip, voyage.motion.displaced(by: LocalOffset(east: 0, north: random.within(2_000...6_000))),
                moments.filter { $0 > change + 900 }
            ),
        ]
        for (role, motion, moments) in ships {
            let vessel = vessel(role)
            let hull = hull()
            add(rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: voyage.habit))
            identity(vessel.mmsi, is: .clean, hulls: [hull])
        }
    }

    /// Two ships of one class side by side: alike in size and place, and two hulls all the same.
    private mutating func addSisters() {
        var scene = meetingScene(in: lane(), host: vessel(.productTanker))
        (scene.guest.length, scene.guest.beam) = (scene.host.length, scene.host.beam)
        let hull = hull()
        let habit = ReportingHabit(interval: 30...60)
        let moments = habit.moments(over: scene.hostSpan, using: &random)
        add(rows(of: statement(of: scene.host), hull: hull, on: scene.hostMotion, at: moments, habit: habit))
        identity(scene.host.mmsi, is: .clean, hulls: [hull])
        addGuest(scene)
        addTruth(scene)
    }

    /// A hull with two numbers meets a tanker: a meeting under either number, and none of the hull with itself.
    private mutating func addTwoTranspondersInMeeting() {
        var scene = meetingScene(in: lane())
        let second = secondIdentity(of: scene.host, keepsIMO: true)
        let hull = hull()
        let habit = ReportingHabit(interval: 40...80)
        addGuest(scene)
        oneHull(scene.host.mmsi, second.mmsi, by: [.sameIMO, .coincidingTrack])
        for vessel in [scene.host, second] {
            scene.host = vessel
            let moments = habit.moments(over: scene.hostSpan, using: &random)
            addReflagged(vessel, hull: hull, scene.hostMotion, at: moments, habit)
            addTruth(scene)
        }
    }
}
