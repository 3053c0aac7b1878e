import FixMemory
public import MaritimeModel

/// Finds tracks whose positions were sent before, to the last digit, at another time or by another identity.
///
/// A ship never comes to the same centimetre twice; a recorded or simulated track that is played again does, fix by fix
/// (SkyTruth and Global Fishing Watch, July 2021; Windward 2021: tankers that sail in formation miles from the sea they
/// are in). The positions of the segments asked about are kept in a filter of bits, so that looking through all other
/// fixes costs a few nanoseconds each; ranges of segments may be looked through side by side.
public struct ReplayedTrack: Sendable {
    /// So many consecutive different positions must agree.
    static let leastPositions = 8
    /// And they must lead so far away: a moored ship's receiver wanders over the same few positions for days.
    static let leastWayMetres = 1_000.0
    /// At nearly the same times it is one hull with two identities, not a replay.
    static let leastOffsetSeconds = 60
    /// Of coarser coordinates (1e-3 degree, 111 m) a ferry sends the same ones every day.
    static let coarseQuantum: Int32 = 10_000
    /// Of so many segments asked about the memory is held: each touch of a mapped file brings in more than is read.
    private static let segmentsHeld = 128

    private let tracks: TrackTable
    /// The fixes of the segments asked about that differ from the one before, in order.
    private let places: [Int]
    /// The segment of each of `places`.
    private let segmentOfPlace: [Int32]
    private var filter: PositionFilter
    /// From the mixed bits of `leastPositions` consecutive positions to where they first stand in `places`.
    private var firstPlace: [UInt64: Int32]

    /// Prepares a search for replays of given segments. Complexity: O(their fixes).
    public init(of segments: [Int], in tracks: TrackTable) {
        self.tracks = tracks
        var places: [Int] = []
        var segmentOfPlace: [Int32] = []
        // Looked at once, since the fixes may lie in a file.
        var keys: [UInt64] = []
        let rows = tracks.rows
        for (number, segment) in Set(segments).sorted().enumerated() {
            if number % ReplayedTrack.segmentsHeld == 0 { tracks.letGo(segments: tracks.segments) }
            let fixes = tracks.fixRange(ofSegment: segment)
            // A segment that stays within 700 m each way leads nowhere.
            guard ReplayedTrack.mayLead(fixes, in: tracks) else { continue }
            var last: UInt64?
            for fix in fixes {
                let key = ReplayedTrack.key(rows[fix])
                guard key != last else { continue }
                last = key
                places.append(fix)
                segmentOfPlace.append(Int32(segment))
                keys.append(key)
            }
        }
        filter = PositionFilter(capacity: places.count)
        for key in keys { filter.insert(key) }
        self.places = places
        self.segmentOfPlace = segmentOfPlace
        firstPlace = [:]
        let last = places.count - ReplayedTrack.leastPositions
        guard last >= 0 else { return }
        firstPlace.reserveCapacity(last + 1)
        for place in 0...last
        where segmentOfPlace[place] == segmentOfPlace[place + ReplayedTrack.leastPositions - 1] {
            let mixed = ReplayedTrack.mixed(keys[place..<place + ReplayedTrack.leastPositions])
            if firstPlace[mixed] == nil { firstPlace[mixed] = Int32(place) }
        }
    }

    /// A part of a segment asked about that another part of the table repeats.
    public struct Replay: Hashable, Sendable {
        /// The segment asked about and its fixes.
        public var segment: Int
        public var fixes: Range<Int>
        /// Where the same positions stand as well; it may be the same segment.
        public var otherSegment: Int
        public var otherFixes: Range<Int>
        /// How many different positions agree.
        public var positions: Int
    }

    /// The replays found in a range of segments, in the order of the other fixes.
    ///
    /// As many fixes in a row as positions must agree are a stretch of the segment in which every eighth fix is one that
    /// the filter knows: only these are asked about, and a few around those that it knows.
    ///
    /// Complexity: O(fixes of the range). Results of neighbouring ranges, one after the other, are those of the whole.
    public func replays(inSegments range: Range<Int>) -> [Replay] {
        var found: [Replay] = []
        guard !firstPlace.isEmpty else { return found }
        let least = ReplayedTrack.leastPositions
        let rows = tracks.rows
        for segment in range {
            let fixes = tracks.fixRange(ofSegment: segment)
            // Behind the last fix that was asked about one by one.
            var done = fixes.lowerBound
            var fix = done + least - 1
            while fix < fixes.upperBound {
                guard filter.mayContain(ReplayedTrack.key(rows[fix])) else {
                    fix += least
                    continue
                }
                var (start, end) = (fix, fix + 1)
                while start > done, filter.mayContain(ReplayedTrack.key(rows[start - 1])) { start -= 1 }
                while end < fixes.upperBound, filter.mayContain(ReplayedTrack.key(rows[end])) { end += 1 }
                if end - start >= least, ReplayedTrack.mayLead(start..<end, in: tracks) {
                    let hits = (start..<end).filter { $0 == start || !tracks.isSamePlace($0 - 1, $0) }
                    collect(hits, of: segment, into: &found)
                }
                // The filter does not know the fix at the end.
                done = end
                fix = end + least
            }
        }
        return found
    }

