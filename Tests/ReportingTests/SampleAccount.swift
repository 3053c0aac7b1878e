import MaritimeModel

/// An account of tracks that uses every part of a report: made by hand, with invented vessels.
enum SampleAccount {
    static var account: TrackAccount {
        var account = TrackAccount(version: "0.1.0", rawTracks: false)
        account.inputs = SampleReport.run.inputs
        account.ledger = SampleReport.run.ledger
        account.identities = 5
        account.identitiesWithFixes = 4
        account.vessels = [shared, onTheDateline, plain, silent, oneFix]
        account.findings = SampleReport.findings
        account.warnings = ["The times of broken.csv.gz have no zone: they are taken as UTC."]
        return account
    }

    /// The same, with only one vessel asked for.
    static var asked: TrackAccount {
        var account = account
        account.vesselsAskedFor = [plain.vessel.id]
        account.vessels = [plain]
        account.findings = []
        account.includeGear = true
        return account
    }

    /// Nothing could be read of anything.
    static var empty: TrackAccount {
        var account = TrackAccount(version: "0.1.0", rawTracks: true)
        account.inputs = [InputRecord(path: "-", bytes: 0, modified: nil)]
        return account
    }

    /// A segment of fixes (seconds, latitude, longitude), its measures invented.
    static func segment(
        _ number: Int, _ fixes: [(seconds: Int, latitude: Double, longitude: Double)], overlapsAnother: Bool = false
    ) -> SegmentAccount {
        let positions = fixes.compactMap { fix in
            GeoPosition(latitude: fix.latitude, longitude: fix.longitude).map {
                TimedPosition(time: SampleReport.time(fix.seconds), position: $0)
            }
        }
        let isLone = positions.count == 1
        return SegmentAccount(
            number: number, fixes: SegmentFixes(positions), pathMetres: isLone ? 0 : 12_345.67,
            medianSpeedKnots: isLone ? nil : 0.425, greatestSpeedKnots: isLone ? nil : 11.999,
            longestSilenceSeconds: isLone ? 0 : 3_600, overlapsAnother: overlapsAnother)
    }

    static func vessel(_ id: String, _ segments: [SegmentAccount], doubts: [TrackDoubt] = []) -> VesselAccount {
        let first = segments.map(\.start).min() ?? SampleReport.time(0)
        let last = segments.map(\.end).max() ?? SampleReport.time(60)
        return VesselAccount(
            vessel: TrackedVessel(
                id: id, staticData: VesselStaticData(), fixCount: segments.reduce(0) { $0 + $1.fixes.count },
                firstSeen: first, lastSeen: last),
            segments: segments, doubts: doubts)
    }

    // MARK: Vessels

    /// Two segments at one time, doubts, rejects, and a name that would steer a terminal.
    private static var shared: VesselAccount {
        var account = vessel(
            "200000001",
            [
                segment(1, [(0, 25, 56), (3_600, 25.01, 56.01), (7_200, 25.02, 56.03)], overlapsAnother: true),
                segment(2, [(1_800, -36.25, -24), (5_400, -36.25, -24.000_000_1)], overlapsAnother: true),
                segment(3, [(90_000, -36, -24), (93_600, -36.1, -24)]),
            ], doubts: SampleReport.doubts)
        account.vessel.rejected = [.outlier: 12, .duplicate: 1_234, .badPosition: 0]
        account.vessel.staticData.names = [
            seen(SampleReport.hostileName, rows: 3), seen("STELLA", rows: 40), seen(SampleReport.longName, rows: 1),
        ]
        account.vessel.staticData.imoNumbers = [4_000_010, 4_000_022].compactMap { IMONumber($0) }.map { seen($0) }
        account.vessel.staticData.callSigns = [seen("XX1234")]
        account.vessel.staticData.aisTypes = [seen(80), seen(70)]
        account.vessel.staticData.shipTypes = [seen(.tanker, rows: 41), seen(.cargo)]
        account.vessel.staticData.lengths = [seen(274), seen(273.5)]
        account.vessel.staticData.beams = [seen(48)]
        account.vessel.staticData.draughts = [seen(9.1), seen(14.85)]
        account.vessel.staticData.destinations = [seen("FOR ORDERS"), seen("\u{1B}]0;x\u{7}")]
        return account
    }

    /// Over the dateline and back, once by way of the meridian itself.
    private static let onTheDateline = vessel(
        "200000005",
        [
            segment(
                1,
                [
                    (0, -10, 179.5), (3_600, -11, -179.5), (7_200, -11, -179), (10_800, -11.5, 180), (14_400, -12, 179),
                    (18_000, -12, 180), (21_600, -12, -179.75),
                ])
        ])

    private static var plain: VesselAccount {
        var account = vessel("200000006", [segment(1, [(0, 0, 0), (60, 0, 0)])])
        account.vessel.staticData.names = [seen("TONGA")]
        account.vessel.staticData.shipTypes = [seen(.fishing)]
        account.vessel.staticData.destinations = [seen(SampleReport.wideName)]
        return account
    }

    /// Known from rows without a position; nothing to remark but the finding.
    private static let silent = vessel("200000077", [])

    /// One fix, and an id that needs quotes everywhere.
    private static let oneFix = vessel("a,\"b\"\u{1B}[2J", [segment(1, [(0, 90, -180)])])

    private static func seen<Value>(_ value: Value, rows: Int = 1) -> ObservedValue<Value> {
        ObservedValue(
            value: value, firstSeen: SampleReport.time(rows), lastSeen: SampleReport.time(rows * 100), count: rows)
    }
}
