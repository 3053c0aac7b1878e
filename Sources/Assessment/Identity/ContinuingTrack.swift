import FixMemory
public import MaritimeModel

/// Finds ships that go on under another identity: one falls silent, and another of the same size and name speaks up
/// there.
///
/// A change of flag changes the MMSI and usually the call sign, sometimes the name; the hull, its size and its IMO
/// number stay. Every pair of the table is found by sorting what identities state, without looking at pairs.
public enum ContinuingTrack {
    /// Changing the number takes minutes; a longer silence leaves room for another ship.
    static let greatestSilenceSeconds = 21_600
    /// The way that the ship can have made unseen.
    static let greatestSpeedKnots = 15.0
    static let greatestWayMetres = 5_000.0
    /// Room for the noise of positions and for antennas when there was no silence at all.
    static let roomMetres = 200.0
    /// Of many identities that end with the same statements so many of the latest are looked at, which keeps the search
    /// short.
    static let lookBack = 8

    /// All such pairs, one finding each, in the order (start, ids). Complexity: O(n log n).
    public static func findings(in tracks: TrackTable) -> [IdentityFinding] {
        let spans = lifespans(of: tracks)
        let silences = Silences(
            firsts: spans.lazy.compactMap { $0?.first.time }, lasts: spans.lazy.compactMap { $0?.last.time },
            greatestSeconds: greatestSilenceSeconds)
        let ends = entries(of: tracks, spans, atEnd: true, silences)
        let starts = ends.isEmpty ? [] : entries(of: tracks, spans, atEnd: false, silences)
        var found: [Pair: Continuation] = [:]
        var group = 0
        var groupEnd = 0
        for start in starts {
            // Move to the ends with the same key, and within them to those before the start.
            while group < ends.count, ends[group].key < start.key {
                group += 1
                groupEnd = group
            }
            if groupEnd < group { groupEnd = group }
            while groupEnd < ends.count, ends[groupEnd].key == start.key, ends[groupEnd].time < start.time {
                groupEnd += 1
            }
            for end in ends[max(group, groupEnd - lookBack)..<max(group, groupEnd)].reversed() {
                guard end.vessel != start.vessel, Int(start.time - end.time) <= greatestSilenceSeconds,
                    let continuation = continuation(from: end, to: start, in: tracks)
                else { continue }
                let pair = Pair(first: end.vessel, second: start.vessel)
                if let known = found[pair], known.by <= continuation.by { continue }
                found[pair] = continuation
            }
        }
        return found.map { finding($0.key, $0.value, in: tracks) }
            .sorted { ($0.start, $0.ids[0], $0.ids[1]) < ($1.start, $1.ids[0], $1.ids[1]) }
    }

    /// What two identities have in common beside the size.
    private enum Statement: UInt8, Comparable {
        case imoNumber, name, callSign

        static func < (left: Statement, right: Statement) -> Bool { left.rawValue < right.rawValue }

        var words: String {
            switch self {
            case .imoNumber: "IMO number"
            case .name: "name"
            case .callSign: "call sign"
            }
        }
    }

    /// What is to be the same; the order is that of a hash, so that texts are compared only where all seems the same.
    private struct Key: Comparable {
        private let hash: UInt64
        let length: Double
        let beam: Double
        let statement: Statement
        let text: String

        init(length: Double, beam: Double, statement: Statement, text: String) {
            self.length = length
            self.beam = beam
            self.statement = statement
            self.text = text
            // FNV-1a (64 bits), for the words as for the bytes.
            var hash: UInt64 = 14_695_981_039_346_656_037
            for word in [length.bitPattern, beam.bitPattern, UInt64(statement.rawValue)] {
                hash = (hash ^ word) &* 1_099_511_628_211
                hash ^= hash >> 32
            }
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            self.hash = hash
        }

        static func < (left: Key, right: Key) -> Bool {
            if left.hash != right.hash { return left.hash < right.hash }
            return (left.length, left.beam, left.statement, left.text)
                < (right.length, right.beam, right.statement, right.text)
        }
    }

    /// One statement of one identity at its first or its last fix.
    private struct Entry {
        var key: Key
        var time: UInt32
        var vessel: Int
        var fix: Int
    }

    private struct Pair: Hashable {
        var first: Int
        var second: Int
    }

    private struct Continuation {
        var by: Statement
        var endFix: Int
        var startFix: Int
        var metres: Double
    }

