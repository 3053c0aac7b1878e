import MaritimeModel

/// Makes the rows of a fleet in time order, one at a time, with memory for its vessels alone.
///
/// Each vessel waits in the slot of the second in which it reports next (a timing wheel), so a row costs the same
/// whatever the number of vessels.
public struct FleetGenerator {
    /// What was asked for.
    public let plan: FleetPlan
    /// The vessels in the order of the rows' `vessel` numbers.
    public var vessels: [SyntheticVessel] { roster.vessels }

    private let roster: FleetRoster
    private var random: SplitMix64
    /// How much longer than usual vessels wait between reports, so that the rows fill the days: as planned, and as it
    /// is now, corrected for what chance and stops have done so far.
    private let plannedScale: Double
    private var intervalScale: Double
    /// The seconds over which the rows are to spread: half a percent less than the days.
    private let span: Double

    /// The leg on which each vessel is, and when it leaves it, in seconds from the start.
    private var leg: [Int32]
    private var legStart: [Double]
    private var legEnd: [Double]
    /// When each vessel reports next, in seconds from the start.
    private var nextReport: [Double]

    /// Vessels by the second of their next report: the first of each slot, and the one behind each vessel; -1 is none.
    private var slots: [Int32]
    private var behind: [Int32]
    private var second = 0
    private var waiting: Int32 = -1
    private var rowsLeft: Int

    /// Makes a generator; the plan must have no problem.
    public init(_ plan: FleetPlan) {
        if let problem = plan.problem { preconditionFailure(problem) }
        self.plan = plan
        roster = FleetRoster(plan)
        random = SplitMix64(seed: plan.seed ^ 0xF1EE_7F1E_E7F1)
        rowsLeft = plan.rows
        span = Double(plan.days) * 86_400 * 0.995
        plannedScale = roster.baseRate * span / Double(plan.rows)
        intervalScale = plannedScale
        let longest = Int(180 * plannedScale * FleetGenerator.greatestCorrection * 1.1) + 2

        let count = roster.vessels.count
        slots = Array(repeating: -1, count: longest + 1)
        behind = Array(repeating: -1, count: count)
        leg = []
        legStart = []
        legEnd = []
        nextReport = []
        for vessel in 0..<count {
            var number = roster.firstLeg[vessel]
            var begin = -roster.phase[vessel]
            while begin + roster.legs[number].seconds <= 0 {
                begin += roster.legs[number].seconds
                number = FleetGenerator.legAfter(number, of: vessel, in: roster)
            }
            leg.append(Int32(number))
            legStart.append(begin)
            legEnd.append(begin + roster.legs[number].seconds)
            nextReport.append(random.unit() * roster.legs[number].baseInterval * intervalScale)
        }
        for vessel in (0..<count).reversed() { wait(Int32(vessel)) }
        waiting = takeSlot()
    }

    /// The next row, or nil after the last one.
    public mutating func nextRow() -> SyntheticRow? {
        guard rowsLeft > 0 else { return nil }
        while waiting < 0 {
            second += 1
            waiting = takeSlot()
            if second % 60 == 0 { correctScale() }
        }
        rowsLeft -= 1
        let number = waiting
        let vessel = Int(number)
        waiting = behind[vessel]

        let moment = nextReport[vessel]
        while moment >= legEnd[vessel] { enterNextLeg(vessel) }
        let leg = roster.legs[Int(leg[vessel])]
        let row = row(of: vessel, on: leg, secondsIn: moment - legStart[vessel])
        // Never twice in a second: a vessel may not come into the slot that is being emptied.
        nextReport[vessel] = moment + max(1, leg.baseInterval * intervalScale * random.within(0.9...1.1))
        wait(number)
        return row
    }

    private static let greatestCorrection = 1.25

    /// Lets vessels report faster when the rows are behind the time, and slower when they are ahead.
    private mutating func correctScale() {
        let ahead = 1 - Double(rowsLeft) / Double(plan.rows) - Double(second) / span
        intervalScale = plannedScale * min(FleetGenerator.greatestCorrection, max(0.6, 1 + 10 * ahead))
    }

    private static func legAfter(_ leg: Int, of vessel: Int, in roster: FleetRoster) -> Int {
        leg + 1 < roster.firstLeg[vessel + 1] ? leg + 1 : roster.firstLeg[vessel]
    }

    private mutating func enterNextLeg(_ vessel: Int) {
        let next = FleetGenerator.legAfter(Int(leg[vessel]), of: vessel, in: roster)
        leg[vessel] = Int32(next)
        legStart[vessel] = legEnd[vessel]
        legEnd[vessel] += roster.legs[next].seconds
    }

    /// Puts a vessel into the slot of its next report, which is never more than the wheel's size away.
    private mutating func wait(_ vessel: Int32) {
        let slot = Int(nextReport[Int(vessel)]) % slots.count
        behind[Int(vessel)] = slots[slot]
        slots[slot] = vessel
    }

    /// The first vessel of the present second; the slot is empty then.
    private mutating func takeSlot() -> Int32 {
        let slot = second % slots.count
        defer { slots[slot] = -1 }
        return slots[slot]
    }

    /// A report with a metre or so of noise, in a port up to six metres each way; all of it drawn from one number.
    private mutating func row(of vessel: Int, on leg: FleetLeg, secondsIn: Double) -> SyntheticRow {
        let noise = random.next()
        let reach: Double = plan.shape == .port ? 4 : 1
        let latitude = leg.latitude + leg.latitudeRate * secondsIn + Double(Int(noise & 0xFF) - 128) * reach
        let longitude = leg.longitude + leg.longitudeRate * secondsIn + Double(Int(noise >> 8 & 0xFF) - 128) * reach
        let speed = max(0, leg.speedTenths + Int16(noise >> 16 & 3) - 1)
        let hasCourse = leg.courseTenths != SyntheticRow.courseNotAvailable
        let course =
            hasCourse
            ? (leg.courseTenths + Int16(noise >> 24 & 15)) % 3_600
            : (noise >> 28 & 7 == 0 ? 3_600 : Int16((noise >> 32) % 3_600))
        let about = roster.vessels[vessel]
        let heading = about.statesHeading ? (hasCourse ? course / 10 : Int16(vessel % 360)) : 511
        let isFishing = about.aisType == 30
        let status: Int8 = about.isClassA ? (isFishing ? 7 : leg.isAtRest ? 1 : 0) : 15
        return SyntheticRow(
            vessel: Int32(vessel),
            time: Timestamp(secondsSince1970: Int64(plan.firstDay.daysSince1970) * 86_400 + Int64(second)),
            position: GeoPosition(latitudeE7: Int32(latitude), longitudeE7: Int32(longitude)), speedTenths: speed,
            courseTenths: course, heading: heading, status: status)
    }
}
