import FixMemory
import MaritimeModel
import PathWindows

/// Solves when two segments are in contact, where boxes could not tell.
struct PairSolver: Sendable {
    private let tracks: TrackTable
    private let solver: ContactSolver
    private let bounds: BoxBounds
    private let maxGapSeconds: Int64
    private let known: KnownPaths
    /// Squared distances surely within the contact distance, and surely beyond it, along chords as along arcs.
    private let within: Double
    private let beyond: Double

    init(
        tracks: TrackTable, maxDistanceMetres: Double, maxGapSeconds: Int, bounds: BoxBounds,
        known: KnownPaths = KnownPaths()
    ) {
        self.tracks = tracks
        solver = ContactSolver(maxDistanceMetres: maxDistanceMetres)
        self.bounds = bounds
        self.maxGapSeconds = Int64(maxGapSeconds)
        self.known = known
        within = maxDistanceMetres > 0.001 ? chordSquared(ofMetres: maxDistanceMetres - 0.001) : -1
        beyond = chordSquared(ofMetres: maxDistanceMetres + 0.001)
    }

    /// What is needed for a while and used again and again; a thread has its own.
    struct Memory {
        fileprivate var windows = PairWindows()
        fileprivate var spans: [PairSpan] = []
    }

    /// Appends the contacts of a run, glued, in time order; those that are not wanted may be left out.
    ///
    /// Complexity: O(fixes of both in the unsure pieces).
    func append(
        contactsOf run: PairRun, of runs: PairRunList, wanted: WantedContacts = WantedContacts(),
        using memory: inout Memory, to contacts: inout [Contact]
    ) {
        let (first, second) = (Int(run.first), Int(run.second))
        let begin = contacts.count
        func add(_ start: Double, _ end: Double) {
            if contacts.count > begin, contacts[contacts.count - 1].end == start {
                contacts[contacts.count - 1].end = end
            } else if start < end {
                contacts.append(Contact(first: first, second: second, start: start, end: end))
            }
        }
        list(run, runs.pieces(of: run), in: &memory)
        let spans = memory.spans
        wanted.forEachGroup(of: spans) { group in
            let start = Int64(spans[group.lowerBound].start)
            // Most often the two are in contact all along.
            if group.count == 1, spans[group.lowerBound].kind == .within {
                return add(spans[group.lowerBound].start, spans[group.lowerBound].end)
            }
            var left = Stretch(after: start, of: first, in: tracks, known)
            var right = Stretch(after: start, of: second, in: tracks, known)
            for span in spans[group] {
                switch span.kind {
                case .within: add(span.start, span.end)
                case .window: solveWindow(&left, &right, from: span.start, to: span.end, add)
                case .piece: solve(&left, &right, from: Int64(span.start), to: Int64(span.end), add)
                }
            }
        }
    }

    /// Lists the times of a run in which the two may be in contact.
    private func list(_ run: PairRun, _ pieces: some Sequence<PairPiece>, in memory: inout Memory) {
        memory.spans.removeAll(keepingCapacity: true)
        let (one, other) = (known.path(ofSegment: Int(run.first)), known.path(ofSegment: Int(run.second)))
        for piece in pieces {
            let (start, end) = (Int64(piece.start), Int64(piece.end))
            if !piece.isSure, let one, let other, let part = straightPart(of: one, from: start, to: end),
                let otherPart = straightPart(of: other, from: start, to: end)
            {
                // Ships at their moorings: what chords tell of whole windows leaves few to be solved.
                memory.windows.tell(
                    one.stretches, part.stretches, other.stretches, otherPart.stretches, from: part.start, to: part.end,
                    within: within, beyond: beyond
                ) { from, until, relation in
                    if relation != .beyond {
                        memory.spans.append(
                            PairSpan(start: from, end: until, kind: relation == .within ? .within : .window))
                    }
                }
            } else if piece.isSure, let last = memory.spans.last, last.kind == .within, last.end == Double(start) {
                memory.spans[memory.spans.count - 1].end = Double(end)
            } else {
                memory.spans.append(
                    PairSpan(start: Double(start), end: Double(end), kind: piece.isSure ? .within : .piece))
            }
        }
    }

