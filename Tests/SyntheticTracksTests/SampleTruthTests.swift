import Foundation
import MaritimeModel
import SyntheticTracks
import Testing

/// Compares the truth, which comes from the planned motion, with what the fixes alone say.
///
/// Fixes are joined by straight lines in latitude and longitude and looked at every second: nothing is shared with the
/// solver that wrote the truth.
@Suite struct SampleTruthTests {
    @Test func fixesAgreeWithTheTruthToTwoSecondsAndThreeMetres() throws {
        let tracks = Dictionary(grouping: sampleWorld.tracks, by: \.id)
        #expect(!sampleWorld.meetings.isEmpty)
        // The one hull on two MMSIs has a corner in one track only, so its two lines differ by a little.
        for meeting in sampleWorld.meetings where meeting.kind != .sameHull {
            let pair = try meeting.vessels.map { id in try #require(tracks[id]?.first).rows }
            for contact in meeting.contacts {
                let observed = try #require(observedContact(pair, near: contact), "\(meeting.scene): no contact")
                #expect(abs(observed.start - contact.lowerBound) <= 2, "\(meeting.scene) start")
                #expect(abs(observed.end - contact.upperBound) <= 2, "\(meeting.scene) end")
            }
            let least = meeting.contacts.compactMap { observedContact(pair, near: $0)?.least }.min()
            #expect(abs(try #require(least) - meeting.minDistanceMetres) <= 3, "\(meeting.scene) distance")
        }
    }

    @Test func contactsBeginAndEndSharplyOrWithTheTracks() throws {
        let tracks = Dictionary(grouping: sampleWorld.tracks, by: \.id)
        for meeting in sampleWorld.meetings where meeting.kind != .sameHull {
            let pair = try meeting.vessels.map { id in try #require(tracks[id]?.first).rows }
            for contact in meeting.contacts {
                for (edge, outwards) in [(contact.lowerBound, -20.0), (contact.upperBound, 20.0)] {
                    // Beyond the edge of a track or in a silence nothing is known.
                    guard let outside = distance(pair, at: edge + outwards) else { continue }
                    #expect(outside > 520, "\(meeting.scene): two metres of noise would move this by over two seconds")
                }
            }
        }
    }

    /// The contact seen in the fixes around a true one, by steps of a second; nil when they never come near.
    private func observedContact(
        _ pair: [[SyntheticRow]], near contact: ClosedRange<Double>
    ) -> (start: Double, end: Double, least: Double)? {
        let middle = (contact.lowerBound + contact.upperBound) / 2
        guard let inside = distance(pair, at: middle), inside <= 500 else { return nil }
        var least = inside
        let edges = [-1.0, 1.0].map { step in
            var moment = middle
            while let value = distance(pair, at: moment + step), value <= 500 {
                least = min(least, value)
                moment += step
            }
            return moment + step / 2
        }
        return (edges[0], edges[1], least)
    }

    /// The distance of two tracks at a moment; nil where one of them is not known.
    private func distance(_ pair: [[SyntheticRow]], at second: Double) -> Double? {
        guard let first = place(pair[0], at: second), let other = place(pair[1], at: second) else { return nil }
        let (phi, otherPhi) = (first.latitude * .pi / 180, other.latitude * .pi / 180)
        let delta = (other.longitude - first.longitude) * .pi / 180
        let haversine =
            pow(sin((otherPhi - phi) / 2), 2) + cos(phi) * cos(otherPhi) * pow(sin(delta / 2), 2)
        return 2 * earthRadiusMetres * asin(haversine.squareRoot())
    }

    private func place(_ rows: [SyntheticRow], at second: Double) -> (latitude: Double, longitude: Double)? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if Double(rows[middle].time.secondsSince1970) <= second { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let before = rows[low - 1]
        let begin = Double(before.time.secondsSince1970)
        if begin == second { return (before.position.latitude, before.position.longitude) }
        guard low < rows.count else { return nil }
        let after = rows[low]
        let end = Double(after.time.secondsSince1970)
        guard end - begin <= 3_600 else { return nil }
        var east = after.position.longitude - before.position.longitude
        if east > 180 { east -= 360 }
        if east < -180 { east += 360 }
        let fraction = (second - begin) / (end - begin)
        return (
            before.position.latitude + fraction * (after.position.latitude - before.position.latitude),
            before.position.longitude + fraction * east
        )
    }
}
