import MaritimeModel

/// Transfers of oil, each planted to show one thing. Times are hours from the start of the world.
extension WorldBuilder {
    mutating func addTransfers() {
        addAnchoredTransfer()
        addDriftingTransfer()
        addTransferUnderWay()
        addMotherWithTwoDaughters()
        addTransferAcrossTheDateline()
        addTransferAcrossMidnight()
        addTransferWithSilence()
        addMeetingHiddenBySilence()
        addTransferInPort()
    }

    private mutating func addAnchoredTransfer() {
        begin(
            "anchored_transfer", .oilTransfer, latitude: 36.50, longitude: 22.80,
            shows: "a tanker goes alongside another one at anchor for seven and a half hours")
        var mother = vessel("ORVANDEL GRACE", .crudeTanker, draught: 148, destination: "FOR ORDERS")
        var daughter = vessel("TESKMAR", .productTanker, draught: 71, destination: "LACONIAN GULF")
        mother.load(128, from: startOfWorld + hours(13.8))
        daughter.load(112, from: startOfWorld + hours(13.8))
        var host = LocalPath(second: 0)
        host.swing(until: hours(30), radiusMetres: 25, using: &random)
        host.sail(east: -2_000, north: -28_000, knots: 12)
        add(mother, on: host)
        add(
            daughter,
            on: host.adding(
                .visit(alongside: hours(6)...hours(13.5), berth: (52, 8), bearingDegrees: 180, toMetres: 30_000)))
    }

    private mutating func addDriftingTransfer() {
        begin(
            "drifting_transfer", .oilTransfer, latitude: 29.60, longitude: 125.20,
            shows: "two tankers drift together; one is listed; 50 minutes of silence do not end the contact")
        let mother = vessel("HALVERINE", .crudeTanker, draught: 152, destination: "FOR ORDERS")
        let daughter = vessel("QUILLON ASTER", .productTanker, draught: 68, destination: "FOR ORDERS")
        var host = LocalPath(second: hours(26), east: 20_000, north: -9_000)
        host.sail(east: 0, north: 0, knots: 12)
        host.sail(east: 4_200, north: 1_500, knots: 0.8)
        host.sail(east: 8_700, north: 1_900, knots: 0.8)
        host.sail(east: 12_800, north: 3_900, knots: 0.8)
        host.sail(east: 16_000, north: 7_000, knots: 0.8)
        host.sail(east: 40_000, north: 9_000, knots: 12.5)
        add(mother, on: host)
        let silence = hours(33.6)...(hours(33.6) + 3_000)
        add(
            daughter,
            on: host.adding(.visit(alongside: hours(30.2)...hours(37.8), berth: (-40, 30), bearingDegrees: 300)),
            silences: [silence])
        list(
            SampleListing(
                entry: "S-001", name: daughter.name, imo: daughter.imo, mmsi: daughter.mmsi,
                listedOn: "2023-06-01", vessel: daughter.mmsi.description, match: "imo", timing: .listedAtTheTime))
    }

    private mutating func addTransferUnderWay() {
        begin(
            "under_way_transfer", .oilTransfer, latitude: 28.60, longitude: -94.40,
            shows: "a transfer at 4.5 kn on a common course that changes twice")
        let mother = vessel("BRELLANTH PIONEER", .crudeTanker, draught: 160, destination: "GALVESTON LTG AREA")
        let daughter = vessel("CORVESSA", .productTanker, draught: 74, destination: "GALVESTON LTG AREA")
        var host = LocalPath(second: hours(48), east: 9_000, north: 4_000)
        host.sail(east: -15_000, north: -4_000, knots: 4.5)
        host.sail(east: -34_000, north: -15_000, knots: 4.5)
        host.sail(east: -64_000, north: -21_000, knots: 4.5)
        add(mother, on: host)
        add(
            daughter,
            on: host.adding(
                .visit(
                    alongside: hours(50.5)...hours(55.6), berth: (-48, 36), bearingDegrees: 310,
                    fromMetres: 16_000, toMetres: 12_000, transitKnots: 8)))
    }

    private mutating func addMotherWithTwoDaughters() {
        begin(
            "mother_and_daughters", .oilTransfer, latitude: 2.20, longitude: 104.90,
            shows: "two daughters on either side of one mother, four hours of them together: one operation")
        var mother = vessel("GRAND MERIVALE", .crudeTanker, draught: 205, destination: "OFF TIOMAN")
        var eastern = vessel("LITTLE MERIVALE", .productTanker, draught: 66, destination: "OFF TIOMAN")
        var western = vessel("PELLUCID DAWN", .productTanker, draught: 64, destination: "OFF TIOMAN")
        mother.load(178, from: startOfWorld + hours(43))
        mother.load(149, from: startOfWorld + hours(49))
        eastern.load(118, from: startOfWorld + hours(42.5))
        western.load(121, from: startOfWorld + hours(48.5))
        var host = LocalPath(second: hours(26))
        host.swing(until: hours(60), radiusMetres: 20, using: &random)
        let mothers = add(mother, on: host)
        let easterns = add(
            eastern,
            on: host.adding(.visit(alongside: hours(33)...hours(42), berth: (58, 5), bearingDegrees: 80)))
        let westerns = add(
            western,
            on: host.adding(.visit(alongside: hours(38)...hours(48), berth: (-57, -6), bearingDegrees: 250)))
        pair(mothers, easterns, is: .oilTransfer)
        pair(easterns, westerns, is: .sameOperation)
    }

