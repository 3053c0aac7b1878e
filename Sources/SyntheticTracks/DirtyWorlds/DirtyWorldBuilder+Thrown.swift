import MaritimeModel

/// Fixes thrown far away by jamming and spoofing.
extension DirtyWorldBuilder {
    mutating func addThrownFixes() {
        addVictimOfSingleFixes()
        addVictimOfBursts()
        addJammedShip()
        addVictimInMeeting()
    }

    private mutating func steadyRows(_ vessel: SyntheticVessel, hull: Int, interval: ClosedRange<Double>) -> [DirtyRow]
    {
        let sort: CleanShip = random.unit() < 0.3 ? .anchored : .tanker
        let voyage = sort.voyage(in: lane(), using: &random)
        let habit = ReportingHabit(interval: interval)
        let span = 0...min(voyage.span.upperBound, interval.upperBound * 450)
        let moments = habit.moments(over: span, using: &random)
        return rows(of: statement(of: vessel), hull: hull, on: voyage.motion, at: moments, habit: habit)
    }

    private mutating func addVictimOfSingleFixes() {
        let vessel = vessel(.productTanker)
        let hull = hull()
        var rows = steadyRows(vessel, hull: hull, interval: 20...100)
        throwSingleFixes(of: &rows, count: 8 + random.below(16))
        add(rows)
        identity(
            vessel.mmsi, is: .thrownFixes, hulls: [hull], allowed: [.positionJump, .scatteredFixes])
    }

    /// Throws some fixes 5 to 400 nautical miles away, none next to another.
    private mutating func throwSingleFixes(of rows: inout [DirtyRow], count: Int) {
        var number = 3 + random.below(8)
        for _ in 0..<count where number < rows.count - 3 {
            throwFix(
                &rows[number],
                by: .polar(
                    metres: random.within(5...400) * 1_852, bearing: random.within(0...(2 * .pi))))
            number += 4 + random.below(max(1, 2 * rows.count / count - 4))
        }
    }

    private func throwFix(_ row: inout DirtyRow, by offset: LocalOffset) {
        let frame = LocalFrame(latitude: row.report.position.latitude, longitude: row.report.position.longitude)
        row.report.position = rounded(frame.point(east: offset.east, north: offset.north))
        row.mark = .thrown
    }

    /// Everything between two moments at a false place: displaced as it is, or all at one point.
    private mutating func throwBurst(of rows: inout [DirtyRow], from begin: Double, seconds: Double) {
        let offset = LocalOffset.polar(
            metres: random.within(8...400) * 1_852, bearing: random.within(0...(2 * .pi)))
        let isOnePoint = random.unit() < 0.4
        var point: GeoPosition?
        for number in rows.indices where (begin...(begin + seconds)).contains(moment(of: rows[number])) {
            throwFix(&rows[number], by: offset)
            if isOnePoint {
                point = point ?? rows[number].report.position
                rows[number].report.position = point ?? rows[number].report.position
            }
        }
    }

    private mutating func addVictimOfBursts() {
        let vessel = vessel(.cargoShip)
        let hull = hull()
        var rows = steadyRows(vessel, hull: hull, interval: 15...30)
        var begin = random.within(1_200...2_400)
        for _ in 0...random.below(2) {
            let seconds = random.within(120...1_800)
            throwBurst(of: &rows, from: begin, seconds: seconds)
            begin += seconds + random.within(1_500...3_000)
        }
        add(rows)
        identity(
            vessel.mmsi, is: .displaced, hulls: [hull], due: [[.positionJump]],
            allowed: [.frozenPosition, .scatteredFixes])
    }

    /// Every other fix or so at one point, as receivers report that a jammer near an airport sends to its runway.
    private mutating func addJammedShip() {
        let vessel = vessel(.crudeTanker)
        let hull = hull()
        var rows = steadyRows(vessel, hull: hull, interval: 15...40)
        let middle = rows[rows.count / 2].report.position
        let frame = LocalFrame(latitude: middle.latitude, longitude: middle.longitude)
        let airport = LocalOffset.polar(metres: random.within(30...250) * 1_852, bearing: random.within(0...(2 * .pi)))
        let scatter = random.unit() < 0.5 ? 0.0 : 40
        let begin = random.within(1_500...2_500)
        let end = begin + random.within(1_200...3_600)
        for number in rows.indices where (begin...end).contains(moment(of: rows[number])) && random.unit() < 0.5 {
            let error = LocalOffset.polar(metres: scatter * random.unit(), bearing: random.within(0...(2 * .pi)))
            let place = airport + error
            rows[number].report.position = rounded(frame.point(east: place.east, north: place.north))
            rows[number].mark = .thrown
        }
        add(rows)
        identity(
            vessel.mmsi, is: .jammed, hulls: [hull], due: [[.sharedIdentity, .positionJump, .scatteredFixes]],
            allowed: [.frozenPosition, .onLand])
    }

    /// The host of a meeting loses single fixes or a whole burst while the other ship lies alongside.
    private mutating func addVictimInMeeting() {
        let scene = meetingScene(in: lane())
        let hull = hull()
        let habit = ReportingHabit(interval: 20...60)
        let moments = habit.moments(over: scene.hostSpan, using: &random)
        var rows = rows(
            of: statement(of: scene.host), hull: hull, on: scene.hostMotion, at: moments, habit: habit)
        let isBurst = random.unit() < 0.5
        if isBurst {
            throwBurst(
                of: &rows, from: scene.alongside.lowerBound + random.within(2_000...5_000),
                seconds: random.within(300...1_500))
            identity(
                scene.host.mmsi, is: .displaced, hulls: [hull], due: [[.positionJump]],
                allowed: [.frozenPosition, .scatteredFixes])
        } else {
            throwSingleFixes(of: &rows, count: 12)
            identity(
                scene.host.mmsi, is: .thrownFixes, hulls: [hull],
                allowed: [.positionJump, .scatteredFixes])
        }
        add(rows)
        addGuest(scene)
        addTruth(scene, due: isBurst ? [[.positionJump]] : [])
    }
}
