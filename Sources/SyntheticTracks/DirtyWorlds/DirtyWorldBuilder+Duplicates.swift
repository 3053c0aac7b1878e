import MaritimeModel

/// The same message through several receivers, and rows repeated.
extension DirtyWorldBuilder {
    mutating func addDuplicates() {
        for sort in [CleanShip.ferry, .tanker, .anchored, .moored] {
            let vessel = vessel(sort.role)
            let voyage = sort.voyage(in: lane(), using: &random)
            var habit = voyage.habit
            // Where several receivers hear a ship, they hear it often.
            habit.interval = habit.interval.lowerBound > 100 ? 60...120 : 10...30
            habit.silences = []
            let span = 0...min(voyage.span.upperBound, habit.interval.upperBound * 600)
            addDuplicated(vessel, on: voyage.motion, over: span, habit: habit)
        }
        let scene = meetingScene(in: lane())
        addDuplicated(scene.host, on: scene.hostMotion, over: scene.hostSpan, habit: ReportingHabit(interval: 30...60))
        addGuest(scene)
        addTruth(scene)
    }

    private mutating func addDuplicated(
        _ vessel: SyntheticVessel, on motion: HullMotion, over span: ClosedRange<Double>, habit: ReportingHabit
    ) {
        let hull = hull()
        let moments = habit.moments(over: span, using: &random)
        let sent = rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit)
        add(sent)
        for row in sent {
            // A second receiver for a third of the rows, now and then a third one, each with its own delay and clock.
            for share in [0.33, 0.1] where random.unit() < share {
                var copy = stamped(row, at: moment(of: row) + random.within(1...10).rounded())
                copy.mark = .lateCopy
                add([copy])
            }
            if random.unit() < 0.05 {
                var copy = row
                copy.mark = .repeated
                add([copy])
            }
        }
        identity(vessel.mmsi, is: .duplicates, hulls: [hull])
    }
}
