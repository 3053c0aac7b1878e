import MaritimeModel

/// A run and its events that use every part of a report: made by hand, with invented vessels.
enum SampleReport {
    /// What an unkind sender could put in a name: an escape sequence, line ends, a direction override, quotes.
    static let hostileName = "\u{1B}[31mEVIL\u{1B}[0m\"; \\ ,\r\nNAME\u{2028}\u{202E}\u{0}\u{9B}x\u{7F}"
    static let longName = String(repeating: "VERY LONG NAME ", count: 20)
    static let wideName = "第八十八號長春丸漁船遠洋漁業株式會社第八十八號長春丸漁船"

    static let events: [RendezvousEvent] = [
        doubted(flagged), inOperationFlagged, inOperation, dateline, doubted(hostile), bare,
    ]

    static var run: RunRecord {
        var run = RunRecord(
            version: "0.1.0", profile: .oil, parameters: Profile.oil.parameters,
            filter: EventFilter(
                after: time(0), before: time(10 * 86_400),
                box: EventFilter.BoundingBox(west: 20, south: -60.5, east: -170, north: 60)),
            rawTracks: true)
        run.inputs = inputs
        for input in inputs { run.ledger.add(input.ledger) }
        run.vessels = 1_234
        run.vesselsWithFixes = 1_200
        run.lists = [list]
        run.listedVessels = [
            ListedVesselSighting(
                id: "200000001", name: "STELLA", imo: IMONumber(4_000_010), fixes: 1_432, firstSeen: time(0),
                lastSeen: time(259_000), match: imoMatch, timing: .listedAtTheTime, events: [flagged.id.description]),
            ListedVesselSighting(
                id: "200000009", name: nil, imo: nil, fixes: 1, firstSeen: time(5), lastSeen: time(5),
                match: mmsiMatch, timing: .notStated, events: []),
        ]
        run.identityFindings = findings
        run.excluded = [.inPort: 3, .speedRule: 1, .typeRule: 12_345, .sameHull: 1]
        run.eventCount = events.count
        run.flaggedCount = events.count(where: \.flagged)
        run.warnings = ["The times of broken.csv.gz have no zone: they are taken as UTC."]
        run.timing.readingSeconds = 1.25
        run.timing.detectionSeconds = 0.5
        run.timing.totalSeconds = 1.8125
        run.timing.threads = 2
        return run
    }

    /// A run in which nothing was found and no list was checked.
    static var emptyRun: RunRecord {
        var run = RunRecord(
            version: "0.1.0", profile: .starboard, parameters: Profile.starboard.parameters, filter: EventFilter(),
            rawTracks: true)
        run.inputs = [InputRecord(path: "-", bytes: 0, modified: nil)]
        return run
    }

    /// Midnight before 3 January 2026, and so many seconds.
    static func time(_ seconds: Int) -> Timestamp {
        Timestamp(secondsSince1970: 1_767_398_400 + Int64(seconds))
    }

    /// The id of one of many events; it begins with `sts-aaaaaaaa`.
    static func manyID(_ number: Int) -> EventID { EventID(0xAAAA_AAAA_0000_0000 + UInt64(number)) }

    /// Many events that differ in their id and their time in contact.
    static func events(count: Int) -> [RendezvousEvent] {
        (0..<count).map { number in
            var event = dateline
            event.id = manyID(number)
            event.ledger.contactSeconds = 7_200 + number
            return event
        }
    }

    static let findings = [
        IdentityFinding(
            kind: .gear, ids: ["200000077"], carrier: "200000005", evidence: .carriedByAShip, start: time(100),
            end: time(90_000), figures: [TrackDoubt.Figure("median_distance_m", 12.345_678)],
            says: "It was within 50 m of one fishing vessel wherever that went.", meetings: 3),
        IdentityFinding(
            kind: .oneHull, ids: ["200000001", hostileName], evidence: .sameIMO, start: time(0), end: time(0),
            figures: [], says: "Both state one IMO number. \(hostileName)"),
        IdentityFinding(
            kind: .sharedIdentity, ids: ["200000001"], evidence: .overlappingTracks, start: time(0), end: time(7_200),
            figures: [TrackDoubt.Figure("distance_km", 8_000), TrackDoubt.Figure("none", .nan)],
            says: "Two tracks 8 000 km apart carry it by turns.", meetings: 1),
    ]

    static let doubts = [
        TrackDoubt(
            reason: .sharedIdentity, start: time(0), end: time(7_200),
            figures: [TrackDoubt.Figure("distance_km", 8_000), TrackDoubt.Figure("turns", 12)],
            says: "Two tracks that one hull cannot have sailed carry this identity by turns."),
        TrackDoubt(
            reason: .circle, start: time(15_000), end: time(16_000), figures: [TrackDoubt.Figure("radius_m", 512.25)],
            says: "The track is a circle of 512 m. \(hostileName)"),
    ]

    // MARK: Parts

