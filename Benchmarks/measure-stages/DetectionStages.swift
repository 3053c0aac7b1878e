import FixMemory
import MaritimeModel
import RendezvousDetection
import WorkSharing

/// Finding pairs, solving contacts and measuring meetings, each beside a copy of the fixes that it looks at.
final class DetectionStages {
    private let tracks: TrackTable
    private let fixBytes: Int
    private var grid: Measurement
    private var solving: Measurement
    private var measuring: Measurement

    private static let bytesOfAFix = 12
    private static let metres = 500.0
    private static let gapSeconds = 3_600

    init(tracks: TrackTable) {
        self.tracks = tracks
        let fixes = tracks.fixCount
        fixBytes = fixes * Self.bytesOfAFix
        grid = Measurement("grid", unit: "fixes", count: fixes, floor: "fixes copied")
        solving = Measurement("contact solving", unit: "contacts", count: 0, floor: "their fixes copied")
        measuring = Measurement("meeting measures", unit: "fixes in meetings", count: 0, floor: "these fixes copied")
    }

    var measurements: [Measurement] { [grid, solving, measuring] }

    func measure() {
        let finder = ContactFinder(maxDistanceMetres: Self.metres, maxGapSeconds: Self.gapSeconds)
        // As the profiles ask: two hours, so that nearly all pairs are dropped unsolved.
        let clock = StageClock()
        let meetings = finder.meetings(
            in: tracks, joinGapSeconds: 1_800, minDurationSeconds: 7_200, threads: 1, clock: clock)
        grid.add(Self.total(clock, "sweep") + Self.total(clock, "join runs"), floor: Floors.copy(bytes: fixBytes))

        // Ten minutes: many contacts that have to be solved.
        let shorter = StageClock()
        let contacts = finder.meetings(
            in: tracks, joinGapSeconds: 0, minDurationSeconds: 600, threads: 1, clock: shorter)
        solving.count = contacts.count
        solving.add(
            Self.total(shorter, "solve"),
            floor: Floors.copy(bytes: contacts.reduce(0) { $0 + fixes(in: $1) } * Self.bytesOfAFix))

        let walked = meetings.reduce(0) { $0 + fixes(in: $1) }
        measuring.count = walked
        var total = 0.0
        let time = seconds {
            for meeting in meetings {
                let measure = MeetingMeasure(of: meeting, in: tracks, maxGapSeconds: Self.gapSeconds)
                total += measure.distance.median
            }
        }
        precondition(total.isFinite)
        measuring.add(time, floor: Floors.copy(bytes: walked * Self.bytesOfAFix))
    }

    /// The fixes of both vessels during a meeting.
    private func fixes(in meeting: Rendezvous) -> Int {
        [meeting.first, meeting.second].reduce(0) { sum, segment in
            let all = tracks.fixRange(ofSegment: segment)
            return sum + tracks.firstFix(in: all, notBefore: meeting.end)
                - tracks.firstFix(in: all, notBefore: meeting.start)
        }
    }

    private static func total(_ clock: StageClock, _ stage: String) -> Double {
        clock.entries.filter { $0.stage == stage }.reduce(0) { $0 + $1.seconds }
    }
}