    /// The first and the last fix of a vessel over all its segments.
    private struct Lifespan {
        var first: (fix: Int, time: UInt32)
        var last: (fix: Int, time: UInt32)
    }

    /// By vessel; nil for one without fixes. No fix is looked at.
    private static func lifespans(of tracks: TrackTable) -> [Lifespan?] {
        var spans = [Lifespan?](repeating: nil, count: tracks.vessels.count)
        for segment in tracks.segments {
            let fixes = tracks.fixRange(ofSegment: segment)
            guard !fixes.isEmpty else { continue }
            let first = (fix: fixes.lowerBound, time: tracks.firstTimes[segment])
            let last = (fix: fixes.upperBound - 1, time: tracks.lastTimes[segment])
            let vessel = Int(tracks.vesselOfSegment[segment])
            guard let known = spans[vessel] else {
                spans[vessel] = Lifespan(first: first, last: last)
                continue
            }
            spans[vessel] = Lifespan(
                first: first.time < known.first.time ? first : known.first,
                last: last.time > known.last.time ? last : known.last)
        }
        return spans
    }

    /// The statements of all vessels at their first or last fixes, in the order (key, time, vessel).
    private static func entries(
        of tracks: TrackTable, _ spans: [Lifespan?], atEnd: Bool, _ silences: Silences
    ) -> [Entry] {
        var entries: [Entry] = []
        for (vessel, span) in spans.enumerated() {
            guard let span else { continue }
            let (fix, time) = atEnd ? span.last : span.first
            // Leaving these out changes nothing: of those that are looked back at they are the oldest.
            guard atEnd ? silences.isBroken(endingAt: time) : silences.isBroken(beginningAt: time) else { continue }
            let moment = Timestamp(secondsSince1970: Int64(time))
            let data = tracks.vessels[vessel].staticData
            guard let length = data.lengths.value(at: moment), let beam = data.beams.value(at: moment) else { continue }
            func add(_ statement: Statement, _ text: String?) {
                guard let text, !text.isEmpty else { return }
                entries.append(
                    Entry(
                        key: Key(length: length, beam: beam, statement: statement, text: text.uppercased()),
                        time: time, vessel: vessel, fix: fix))
            }
            add(.imoNumber, data.imoNumbers.value(at: moment)?.description)
            add(.name, data.names.value(at: moment))
            add(.callSign, data.callSigns.value(at: moment))
        }
        return entries.sorted { ($0.key, $0.time, $0.vessel) < ($1.key, $1.time, $1.vessel) }
    }

    private static func continuation(from end: Entry, to start: Entry, in tracks: TrackTable) -> Continuation? {
        let one = tracks.vessels[end.vessel].staticData.imoNumbers
        let other = tracks.vessels[start.vessel].staticData.imoNumbers
        if !one.isEmpty, !other.isEmpty,
            OneHull.sameIMONumber(tracks.vessels[end.vessel], tracks.vessels[start.vessel]) == nil
        {
            return nil
        }
        let metres = tracks.metres(fromFix: end.fix, toFix: start.fix)
        let reach = roomMetres + Double(start.time - end.time) * greatestSpeedKnots * metresPerSecondPerKnot
        guard metres <= min(reach, greatestWayMetres) else { return nil }
        return Continuation(by: end.key.statement, endFix: end.fix, startFix: start.fix, metres: metres)
    }

    private static func finding(
        _ pair: Pair, _ continuation: Continuation, in tracks: TrackTable
    ) -> IdentityFinding {
        let before = tracks.vessels[pair.first]
        let after = tracks.vessels[pair.second]
        let seconds = tracks.seconds(fromFix: continuation.endFix, toFix: continuation.startFix)
        return IdentityFinding(
            kind: .oneHull, ids: OneHull.ordered(before, after), evidence: .continuingTrack,
            start: tracks.time(ofFix: continuation.endFix), end: tracks.time(ofFix: continuation.startFix),
            figures: [.init("silence_s", seconds), .init("way_m", continuation.metres.rounded())],
            says: """
                \(before.id) falls silent, and \(durationInWords(seconds)) later \(after.id), with the same size and \
                \(continuation.by.words), begins \(lengthInWords(continuation.metres)) away: a ship that changed her \
                number. Two ships of one series whose names are alike look like this too.
                """)
    }
}