    /// The same event with two doubts about one vessel and one about another.
    private static func doubted(_ event: RendezvousEvent) -> RendezvousEvent {
        var event = event
        event.doubts = [
            EventDoubt(vessel: 0, doubt: doubts[0]), EventDoubt(vessel: 0, doubt: doubts[1]),
            EventDoubt(vessel: 1, doubt: doubts[0]),
        ]
        return event
    }

    private static var inputs: [InputRecord] {
        var good = InputRecord(
            path: "tracks/2026/january/ais-2026-01-03.csv.gz", bytes: 123_456_789, modified: time(-5))
        good.layout = "NOAA MarineCadastre 2018"
        good.ledger.rows = 1_050_000
        good.ledger.fixes = 1_040_000
        good.ledger.identityOnly = 797
        good.ledger.reject(.notAVessel, count: 8_000)
        good.ledger.reject(.duplicate, count: 1_203)
        good.firstTime = time(0)
        good.lastTime = time(86_399)
        var broken = InputRecord(path: "tracks/broken.csv.gz", bytes: 4_096, modified: time(7))
        broken.layout = "DMA aisdk"
        broken.ledger.rows = 120
        broken.ledger.fixes = 100
        broken.ledger.reject(.badTime, count: 20)
        broken.firstTime = time(86_400)
        broken.lastTime = time(172_800)
        broken.failure =
            "The archive ends in the middle of a block after 120 rows: fetch it again, or cut off the damaged end."
        var unread = InputRecord(path: "\(hostileName)/\(longName).csv", bytes: 17, modified: nil)
        unread.failure = "No column looks like an identity; the headers are a, b, c. Name them with --columns."
        return [good, broken, unread]
    }

    private static let list = CheckedList(
        name: "OFAC SDN",
        files: [
            CheckedList.ListFile(
                path: "lists/ofac/sdn.csv", bytes: 4_567_890, sha256: String(repeating: "0123456789abcdef", count: 4),
                modified: time(-86_400 * 30))
        ],
        publishedOn: CivilDate(year: 2_025, month: 12, day: 1), entries: 9_350, vessels: 406,
        warnings: ["sdn.csv line 17: the IMO number 1234567 has a wrong check digit and is not compared."])

    private static let stella = PartyReference(
        list: "OFAC SDN", entry: "15036", name: "STELLA EX MARIS", kind: .vessel, programmes: ["IRAN", "SDGT"],
        listedOn: CivilDate(year: 2_012, month: 7, day: 12))

    private static let imoMatch = SanctionsMatch(
        kind: .imo, confidence: 0.99, explanation: "the vessel and the entry both state IMO 4000010", matched: stella,
        matchedIMO: IMONumber(4_000_010), listed: stella,
        path: [
            TieStep(
                PartyLink(.linkedTo, to: .name("MARIS HOLDING"), words: "Linked To:"), source: "OFAC SDN",
                to: PartyReference(
                    list: "OFAC SDN", entry: "15037", name: "MARIS HOLDING", kind: .organisation, programmes: ["IRAN"]))
        ])

    private static let luna = PartyReference(list: "Own list", entry: "7", name: "LUNA, \"THE\"", kind: .vessel)

    private static let mmsiMatch = SanctionsMatch(
        kind: .mmsi, confidence: 0.7,
        explanation: "the vessel sends MMSI 200000009, which the entry gives; neither states a conflicting IMO number",
        matched: luna, listed: luna)

    private static let mother = PartyReference(
        list: "OFAC SDN", entry: "29999", name: "MOTHER", kind: .vessel,
        listedOn: CivilDate(year: 2_026, month: 2, day: 1))

    private static let laterMatch = SanctionsMatch(
        kind: .imo, confidence: 0.99, explanation: "the vessel and the entry both state IMO 4000034", matched: mother,
        matchedIMO: IMONumber(4_000_034), listed: mother)

    private static let flagged = RendezvousEvent(
        id: EventID(1), operationID: nil,
        vessels: [
            vessel("200000001", name: "STELLA", imo: 4_000_010, flag: "XA", type: .tanker),
            vessel("200000002", name: "BORA", imo: 4_000_022, flag: nil, type: .unknown),
        ],
        start: time(15_129), end: time(34_262),
        ledger: ContactLedger(
            contactSeconds: 19_098, contacts: 2, longestSilenceSeconds: 540, onStretchesUpTo10Minutes: 17_098,
            onStretchesUpTo30Minutes: 2_000, onLongerStretches: 0, steadySeconds: 15_000),
        latitude: 25.123_456_78, longitude: 56.5,
        distance: DistanceSummary(minimum: 23.44, minimumAtFix: 24.5, median: 41.25, maximum: 499.96),
        place: EventPlace(portKilometres: 42.123_4, port: "Port Invented", portCountry: "XB"),
        sanctions: [SanctionsHit(vessel: 0, match: imoMatch, timing: .listedAtTheTime)])