    /// The part of a path in a time, if the vessel is known and goes straight from fix to fix all along.
    private func straightPart(of path: SegmentPath, from start: Int64, to end: Int64) -> PathPart? {
        guard let part = path.part(from: Double(start), to: Double(end)), path.isStraight(part),
            path.isKnown(part, maxGapSeconds: Double(maxGapSeconds))
        else { return nil }
        return part
    }

    private func solve(
        _ left: inout Stretch, _ right: inout Stretch, from start: Int64, to end: Int64,
        _ add: (Double, Double) -> Void
    ) {
        var time = start
        while time < end {
            guard left.move(beyond: time, in: tracks), right.move(beyond: time, in: tracks) else { return }
            let until = min(end, left.end, right.end)
            let from = max(time, left.start, right.start)
            if from < until, left.end - left.start <= maxGapSeconds, right.end - right.start <= maxGapSeconds {
                switch relation(left.fix, right.fix) {
                case .apart: break
                case .within: add(Double(from), Double(until))
                case .unclear:
                    solver.intervals(
                        left.motion(in: tracks), right.motion(in: tracks), from: Double(from), to: Double(until),
                        report: add)
                }
            }
            time = until
        }
    }

    /// Solves a window on which each vessel is on one stretch and known.
    private func solveWindow(
        _ left: inout Stretch, _ right: inout Stretch, from: Double, to until: Double, _ add: (Double, Double) -> Void
    ) {
        guard left.move(beyond: Int64(from), in: tracks), right.move(beyond: Int64(from), in: tracks) else { return }
        solver.intervals(left.motion(in: tracks), right.motion(in: tracks), from: from, to: until, report: add)
    }

    /// What the ends of two stretches tell of all that lies on them.
    private func relation(_ one: Int, _ other: Int) -> BoxBounds.Relation {
        let (lat, lon) = (tracks.latitudes, tracks.longitudes)
        guard PathBoxBuilder.isShort(lat[one], lon[one], lat[one + 1], lon[one + 1]),
            PathBoxBuilder.isShort(lat[other], lon[other], lat[other + 1], lon[other + 1])
        else { return .unclear }
        let west = Int64(min(lon[one], lon[one + 1]))
        let otherWest = Int64(min(lon[other], lon[other + 1]))
        return bounds.relation(
            south: (Int64(min(lat[one], lat[one + 1])), Int64(min(lat[other], lat[other + 1]))),
            north: (Int64(max(lat[one], lat[one + 1])), Int64(max(lat[other], lat[other + 1]))),
            offset: otherWest - west,
            width: (
                Int64(max(lon[one], lon[one + 1])) - west, Int64(max(lon[other], lon[other + 1])) - otherWest
            ))
    }

    /// A place in a segment: a stretch from one fix to the next. Its motion is made when it is asked for.
    private struct Stretch {
        private(set) var fix: Int
        private let last: Int
        private(set) var start: Int64
        private(set) var end: Int64
        private var made: GreatCircleMotion?
        /// The path of the segment if it was made ready.
        let path: SegmentPath?

        init(after time: Int64, of segment: Int, in tracks: TrackTable, _ known: KnownPaths) {
            let range = tracks.fixRange(ofSegment: segment)
            path = known.path(ofSegment: segment)
            last = range.upperBound - 1
            fix = max(range.lowerBound, tracks.firstFix(in: range, notBefore: Double(time)) - 1)
            start = .min
            end = .min
            if fix < last { take(tracks) }
        }

        private mutating func take(_ tracks: TrackTable) {
            start = Int64(tracks.times[fix])
            end = Int64(tracks.times[fix + 1])
            made = nil
        }

        /// Moves on to the stretch that ends after a time; false when there is none.
        mutating func move(beyond time: Int64, in tracks: TrackTable) -> Bool {
            guard fix < last else { return false }
            while end <= time {
                fix += 1
                guard fix < last else { return false }
                take(tracks)
            }
            return true
        }

        mutating func motion(in tracks: TrackTable) -> GreatCircleMotion {
            if let made { return made }
            let motion = GreatCircleMotion(
                start: Double(start), from: place(ofFix: fix, in: tracks), end: Double(end),
                to: place(ofFix: fix + 1, in: tracks))
            made = motion
            return motion
        }

        private func place(ofFix fix: Int, in tracks: TrackTable) -> UnitVector {
            path.map { $0.stretches[fix - $0.fixes.lowerBound].from } ?? UnitVector(tracks.position(ofFix: fix))
        }
    }
}