    private mutating func addTransferAcrossTheDateline() {
        begin(
            "dateline_transfer", .oilTransfer, latitude: 54.90, longitude: 179.93,
            shows: "a drifting transfer that begins at eastern longitudes and ends at western ones; "
                + "one tanker is listed by MMSI alone")
        let mother = vessel("ANTARES HOLLOW", .crudeTanker, draught: 151, destination: "FOR ORDERS")
        var daughter = vessel("NIMBLE FARTHING", .productTanker, draught: 70, destination: "FOR ORDERS")
        daughter.imo = nil
        var host = LocalPath(second: hours(26), east: -18_000, north: -12_000)
        host.sail(east: -2_000, north: 0, knots: 11)
        host.sail(east: 6_500, north: 600, knots: 0.9)
        host.sail(east: 14_000, north: 2_500, knots: 0.9)
        host.sail(east: 40_000, north: -9_000, knots: 12)
        add(mother, on: host)
        add(
            daughter,
            on: host.adding(.visit(alongside: hours(29.3)...hours(35.1), berth: (-20, 46), bearingDegrees: 20)))
        list(
            SampleListing(
                entry: "S-003", name: "NIMBLE FARTHING", imo: nil, mmsi: daughter.mmsi, listedOn: "2022-11-30",
                vessel: daughter.mmsi.description, match: "mmsi", timing: .listedAtTheTime))
    }

    private mutating func addTransferAcrossMidnight() {
        begin(
            "midnight_transfer", .oilTransfer, latitude: 35.75, longitude: -4.20,
            shows: "a transfer across UTC midnight, a new year and two files of different layout; "
                + "one tanker was listed only later")
        let mother = vessel("VESPERINE", .crudeTanker, draught: 149, destination: "FOR ORDERS")
        let daughter = vessel("MARROWGATE", .productTanker, draught: 73, destination: "CEUTA ANCH")
        var host = LocalPath(second: hours(18), east: 26_000, north: 9_000)
        host.sail(east: 0, north: 0, knots: 12)
        host.sail(east: 2_900, north: 700, knots: 0.5)
        host.sail(east: 8_300, north: 1_300, knots: 0.5)
        host.sail(east: 30_000, north: 4_000, knots: 12)
        add(mother, on: host)
        add(
            daughter,
            on: host.adding(.visit(alongside: hours(21.7)...hours(26.9), berth: (30, 44), bearingDegrees: 260)))
        list(
            SampleListing(
                entry: "S-004", name: mother.name, imo: mother.imo, mmsi: nil, listedOn: "2024-05-14",
                vessel: mother.mmsi.description, match: "imo", timing: .listedLater))
    }

    private mutating func addTransferWithSilence() {
        begin(
            "silent_transfer", .oilTransfer, latitude: 18.00, longitude: 62.00,
            shows: "one tanker is silent for 102 minutes while alongside: nothing is inferred for that time, "
                + "so the pair has two meetings")
        let mother = vessel("THORNWICK SPIRIT", .crudeTanker, draught: 147, destination: "FOR ORDERS")
        let daughter = vessel("ELDERQUAY", .productTanker, draught: 69, destination: "FOR ORDERS")
        var host = LocalPath(second: hours(49), east: -14_000, north: 12_000)
        host.sail(east: 0, north: 0, knots: 11.5)
        host.sail(east: 5_000, north: -5_500, knots: 0.9)
        host.sail(east: 17_500, north: -14_500, knots: 0.9)
        host.sail(east: 40_000, north: -36_000, knots: 11.5)
        add(mother, on: host)
        add(
            daughter,
            on: host.adding(.visit(alongside: hours(51.8)...hours(61), berth: (42, -26), bearingDegrees: 100)),
            silences: [hours(55.2)...hours(56.9)])
    }

    private mutating func addMeetingHiddenBySilence() {
        begin(
            "too_silent", .oilTransfer, latitude: 2.50, longitude: 3.00,
            shows: "a meeting of three hours of which 84 minutes are silent: less than two hours were observed, "
                + "so it is not reported")
        let mother = vessel("OUTER LANTERN", .crudeTanker, draught: 150, destination: "FOR ORDERS")
        let daughter = vessel("SABLE THISTLE", .productTanker, draught: 72, destination: "FOR ORDERS")
        var host = LocalPath(second: hours(48))
        host.sail(east: 14_000, north: 3_000, knots: 0.7)
        add(mother, on: host, silences: [hours(54.9)...hours(56.3)])
        add(
            daughter,
            on: host.adding(.visit(alongside: hours(54)...hours(57), berth: (-36, -34), bearingDegrees: 210)))
    }

    private mutating func addTransferInPort() {
        begin(
            "in_port", .oilTransfer, latitude: 37.005, longitude: 22.11, isInPort: true,
            shows: "a tanker alongside another one inside a port's waters: hidden by the default profile")
        let berthed = vessel("KESTREL MEADOW", .productTanker, draught: 82, destination: "KALAMATA")
        let visitor = vessel("MERRY CINDER", .bunkerTanker, draught: 48, destination: "KALAMATA")
        var host = LocalPath(second: hours(58))
        host.hold(until: hours(70))
        add(berthed, on: host, isMoored: true)
        add(
            visitor,
            on: host.adding(
                .visit(
                    alongside: hours(61)...hours(66), berth: (-18, -26), bearingDegrees: 195,
                    fromMetres: 14_000, toMetres: 14_000, transitKnots: 9)))
    }
}

extension SyntheticVessel {
    /// States another draught from a moment on, in decimetres and seconds since 1970.
    fileprivate mutating func load(_ decimetres: Int, from second: Int) {
        draughts.append(.init(from: Timestamp(secondsSince1970: Int64(second)), decimetres: decimetres))
    }
}
