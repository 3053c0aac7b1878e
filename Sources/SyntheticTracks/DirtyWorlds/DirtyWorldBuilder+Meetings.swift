import MaritimeModel

/// Two tankers side by side at sea, the scene in which doubts matter most.
struct MeetingScene {
    /// Drifts; its rows are dirtied by the kinds of world.
    var host: SyntheticVessel
    /// Comes alongside for more than three hours; honest.
    var guest: SyntheticVessel
    var hostMotion: HullMotion
    var guestMotion: HullMotion
    /// When each sends, and when they lie side by side, in seconds from the start of the world.
    var hostSpan: ClosedRange<Double>
    var guestSpan: ClosedRange<Double>
    var alongside: ClosedRange<Double>
}

extension DirtyWorldBuilder {
    /// Plans a meeting; the gap between the two hulls is 5 to 25 m unless told.
    mutating func meetingScene(
        in frame: LocalFrame, host: SyntheticVessel? = nil, antennaMetres: Double? = nil
    ) -> MeetingScene {
        let host = host ?? vessel(.crudeTanker)
        let guest = vessel(.productTanker)
        let berth = antennaMetres ?? Double(host.beam + guest.beam) / 2 + random.within(5...25)
        let begin = 5_000 + random.below(2_000)
        let end = begin + 10_800 + random.below(3_600)
        let last = end + 5_500

        var drift = LocalPath(second: 0)
        let (bearing, knots) = (random.within(0...(2 * .pi)), random.within(0.2...0.9))
        let way = LocalOffset.polar(metres: knots * metresPerSecondPerKnot * Double(last), bearing: bearing)
        drift.sail(east: way.east, north: way.north, knots: knots)
        drift.hold(until: last)
        let from = random.within(0...359)
        let side = LocalOffset.polar(metres: berth, bearing: from * .pi / 180)
        let visit = LocalPath.visit(
            alongside: begin...end, berth: (side.east, side.north), bearingDegrees: from,
            slowMetres: max(110, berth + 10))
        // They are tied to each other, so they wander as one.
        let wander = Wander(metres: 8, using: &random)
        return MeetingScene(
            host: host, guest: guest, hostMotion: .sailing(drift, wander: wander, in: frame),
            guestMotion: .sailing(drift.adding(visit), wander: wander, in: frame), hostSpan: 0...Double(last - 1),
            guestSpan: Double(visit.firstSecond)...Double(visit.lastSecond - 1),
            alongside: Double(begin)...Double(end))
    }

    /// Adds the guest as a clean vessel, and returns its hull.
    @discardableResult
    mutating func addGuest(_ scene: MeetingScene, habit: ReportingHabit? = nil) -> Int {
        let hull = hull()
        let habit = habit ?? ReportingHabit(interval: 30...60)
        let moments = habit.moments(over: scene.guestSpan, using: &random)
        add(rows(of: statement(of: scene.guest), hull: hull, on: scene.guestMotion, at: moments, habit: habit))
        identity(scene.guest.mmsi, is: .clean, hulls: [hull])
        return hull
    }

    /// States the meeting of a scene, with the marks that are due on the host.
    mutating func addTruth(_ scene: MeetingScene, due: [[TrackDoubt.Reason]] = []) {
        let span = max(scene.hostSpan.lowerBound, scene.guestSpan.lowerBound)...scene.guestSpan.upperBound
        meeting(
            scene.host.mmsi, scene.guest.mmsi, on: (scene.hostMotion, scene.guestMotion), over: span,
            due: due.map { .init(ids: [scene.host.mmsi.description], reasons: $0) })
    }

    /// A meeting of two clean vessels, on which no mark is due.
    mutating func addHonestMeeting() {
        let scene = meetingScene(in: lane())
        let hull = hull()
        let habit = ReportingHabit(interval: 30...90)
        let moments = habit.moments(over: scene.hostSpan, using: &random)
        add(rows(of: statement(of: scene.host), hull: hull, on: scene.hostMotion, at: moments, habit: habit))
        identity(scene.host.mmsi, is: .clean, hulls: [hull])
        addGuest(scene)
        addTruth(scene)
    }
}
