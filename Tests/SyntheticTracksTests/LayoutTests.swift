import MaritimeModel
import SyntheticTracks
import Testing

@Suite struct LayoutTests {
    private let vessel = SyntheticVessel(
        mmsi: UnallocatedIdentity.mmsi(0, of: UnallocatedIdentity.sampleMIDs), imo: UnallocatedIdentity.imo(0),
        name: "RAY \"CHIEF\" TONE", callSign: "QAA1000", aisType: 80, length: 274, beam: 48, destination: "A,B")

    private func line(
        _ layout: TrackLayoutName, latitudeE7: Int32 = 303_706_000, longitudeE7: Int32 = -885_640_849,
        speed: Int16 = 1_023, course: Int16 = 3_600, heading: Int16 = 511, draught: Int = 152
    ) -> String {
        let row = SyntheticRow(
            vessel: 0, time: Timestamp(secondsSince1970: 1_704_164_645),
            position: GeoPosition(latitudeE7: latitudeE7, longitudeE7: longitudeE7), speedTenths: speed,
            courseTenths: course, heading: heading, status: 1)
        var bytes: [UInt8] = []
        let writer = layout.layout
        writer.append(row, of: writer.prepare(vessel, draughtDecimetres: draught), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func headersAreThoseOfTheRealFiles() {
        #expect(
            NOAALayoutWriter().header
                == "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,"
                + "Draft,Cargo,TransceiverClass")
        #expect(
            NOAA2024LayoutWriter().header
                == "mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,"
                + "status,length,width,draft,cargo,transceiver")
        #expect(
            DMALayoutWriter().header
                == "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,IMO,"
                + "Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,Draught,"
                + "Destination,ETA,Data source type")
    }

    @Test func aRowInEachLayoutReadsAsTheRealOnes() {
        #expect(
            line(.noaa)
                == "291124601,2024-01-02T03:04:05,30.3706,-88.56408,102.3,360.0,511,\"RAY \"\"CHIEF\"\" TONE\","
                + "IMO\(UnallocatedIdentity.imo(0)),QAA1000,80,1,274,48,15.2,80,A\n")
        #expect(
            line(.noaa2024, speed: 4, course: 31, heading: 7, draught: 0)
                == "291124601,2024-01-02 03:04:05,-88.56408,30.3706,0.4,3.1,7,\"RAY \"\"CHIEF\"\" TONE\","
                + "IMO\(UnallocatedIdentity.imo(0)),QAA1000,80,1,274,48,0.0,80,A\n")
        #expect(
            line(.dma)
                == "02/01/2024 03:04:05,Class A,291124601,30.370600,-88.564085,At anchor,,,,,"
                + "\(UnallocatedIdentity.imo(0)),QAA1000,\"RAY \"\"CHIEF\"\" TONE\",Tanker,,48,274,GPS,15.2,"
                + "\"A,B\",,AIS\n")
    }

    @Test(arguments: [
        (Int32(0), "0.0"), (-1, "0.0"), (-50, "-0.00001"), (1_800_000_000, "180.0"), (-1_799_999_999, "-180.0"),
        (-5, "0.0"), (100_000_000, "10.0"), (100_010_000, "10.001"), (-49, "0.0"), (10_049, "0.001"),
    ])
    func coordinatesAreRoundedHalfAwayFromZero(e7: Int32, text: String) {
        #expect(line(.noaa, longitudeE7: e7).contains(",30.3706,\(text),"))
    }

    @Test func rowsHaveAsManyFieldsAsTheHeader() {
        for layout in TrackLayoutName.allCases {
            let name = "\"RAY \"\"CHIEF\"\" TONE\""
            let plain = line(layout).replacing(name, with: "").replacing("\"A,B\"", with: "")
            #expect(
                plain.split(separator: ",", omittingEmptySubsequences: false).count
                    == layout.layout.header.split(separator: ",").count)
        }
    }
}