    private static let inOperationFlagged = RendezvousEvent(
        id: EventID(2), operationID: OperationID(0xaa),
        vessels: [
            vessel("200000003", name: "MOTHER", imo: 4_000_034, flag: "XC", type: .tanker),
            vessel("200000009", name: nil, imo: nil, flag: nil, type: .cargo),
        ],
        start: time(80_000), end: time(95_000),
        ledger: ContactLedger(
            contactSeconds: 15_000, contacts: 1, longestSilenceSeconds: 3_599, onStretchesUpTo10Minutes: 0,
            onStretchesUpTo30Minutes: 1_000, onLongerStretches: 14_000, steadySeconds: 0),
        latitude: -36.25, longitude: 24.000_000_04,
        distance: DistanceSummary(minimum: 0, median: 80, maximum: 120), place: EventPlace(),
        sanctions: [
            SanctionsHit(vessel: 1, match: mmsiMatch, timing: .notStated),
            SanctionsHit(vessel: 0, match: laterMatch, timing: .listedLater),
        ])

    private static let inOperation = RendezvousEvent(
        id: EventID(3), operationID: OperationID(0xaa),
        vessels: [
            vessel("200000003", name: "MOTHER", imo: 4_000_034, flag: "XC", type: .tanker),
            vessel("200000004", name: "DAUGHTER", imo: nil, flag: "XD", type: .highSpeed),
        ],
        start: time(81_000), end: time(99_000),
        ledger: ContactLedger(
            contactSeconds: 18_000, contacts: 1, longestSilenceSeconds: 60, onStretchesUpTo10Minutes: 18_000,
            onStretchesUpTo30Minutes: 0, onLongerStretches: 0, steadySeconds: 18_000),
        latitude: -36.25, longitude: 24.001, distance: DistanceSummary(minimum: 12, median: 30, maximum: 44),
        place: EventPlace(portKilometres: 3.25, port: "Cape Nowhere", inPort: true))

    /// A meeting on the dateline whose mean longitude ran over it.
    private static let dateline = RendezvousEvent(
        id: EventID(4), operationID: OperationID(0xbb),
        vessels: [
            vessel("200000005", name: "TASMAN", imo: nil, flag: "XE", type: .fishing),
            vessel("200000006", name: "TONGA", imo: nil, flag: "XE", type: .fishing),
        ],
        start: time(100_000), end: time(400_000),
        ledger: ContactLedger(
            contactSeconds: 290_000, contacts: 12, longestSilenceSeconds: 4_000, onStretchesUpTo10Minutes: 290_000,
            onStretchesUpTo30Minutes: 0, onLongerStretches: 0, steadySeconds: 100),
        latitude: -0.000_000_01, longitude: 180.000_05,
        distance: DistanceSummary(minimum: 100, median: 250, maximum: 500),
        place: EventPlace(portKilometres: 1_204.5, port: nil))

    private static let hostile = RendezvousEvent(
        id: EventID(5), operationID: OperationID(0xbb),
        vessels: [
            vessel("200000006", name: hostileName, imo: nil, flag: "XE", type: .fishing),
            vessel(wideName, name: wideName, imo: nil, flag: nil, type: .other),
            vessel("zz", name: longName, imo: nil, flag: nil, type: .tug),
        ],
        start: time(120_000), end: time(130_000),
        ledger: ContactLedger(
            contactSeconds: 9_999, contacts: 1, longestSilenceSeconds: 90, onStretchesUpTo10Minutes: 9_999,
            onStretchesUpTo30Minutes: 0, onLongerStretches: 0, steadySeconds: 9_999),
        latitude: 1.5, longitude: -179.5, distance: DistanceSummary(minimum: 1, median: 2, maximum: 1_250),
        place: EventPlace(portKilometres: 8, port: hostileName, portCountry: longName))

    /// An event of which hardly anything is known, with figures that are no numbers.
    private static let bare = RendezvousEvent(
        id: EventID(6), operationID: nil, vessels: [EventVessel(id: "a", fixes: 1, medianSpeedKnots: .nan)],
        start: time(130_000), end: time(137_200),
        ledger: ContactLedger(
            contactSeconds: 7_200, contacts: 1, longestSilenceSeconds: 0, onStretchesUpTo10Minutes: 0,
            onStretchesUpTo30Minutes: 0, onLongerStretches: 0, steadySeconds: 0),
        latitude: .nan, longitude: .infinity,
        distance: DistanceSummary(minimum: -0.0, median: .nan, maximum: -.infinity), place: EventPlace())

    private static func vessel(
        _ id: String, name: String?, imo: UInt32?, flag: String?, type: ShipType
    ) -> EventVessel {
        var vessel = EventVessel(id: id, fixes: 143, medianSpeedKnots: 0.42)
        vessel.mmsi = MMSI(id)
        vessel.imo = imo.flatMap { IMONumber($0) }
        vessel.name = name
        vessel.flag = flag
        vessel.type = type
        if type == .tanker {
            vessel.callSign = "XX1234"
            vessel.aisType = 80
            vessel.length = 274
            vessel.beam = 48.5
            vessel.draughtBefore = 9.1
            vessel.draughtAfter = 14.8
            vessel.destination = "FOR ORDERS"
        }
        return vessel
    }
}
