import Foundation
import MaritimeModel
import TestSupport
import Testing

@testable import Reporting

/// Segments as lines on a map.
struct TrackGeoJSONReportTests {
    private static let text: String = {
        var bytes: [UInt8] = []
        renderTracks(.geojson, account: SampleAccount.account) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }()

    @Test func everySegmentIsAFeature() throws {
        let collection = try jsonObject(TrackGeoJSONReportTests.text)
        #expect(collection["type"] as? String == "FeatureCollection")
        let features = try #require(collection["features"] as? [[String: Any]])
        let types = features.map { ($0["geometry"] as? [String: Any])?["type"] as? String }
        #expect(types == ["LineString", "LineString", "LineString", "MultiLineString", "LineString", "Point"])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(properties.map { $0["segment"] as? Int } == [1, 2, 3, 1, 1, 1])
        // The third segment lies outside the times of both doubts.
        #expect(properties[0]["doubts"] as? [String] == ["shared_identity"])
        #expect(properties[2]["doubts"] as? [String] == [])
        #expect((collection["findings"] as? [Any])?.count == 3)
    }

    @Test func everyCornerHasItsTime() throws {
        let features = try #require(jsonObject(TrackGeoJSONReportTests.text)["features"] as? [[String: Any]])
        let cut = features[3]
        let lines = try #require((cut["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]])
        let times = try #require((cut["properties"] as? [String: Any])?["coordinate_times"] as? [[String]])
        #expect(lines.map(\.count) == times.map(\.count))
        #expect(
            lines == [
                [[179.5, -10], [180, -10.5]], [[-180, -10.5], [-179.5, -11], [-179, -11], [-180, -11.5]],
                [[180, -11.5], [179, -12], [180, -12]], [[-180, -12], [-179.75, -12]],
            ])
        #expect(times[0] == ["2026-01-03T00:00:00Z", "2026-01-03T00:30:00Z"])
    }

    /// The reader that QGIS uses; not on every machine.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo"), "ogrinfo is not installed"))
    func ogrReadsEveryFeature() throws {
        let folder = try TemporaryFolder()
        try folder.write("tracks.geojson", TrackGeoJSONReportTests.text)
        let outcome = try ProgramRunner(path: "/usr/bin/ogrinfo").run(
            ["-ro", "-al", "-so", "tracks.geojson"], folder: folder)
        #expect(outcome.exitCode == 0)
        #expect(outcome.text.contains("Feature Count: 6"))
        #expect(outcome.text.contains("start: DateTime") && outcome.text.contains("segment: Integer"))
        let all = outcome.text + outcome.errorText
        #expect(!all.contains("ERROR") && !all.contains("Warning"), "\(all)")
    }

    @Test(arguments: 0..<200)
    func randomTracksAreCutAtTheDatelineAndNowhereElse(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let longitudes = [180, -180, 179.9, -179.9, 170, -170, 179.999_999_9, -100, 100, 10]
        let fixes = (0..<Int.random(in: 2...12, using: &random)).compactMap { number in
            GeoPosition(
                latitude: Double.random(in: -90...90, using: &random),
                longitude: longitudes.randomElement(using: &random) ?? 0
            ).map { TimedPosition(time: SampleReport.time(number * 60), position: $0) }
        }
        let vertices = Array(TrackVertices(SegmentFixes(fixes)))
        let starts = vertices.indices.filter { vertices[$0].startsLine } + [vertices.count]
        #expect(starts.first == 0, "seed \(seed)")
        for (start, end) in zip(starts, starts.dropFirst()) {
            #expect(end - start >= 2, "a line of one corner, seed \(seed)")
            for (one, other) in zip(vertices[start..<end], vertices[start..<end].dropFirst()) {
                #expect(abs(one.longitude - other.longitude) <= 180, "a line across the map, seed \(seed)")
                #expect(one.time <= other.time, "seed \(seed)")
            }
            guard start > 0 else { continue }
            // The lines meet on the meridian, at one latitude.
            #expect(abs(vertices[start].longitude) == 180, "seed \(seed)")
            #expect(vertices[start - 1].longitude == -vertices[start].longitude, "seed \(seed)")
            #expect(vertices[start - 1].latitude == vertices[start].latitude, "seed \(seed)")
        }
        let crossings = zip(fixes, fixes.dropFirst()).count { one, other in
            abs(one.position.longitude - other.position.longitude) > 180
        }
        #expect(starts.count - 2 <= crossings, "seed \(seed)")
        for fix in fixes {
            #expect(
                vertices.contains {
                    $0.time == fix.time && $0.latitude == fix.position.latitude
                        && abs($0.longitude) == abs(fix.position.longitude)
                }, "a fix is missing, seed \(seed)")
        }
    }

    @Test(arguments: 0..<50)
    func neighboursAreThoseThatShareAMoment(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var spans = (0..<30).map { _ in
            let start = Int.random(in: 0...1_000, using: &random)
            return start...(start + Int.random(in: 0...100, using: &random))
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
        let segments = spans.enumerated().map { number, span in
            SampleAccount.segment(
                number + 1,
                span.count == 1 ? [(span.lowerBound, 0, 0)] : [(span.lowerBound, 0, 0), (span.upperBound, 0, 0)])
        }
        for (number, named) in SegmentNeighbours.named(in: segments).enumerated() {
            let all = spans.indices.filter { $0 != number && spans[$0].overlaps(spans[number]) }.map { $0 + 1 }
            #expect(named.areAll == (all.count <= SegmentNeighbours.most), "seed \(seed)")
            #expect(named.numbers.count == min(all.count, SegmentNeighbours.most), "seed \(seed)")
            #expect(named.numbers.allSatisfy(all.contains), "seed \(seed)")
        }
    }
}
