import MaritimeModel
import RendezvousDetection
import TestSupport

/// How far two answers to one question may be apart that was asked in another place, at another time or in pieces.
///
/// Unit vectors and times are rounded to nanometres and fractions of a microsecond, which moves a crossing by less than
/// a millisecond unless the two vessels hardly move towards each other there. Such a graze may be found or not, as
/// `ContactComparison` has it; the finder looks for the nearest moment of a pass to 1e-5 of the contact distance.
struct LawTolerance {
    var seconds = 0.001
    var metres: Double

    init(of world: LawWorld) { metres = max(0.001, world.maxDistanceMetres * 1e-5) }
}

extension LawWorld {
    /// Where contacts differ from others of the same tracks; a sentence each, none when they agree.
    ///
    /// - Parameters:
    ///   - tracks: where the distance is looked up that tells a graze; by default the world's own.
    ///   - twin: what looks it up; by default with the world's own parameters.
    func differences(
        of found: [Contact], from expected: [Contact], in tracks: TrackTable? = nil, by twin: BruteForceTwin? = nil,
        tolerance: LawTolerance? = nil
    ) -> [String] {
        guard found != expected else { return [] }
        let tolerance = tolerance ?? LawTolerance(of: self)
        var comparison = ContactComparison()
        comparison.secondsTolerance = tolerance.seconds
        comparison.leastSeconds = tolerance.seconds
        comparison.metresTolerance = tolerance.metres
        return comparison.differences(
            of: found.map { FoundContact(first: $0.first, second: $0.second, start: $0.start, end: $0.end) },
            from: expected.map {
                TwinContact(
                    first: $0.first, second: $0.second, start: $0.start, end: $0.end, minimumDistanceMetres: 0)
            },
            by: twin ?? BruteForceTwin(maxDistanceMetres: maxDistanceMetres, maxGapSeconds: maxGapSeconds),
            in: tracks ?? self.tracks)
    }

    /// Where the measures of meetings differ from those of the same meetings elsewhere; where they lie is not compared.
    ///
    /// Speeds are left out: the median of few stretches may jump when a weight changes in its last digit.
    func differences(
        ofMeasures found: [Contact], in foundTracks: TrackTable, from expected: [Contact], atMost count: Int = 3
    ) -> [String] {
        let meetings = (Self.meetings(of: found), Self.meetings(of: expected))
        // Where a graze was found in one place alone the meetings need not be the same.
        guard found.count == expected.count, meetings.0.count == meetings.1.count else { return [] }
        var differences: [String] = []
        for (meeting, model) in zip(meetings.0, meetings.1).prefix(count) {
            let one = MeetingMeasure(of: meeting, in: foundTracks, maxGapSeconds: maxGapSeconds)
            let other = MeetingMeasure(of: model, in: tracks, maxGapSeconds: maxGapSeconds)
            let metres = max(0.01, maxDistanceMetres * 1e-4)
            let isSame =
                abs(one.ledger.contactSeconds - other.ledger.contactSeconds) <= 1
                && one.ledger.contacts == other.ledger.contacts
                && abs(one.ledger.longestSilenceSeconds - other.ledger.longestSilenceSeconds) <= 1
                && abs(one.ledger.onStretchesUpTo10Minutes - other.ledger.onStretchesUpTo10Minutes) <= 1
                && [one.firstFixes, one.secondFixes] == [other.firstFixes, other.secondFixes]
                && abs(one.distance.minimum - other.distance.minimum) <= metres
                && abs(one.distance.maximum - other.distance.maximum) <= metres
                && abs(one.distance.median - other.distance.median) <= metres
            if !isSame {
                differences.append("vessels \(model.first) and \(model.second): measured \(one), expected \(other)")
            }
        }
        return differences
    }
}

extension Contact {
    /// The same contact at another time.
    func moved(bySeconds seconds: Double) -> Contact {
        Contact(first: first, second: second, start: start + seconds, end: end + seconds)
    }

    /// What is left of contacts outside a time.
    static func parts(of contacts: [Contact], outside time: ClosedRange<Double>) -> [Contact] {
        contacts.flatMap { contact in
            [
                Contact(
                    first: contact.first, second: contact.second, start: contact.start,
                    end: min(contact.end, time.lowerBound)),
                Contact(
                    first: contact.first, second: contact.second, start: max(contact.start, time.upperBound),
                    end: contact.end),
            ].filter { $0.start < $0.end }
        }
    }

    /// All times of two answers together, in order.
    static func union(_ one: [Contact], _ other: [Contact]) -> [Contact] {
        var result: [Contact] = []
        let sorted = (one + other).sorted { ($0.first, $0.second, $0.start) < ($1.first, $1.second, $1.start) }
        for contact in sorted {
            if let last = result.last, last.first == contact.first, last.second == contact.second,
                contact.start <= last.end
            {
                result[result.count - 1].end = max(last.end, contact.end)
            } else {
                result.append(contact)
            }
        }
        return result
    }
}
