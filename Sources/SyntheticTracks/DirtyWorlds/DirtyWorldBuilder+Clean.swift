import MaritimeModel

/// Ships with honest tracks: a world of their own, and the background of the others.
extension DirtyWorldBuilder {
    /// Two ships of every sort.
    mutating func addCleanShips() {
        for sort in CleanShip.allCases + CleanShip.allCases { addCleanShip(sort) }
    }

    /// Ships of sorts drawn at random.
    mutating func addBackground(ships: Int) {
        for _ in 0..<ships { addCleanShip(CleanShip.allCases[random.below(CleanShip.allCases.count)]) }
    }

    mutating func addCleanShip(_ sort: CleanShip) {
        let vessel = vessel(sort.role)
        let hull = hull()
        let voyage = sort.voyage(in: lane(), using: &random)
        let moments = voyage.habit.moments(over: voyage.span, using: &random)
        add(rows(of: statement(of: vessel), hull: hull, on: voyage.motion, at: moments, habit: voyage.habit))
        identity(vessel.mmsi, is: .clean, hulls: [hull])
    }
}
