import Glibc
import MaritimeModel

/// Tracks that no ship sailed: what the generators of false positions draw.
extension DirtyWorldBuilder {
    mutating func addFalseTracks() {
        addCircle()
        addStraightLine()
        addReplayedDay()
        addReplayByAnother()
        addFrozenPosition()
        addHullsInsideEachOther()
        addTrackOnLand()
    }

    private mutating func addTrack(
        _ vessel: SyntheticVessel, on motion: HullMotion, at moments: [Double], habit: ReportingHabit, hull: Int,
        mark: DirtyRow.Mark = .sailed
    ) {
        add(rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit, mark: mark))
    }

    /// An honest ship that lies some metres from a place, for a meeting with what is not there; returns its motion.
    private mutating func addShipAtAnchor(
        _ vessel: SyntheticVessel, at place: LocalOffset, in frame: LocalFrame, over span: ClosedRange<Double>
    ) -> HullMotion {
        let motion = HullMotion.swinging(radiusMetres: 40, at: place, in: frame, using: &random)
        let habit = ReportingHabit(interval: 60...120)
        let hull = hull()
        addTrack(vessel, on: motion, at: habit.moments(over: span, using: &random), habit: habit, hull: hull)
        identity(vessel.mmsi, is: .clean, hulls: [hull])
        return motion
    }

    /// An hour of passage, then round and round at an even speed; half of the circles have a ship at anchor inside.
    private mutating func addCircle() {
        let frame = lane()
        let vessel = vessel(.crudeTanker)
        let hull = hull()
        let isAroundShip = random.unit() < 0.5
        let radius = isAroundShip ? random.within(200...400) : random.within(500...4_000)
        let speed = random.within(6...14) * metresPerSecondPerKnot
        let sense = random.unit() < 0.5 ? -1.0 : 1.0
        let begin = 3_600.0
        // At least six hours or three rounds.
        let end = begin + max(3.5 * 3_600, 3 * 2 * .pi * radius / speed)
        let motion = HullMotion(frame: frame) { second in
            guard second > begin else {
                return LocalOffset(east: (second - begin) * 5, north: radius)
            }
            return .polar(metres: radius, bearing: sense * (second - begin) * speed / radius)
        }
        let habit = ReportingHabit(interval: 30...60)
        let moments = habit.moments(over: 0...end, using: &random)
        addTrack(vessel, on: motion, at: moments.filter { $0 <= begin }, habit: habit, hull: hull)
        var exact = habit
        exact.noiseMetres = 1
        addTrack(vessel, on: motion, at: moments.filter { $0 > begin }, habit: exact, hull: hull, mark: .fabricated)
        identity(vessel.mmsi, is: .circle, hulls: [hull], due: [[.circle]])
        guard isAroundShip else { return }
        let other = self.vessel(.productTanker)
        let otherMotion = addShipAtAnchor(other, at: LocalOffset(east: 0, north: 0), in: frame, over: 0...end)
        meeting(
            vessel.mmsi, other.mmsi, on: (motion, otherMotion), over: 300...(end - 100), isTrue: false,
            due: [.init(ids: [vessel.mmsi.description], reasons: [.circle])])
    }

    /// A ruled line at one speed to the last digit.
    private mutating func addStraightLine() {
        let vessel = vessel(.crudeTanker)
        let hull = hull()
        let hours = random.within(6...10)
        let speed = random.within(9...15) * metresPerSecondPerKnot
        let bearing = random.within(1.4...1.7)
        // A line through the middle of the frame is a great circle.
        let motion = HullMotion(frame: lane()) { .polar(metres: speed * ($0 - hours * 1_800), bearing: bearing) }
        let habit = ReportingHabit(interval: 60...90, noiseMetres: 0)
        let moments = habit.moments(over: 0...(hours * 3_600), using: &random)
        addTrack(vessel, on: motion, at: moments, habit: habit, hull: hull, mark: .fabricated)
        identity(vessel.mmsi, is: .straightLine, hulls: [hull], due: [[.straightLine]])
    }

    /// A round trip that is sent again a day later.
    private mutating func addReplayedDay() {
        let vessel = vessel(.cargoShip)
        let hull = hull()
        var path = LocalPath(second: 0)
        for (east, north) in [(20_000.0, 3_000.0), (31_000, -4_000), (12_000, -6_000), (0, 0)] {
            path.sail(east: east, north: north, knots: random.within(9...13))
        }
        let motion = HullMotion.sailing(path, wander: Wander(metres: 25, using: &random), in: lane())
        let habit = ReportingHabit(interval: 50...100)
        let moments = habit.moments(over: 0...Double(path.lastSecond), using: &random)
        let sailed = rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit)
        add(sailed)
        add(replayed(sailed, as: nil, secondsLater: 86_400))
        identity(vessel.mmsi, is: .replayed, hulls: [hull], due: [[.replayedTrack]])
    }

    /// One ship's passage, sent by another identity some hours later.
    private mutating func addReplayByAnother() {
        let (first, second) = (vessel(.cargoShip), vessel(.productTanker))
        let (hull, otherHull) = (hull(), self.hull())
        let voyage = CleanShip.tanker.voyage(in: lane(), using: &random)
        let moments = voyage.habit.moments(over: voyage.span, using: &random)
        let sailed = rows(of: statement(of: first), hull: hull, on: voyage.motion, at: moments, habit: voyage.habit)
        add(sailed)
        let other = statement(of: second)
        let copies = replayed(sailed, as: other, secondsLater: random.within(3_600...18_000).rounded())
        add(
            copies.map { row in
                var row = row
                row.hull = otherHull
                return row
            })
        identity(first.mmsi, is: .clean, hulls: [hull], allowed: [.replayedTrack])
        identity(second.mmsi, is: .replayed, hulls: [otherHull], due: [[.replayedTrack]])
    }

    private func replayed(_ rows: [DirtyRow], as statement: Int32?, secondsLater: Double) -> [DirtyRow] {
        rows.map { row in
            var copy = stamped(row, at: moment(of: row) + secondsLater)
            copy.mark = .fabricated
            if let statement { copy.report.vessel = statement }
            return copy
        }
    }

    /// The position stops on passage while rows go on for three hours; a ship at anchor lies where it stopped.
    private mutating func addFrozenPosition() {
        let frame = lane()
        let vessel = vessel(.crudeTanker)
        let hull = hull()
        var path = LocalPath(second: 0, east: -70_000, north: 0)
        path.sail(east: 70_000, north: random.within(-3_000...3_000), knots: random.within(10...14))
        let sailing = HullMotion.sailing(path, wander: Wander(metres: 40, using: &random), in: frame)
        let begin = Double(path.lastSecond) * random.within(0.3...0.5)
        let end = begin + random.within(9_000...12_000)
        let comesBack = random.unit() < 0.5
        let habit = ReportingHabit(interval: 40...80)
        let moments = habit.moments(over: 0...(comesBack ? Double(path.lastSecond) : end), using: &random)
        let stop = sailing.place(begin)
        // Frozen to the last digit: the true motion, with one position for all of that time.
        let sailed = rows(of: statement(of: vessel), hull: hull, on: sailing, at: moments, habit: habit)
        let position = rounded(frame.point(east: stop.east, north: stop.north))
        add(
            sailed.map { row in
                guard (begin...end).contains(moment(of: row)) else { return row }
                var row = row
                row.report.position = position
                row.mark = .fabricated
                return row
            })
        identity(
            vessel.mmsi, is: .frozen, hulls: [hull], due: [[.frozenPosition]],
            allowed: [.positionJump, .sharedIdentity])
        let other = self.vessel(.productTanker)
        let place = stop + .polar(metres: random.within(100...250), bearing: random.within(0...(2 * .pi)))
        let otherMotion = addShipAtAnchor(other, at: place, in: frame, over: 0...(end + 1_800))
        let frozen = HullMotion(frame: frame) { (begin...end).contains($0) ? stop : sailing.place($0) }
        meeting(
            vessel.mmsi, other.mmsi, on: (frozen, otherMotion), over: 0...end, isTrue: false,
            due: [.init(ids: [vessel.mmsi.description], reasons: [.frozenPosition])])
    }

    /// Two tankers whose antennas lie a few metres apart for hours: one would be inside the other.
    private mutating func addHullsInsideEachOther() {
        let scene = meetingScene(in: lane(), antennaMetres: random.within(2...8))
        let (hull, otherHull) = (hull(), self.hull())
        let habit = ReportingHabit(interval: 30...60, noiseMetres: 4)
        let moments = habit.moments(over: scene.hostSpan, using: &random)
        addTrack(scene.host, on: scene.hostMotion, at: moments, habit: habit, hull: hull)
        let others = habit.moments(over: scene.guestSpan, using: &random)
        addTrack(scene.guest, on: scene.guestMotion, at: others, habit: habit, hull: otherHull, mark: .fabricated)
        identity(scene.host.mmsi, is: .overlapping, hulls: [hull], allowed: [.overlappingHulls])
        identity(scene.guest.mmsi, is: .overlapping, hulls: [otherHull], allowed: [.overlappingHulls])
        let ids = [scene.host.mmsi.description, scene.guest.mmsi.description]
        meeting(
            scene.host.mmsi, scene.guest.mmsi, on: (scene.hostMotion, scene.guestMotion), over: scene.guestSpan,
            isTrue: false, due: [.init(ids: ids, reasons: [.overlappingHulls])])
    }

    /// A passage hundreds of kilometres from any water that a ship could sail.
    private mutating func addTrackOnLand() {
        let inland = [(24.0, 4.0), (38.6, -98.5), (48.5, 66.0), (-24.5, 127.0), (44.5, 105.0)]
        let (latitude, longitude) = inland[random.below(inland.count)]
        let vessel = vessel(.productTanker)
        let hull = hull()
        let frame = LocalFrame(latitude: latitude, longitude: longitude)
        var path = LocalPath(second: 0, east: -20_000, north: 0)
        path.sail(east: 20_000, north: random.within(-5_000...5_000), knots: random.within(6...12))
        let motion = HullMotion.sailing(path, wander: Wander(metres: 30, using: &random), in: frame)
        let habit = ReportingHabit(interval: 60...120)
        let moments = habit.moments(over: 0...Double(path.lastSecond), using: &random)
        addTrack(vessel, on: motion, at: moments, habit: habit, hull: hull, mark: .fabricated)
        identity(vessel.mmsi, is: .onLand, hulls: [hull], due: [[.onLand]])
    }
}
