import Foundation
import MaritimeModel
import Testing

@testable import Reporting

struct GeoJSONReportTests {
    @Test
    func everyEventIsAPointWithTheEventRecordAsItsProperties() throws {
        let collection = try jsonObject(rendered(.geojson))
        #expect(collection["type"] as? String == "FeatureCollection")
        let features = try #require(collection["features"] as? [[String: Any]])
        let events = try #require(jsonObject(rendered(.json))["events"] as? [[String: Any]])
        #expect(features.count == events.count)
        for (feature, event) in zip(features, events) {
            #expect(feature["id"] as? String == event["id"] as? String)
            var expected = event
            let position = try #require(expected.removeValue(forKey: "position") as? [String: Any])
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(NSDictionary(dictionary: properties) == NSDictionary(dictionary: expected))
            guard let latitude = position["latitude"] as? Double, let longitude = position["longitude"] as? Double
            else {
                #expect(feature["geometry"] is NSNull)
                continue
            }
            let geometry = try #require(feature["geometry"] as? [String: Any])
            #expect(geometry["type"] as? String == "Point")
            #expect(geometry["coordinates"] as? [Double] == [longitude, latitude])
            #expect((-180...180).contains(longitude) && (-90...90).contains(latitude))
        }
    }

    @Test
    func theBoxCrossesTheDatelineWhereThatIsTheShorterWay() throws {
        let box = try #require(GeoJSONReport.boundingBox(of: at([(10, 179), (-5, -178), (0, 180.5)])))
        #expect(box == EventFilter.BoundingBox(west: 179, south: -5, east: -178, north: 10))
        #expect(box.contains(latitude: 0, longitude: -179.5))
    }

    @Test
    func theBoxOfEventsOnOneSideIsAnOrdinaryOne() throws {
        let box = try #require(GeoJSONReport.boundingBox(of: at([(10, 24), (50, -5), (.nan, 170)])))
        #expect(box == EventFilter.BoundingBox(west: -5, south: 10, east: 24, north: 50))
    }

    @Test
    func theBoxOfOneEventIsItsPosition() throws {
        let box = try #require(GeoJSONReport.boundingBox(of: at([(10, 24)])))
        #expect(box == EventFilter.BoundingBox(west: 24, south: 10, east: 24, north: 10))
    }

    @Test
    func aCollectionWithoutEventsHasNoBox() throws {
        #expect(try jsonObject(rendered(.geojson, run: SampleReport.emptyRun, events: []))["bbox"] == nil)
    }

    /// The reader that QGIS uses; not on every machine.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo"), "ogrinfo is not installed"))
    func ogrReadsEveryFeature() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sts-reporting-\(UUID().uuidString).geojson")
        try Data(rendered(.geojson).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/ogrinfo")
        process.arguments = ["-al", "-so", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(output.contains("using driver `GeoJSON' successful"))
        #expect(output.contains("Feature Count: \(SampleReport.events.count)"))
        #expect(output.contains("start: DateTime") && output.contains("flagged: Integer(Boolean)"))
        #expect(!output.contains("ERROR") && !output.contains("Warning"), "\(output)")
    }

    private func at(_ positions: [(latitude: Double, longitude: Double)]) -> EventList {
        EventList(
            zip(SampleReport.events(count: positions.count), positions).map { event, position in
                var moved = event
                moved.latitude = position.latitude
                moved.longitude = position.longitude
                return moved
            })
    }
}
