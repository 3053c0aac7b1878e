import ByteInput
import MaritimeModel

/// One thread's part of reading: its identities, what they said of themselves, and a block to read into.
struct IngestWorker: ~Copyable, Sendable {
    /// Number of the worker, from 0.
    let number: Int
    var identities = IdentityTable()
    var statics = StaticRecorder()
    var cursor: RowCursor
    /// The fixes of the piece being read. A chunk then takes a copy of the right size, with no slack.
    private var fixes: [PackedFix] = []
    /// Fixes of each identity so far, by its number.
    private(set) var fixCounts: [Int] = []

    init(number: Int, blockCapacity: Int) {
        self.number = number
        cursor = RowCursor(ByteBlock(capacity: blockCapacity))
    }

    /// Reads the rows of a part of the cursor's block.
    ///
    /// Every row is counted: used, or rejected under the first reason that applies, in the order columns, identity, a
    /// station's MMSI, time, a station's words, position.
    mutating func read(range: Range<Int>, layout: TrackLayout, rules: IngestRules, into chunk: inout FixChunk) {
        let fields = FieldPositions(layout)
        let runs = layout.staticRuns
        let salt = UInt64(truncatingIfNeeded: layout.columns.hashOfPositions)
        var ledger = RejectLedger()
        var rejected = RejectCounts()
        fixes.removeAll(keepingCapacity: true)
        cursor.begin(range: range, delimiter: layout.delimiter)
        while cursor.next() {
            ledger.rows += 1
            guard cursor.rowLength <= rules.longestRow else {
                rejected.tooLong += 1
                continue
            }
            guard cursor.fieldCount == layout.columnCount else {
                rejected.badColumns += 1
                continue
            }
            let identity: UInt32
            if let number = cursor.numericIdentity(of: fields.id) {
                if rules.rejectsNonVessels, number <= 999_999_999, number >= 100_000_000,
                    MMSI(UInt32(number))?.station.isNeverAVessel == true
                {
                    rejected.notAVessel += 1
                    continue
                }
                identity = identities.number(ofNumeric: number)
            } else {
                guard let text = StaticValues.available(cursor.text(of: fields.id)) else {
                    rejected.badIdentity += 1
                    continue
                }
                if rules.rejectsNonVessels, MMSI(text)?.station.isNeverAVessel == true {
                    rejected.notAVessel += 1
                    continue
                }
                identity = identities.number(ofText: text)
            }
            guard let time = cursor.time(of: fields.time), rules.times.contains(time.seconds) else {
                rejected.badTime += 1
                continue
            }
            let statement = statics.note(
                cursor, layout: layout, runs: runs, salt: salt, identity: identity, time: time.seconds)
            if rules.rejectsNonVessels, statics.statements[statement].values.isNoVessel {
                rejected.notAVessel += 1
                continue
            }
            guard let latitude = cursor.fixedPointE7(of: fields.latitude),
                let longitude = cursor.fixedPointE7(of: fields.longitude),
                abs(latitude) <= 900_000_000, abs(longitude) <= 1_800_000_000
            else {
                if statics.statements[statement].isEmpty {
                    rejected.badPosition += 1
                } else {
                    ledger.identityOnly += 1
                    chunk.note(time.seconds)
                }
                continue
            }
            chunk.note(fraction: time.nanoseconds, ofFix: fixes.count)
            fixes.append(
                PackedFix(
                    identity: identity, time: UInt32(time.seconds), latitude: Int32(latitude),
                    longitude: Int32(longitude)))
            chunk.note(time.seconds)
        }
        chunk.fixes = [PackedFix](fixes[...])
        fixCounts.append(contentsOf: repeatElement(0, count: identities.ids.count - fixCounts.count))
        for fix in fixes { fixCounts[Int(fix.identity)] += 1 }
        ledger.fixes = fixes.count
        rejected.add(to: &ledger)
        chunk.ledger.add(ledger)
    }
}

/// What a row must keep to.
struct IngestRules: Sendable {
    /// Seconds since 1970 of times that can be right.
    var times: ClosedRange<Int64>
    /// Whether base stations, aids to navigation and the like are rejected.
    var rejectsNonVessels: Bool
    /// The longest row in bytes.
    var longestRow: Int
}

/// The positions of the columns that every row is read for.
private struct FieldPositions {
    var id: Int
    var time: Int
    var latitude: Int
    var longitude: Int

    init(_ layout: TrackLayout) {
        // A recognised layout has these four; a column that is not there reads as blank.
        id = layout.columns[.id] ?? -1
        time = layout.columns[.time] ?? -1
        latitude = layout.columns[.lat] ?? -1
        longitude = layout.columns[.lon] ?? -1
    }
}

/// Counts of rejects in plain variables, since a dictionary would be slow in the loop.
private struct RejectCounts {
    var tooLong = 0
    var badColumns = 0
    var badIdentity = 0
    var badTime = 0
    var badPosition = 0
    var notAVessel = 0

    func add(to ledger: inout RejectLedger) {
        ledger.reject(.tooLong, count: tooLong)
        ledger.reject(.badColumns, count: badColumns)
        ledger.reject(.badIdentity, count: badIdentity)
        ledger.reject(.badTime, count: badTime)
        ledger.reject(.badPosition, count: badPosition)
        ledger.reject(.notAVessel, count: notAVessel)
    }
}

extension FixChunk {
    /// Notes the fraction of a fix's second; fractions take memory only once there are any.
    mutating func note(fraction: UInt32, ofFix fix: Int) {
        if !nanoseconds.isEmpty {
            nanoseconds.append(fraction)
        } else if fraction != 0 {
            nanoseconds = [UInt32](repeating: 0, count: fix)
            nanoseconds.append(fraction)
        }
    }

    /// Notes the time of a row that was used.
    mutating func note(_ seconds: Int64) {
        if seconds < firstTime { firstTime = seconds }
        if seconds > lastTime { lastTime = seconds }
    }
}

extension [TrackColumn: Int] {
    /// A number that tells layouts apart, so that equal bytes under other columns are other statements.
    fileprivate var hashOfPositions: UInt64 {
        reduce(0) { sum, entry in
            let text = "\(entry.key.rawValue)=\(entry.value)"
            return sum &+ text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
    }
}
