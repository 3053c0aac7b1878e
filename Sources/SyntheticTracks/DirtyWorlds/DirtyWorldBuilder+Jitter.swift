import MaritimeModel

/// Positions and clocks that are a little wrong, at intervals so short that every metre looks like speed.
extension DirtyWorldBuilder {
    mutating func addJitter() {
        addNoisyShip(memory: 0)
        addNoisyShip(memory: 60)
        addShipWithTwoClocks()
        addShipWithSecondsOutOfOrder()
        addNoisyMeeting()
    }

    private mutating func drawnVoyage() -> CleanShip.Voyage {
        let sorts: [CleanShip] = [.tanker, .ferry, .fishing, .anchored, .moored, .dense]
        return sorts[random.below(sorts.count)].voyage(in: lane(), using: &random)
    }

    private mutating func addJittery(_ motion: HullMotion, habit: ReportingHabit, hours: Double, alter: Alteration) {
        let vessel = vessel(.cargoShip)
        let hull = hull()
        let moments = habit.moments(over: 0...(hours * 3_600), using: &random)
        var rows = rows(of: statement(of: vessel), hull: hull, on: motion, at: moments, habit: habit)
        alter(&rows, &self)
        add(rows)
        identity(vessel.mmsi, is: .jitter, hulls: [hull])
    }

    private typealias Alteration = (inout [DirtyRow], inout DirtyWorldBuilder) -> Void

    /// An error of up to 20 to 150 m, new for each fix or drifting about.
    private mutating func addNoisyShip(memory: Double) {
        let habit = ReportingHabit(interval: 2...10, noiseMetres: random.within(20...150), noiseMemory: memory)
        addJittery(drawnVoyage().motion, habit: habit, hours: 1) { _, _ in }
    }

    /// Two receivers whose clocks are up to ten seconds off hear the ship by turns.
    private mutating func addShipWithTwoClocks() {
        let offsets = [random.within(-10...10), random.within(-10...10)]
        addJittery(drawnVoyage().motion, habit: ReportingHabit(interval: 4...12), hours: 1.3) { rows, builder in
            for number in rows.indices {
                let offset = offsets[builder.random.below(2)]
                rows[number] = builder.stamped(rows[number], at: builder.moment(of: rows[number]) + offset)
            }
        }
    }

    /// Neighbours whose time stamps are exchanged.
    private mutating func addShipWithSecondsOutOfOrder() {
        addJittery(drawnVoyage().motion, habit: ReportingHabit(interval: 2...10), hours: 1) { rows, builder in
            var number = 1
            while number < rows.count {
                if builder.random.unit() < 0.1 {
                    let moments = (builder.moment(of: rows[number - 1]), builder.moment(of: rows[number]))
                    rows[number - 1] = builder.stamped(rows[number - 1], at: moments.1)
                    rows[number] = builder.stamped(rows[number], at: moments.0)
                    number += 1
                }
                number += 1
            }
        }
    }

    private mutating func addNoisyMeeting() {
        let scene = meetingScene(in: lane())
        let hull = hull()
        let habit = ReportingHabit(interval: 5...20, noiseMetres: random.within(20...60), noiseMemory: 0)
        let moments = habit.moments(over: scene.hostSpan, using: &random)
        add(rows(of: statement(of: scene.host), hull: hull, on: scene.hostMotion, at: moments, habit: habit))
        identity(scene.host.mmsi, is: .jitter, hulls: [hull])
        addGuest(scene)
        addTruth(scene)
    }
}