    /// The doubts about each segment that was asked about, from the replays of all ranges.
    ///
    /// - Returns: by segment number, each list in time order with one doubt for each other identity. Complexity: O(n
    /// log n).
    public func doubts(from replays: [Replay]) -> [Int: [TrackDoubt]] {
        struct Key: Hashable {
            var segment: Int
            var other: Int32
        }
        // Both parts were repeated: a replay within the segments asked about is one about each of them.
        var all = replays
        let asked = Set(segmentOfPlace)
        for replay in replays where asked.contains(Int32(replay.otherSegment)) {
            all.append(
                Replay(
                    segment: replay.otherSegment, fixes: replay.otherFixes, otherSegment: replay.segment,
                    otherFixes: replay.fixes, positions: replay.positions))
        }
        var longest: [Key: Replay] = [:]
        for replay in all {
            let key = Key(segment: replay.segment, other: tracks.vesselOfSegment[replay.otherSegment])
            if let known = longest[key], !isLonger(replay, than: known) { continue }
            longest[key] = replay
        }
        var doubts: [Int: [TrackDoubt]] = [:]
        for replay in longest.values.sorted(by: {
            ($0.fixes.lowerBound, $0.otherFixes.lowerBound) < ($1.fixes.lowerBound, $1.otherFixes.lowerBound)
        }) { doubts[replay.segment, default: []].append(doubt(replay)) }
        return doubts
    }

    private func isLonger(_ replay: Replay, than known: Replay) -> Bool {
        (-replay.positions, replay.fixes.lowerBound, replay.otherFixes.lowerBound)
            < (-known.positions, known.fixes.lowerBound, known.otherFixes.lowerBound)
    }

    private func doubt(_ replay: Replay) -> TrackDoubt {
        let offset = tracks.seconds(fromFix: replay.fixes.lowerBound, toFix: replay.otherFixes.lowerBound)
        let own = tracks.vesselOfSegment[replay.segment] == tracks.vesselOfSegment[replay.otherSegment]
        let other = own ? "the same identity" : tracks.vessel(ofSegment: replay.otherSegment).id
        return TrackDoubt(
            reason: .replayedTrack, start: tracks.time(ofFix: replay.fixes.lowerBound),
            end: tracks.time(ofFix: replay.fixes.upperBound - 1),
            figures: [
                .init("positions", Double(replay.positions)), .init("offset_s", offset),
                .init("way_m", way(replay.fixes).rounded()),
            ],
            says: """
                \(replay.positions) positions in a row were sent by \(other) as well, to the last digit, \
                \(durationInWords(abs(offset))) \(offset < 0 ? "earlier" : "later"). Files whose clocks or time zones \
                differ look like this too.
                """)
    }

    private func way(_ fixes: Range<Int>) -> Double {
        fixes.dropFirst().reduce(0) { $0 + tracks.metres(fromFix: $1 - 1, toFix: $1) }
    }

    /// Looks at consecutive different fixes that may all be among the positions.
    private func collect(_ hits: [Int], of segment: Int, into found: inout [Replay]) {
        let count = ReplayedTrack.leastPositions
        var begin = 0
        while begin + count <= hits.count {
            let mixed = ReplayedTrack.mixed(hits[begin..<begin + count].lazy.map { ReplayedTrack.key(tracks.rows[$0]) })
            guard let start = firstPlace[mixed] else {
                begin += 1
                continue
            }
            var place = Int(start)
            var end = begin
            while end < hits.count, place < places.count, segmentOfPlace[place] == segmentOfPlace[Int(start)],
                tracks.isSamePlace(places[place], hits[end]), isAnotherTime(places[place], hits[end])
            {
                place += 1
                end += 1
            }
            if end - begin >= count {
                let replay = Replay(
                    segment: Int(segmentOfPlace[Int(start)]), fixes: places[Int(start)]..<places[place - 1] + 1,
                    otherSegment: segment, otherFixes: hits[begin]..<hits[end - 1] + 1, positions: end - begin)
                if isWay(hits[begin..<end]) { found.append(replay) }
            }
            begin = max(begin + 1, end)
        }
    }

    private func isAnotherTime(_ first: Int, _ second: Int) -> Bool {
        abs(tracks.seconds(fromFix: first, toFix: second)) >= Double(ReplayedTrack.leastOffsetSeconds)
    }

    /// Whether the positions lead somewhere, and are fine enough for agreement to mean something.
    private func isWay(_ hits: ArraySlice<Int>) -> Bool {
        let quantum = ReplayedTrack.coarseQuantum
        let fine = hits.count { tracks.latitudes[$0] % quantum != 0 || tracks.longitudes[$0] % quantum != 0 }
        guard fine * 2 >= hits.count else { return false }
        guard let first = hits.first else { return false }
        return hits.contains { tracks.metres(fromFix: first, toFix: $0) >= ReplayedTrack.leastWayMetres }
    }

    /// Whether fixes of one segment lead far enough from each other.
    private static func mayLead(_ fixes: Range<Int>, in tracks: TrackTable) -> Bool {
        guard let first = fixes.first else { return false }
        let rows = tracks.rows
        var (south, north) = (rows[first].latitude, rows[first].latitude)
        var (west, east) = (rows[first].longitude, rows[first].longitude)
        // A way of 1 km is 700 m long in one direction at least; a degree of longitude is never the longer one.
        let least: Int64 = 62_000
        // Ships under way are known after a few fixes.
        for number in fixes {
            let fix = rows[number]
            (south, north) = (min(south, fix.latitude), max(north, fix.latitude))
            (west, east) = (min(west, fix.longitude), max(east, fix.longitude))
            if Int64(north) - Int64(south) >= least || Int64(east) - Int64(west) >= least { return true }
        }
        return false
    }

    @inline(__always)
    private static func key(_ fix: StoredFix) -> UInt64 {
        UInt64(UInt32(bitPattern: fix.latitude)) << 32 | UInt64(UInt32(bitPattern: fix.longitude))
    }

    private static func mixed(_ keys: some Sequence<UInt64>) -> UInt64 {
        keys.reduce(0) { PositionFilter.mix(($0 << 5 | $0 >> 59) ^ $1) }
    }
}
