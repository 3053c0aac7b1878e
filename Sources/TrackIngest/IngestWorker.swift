import ByteInput
import MaritimeModel

/// One thread's part of reading: its identities, what they said of themselves, and a block to read into.
struct IngestWorker: ~Copyable, Sendable {
    /// Number of the worker, from 0.
    let number: Int
    var identities = IdentityTable()
    var statics = StaticRecorder()
    var cursor: RowCursor
    private var batches = RowBatches()
    /// Room for the fixes of the piece being read. A chunk then takes a copy of the right size, with no slack.
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
        let plan = RowPlan(layout)
        let salt = UInt64(truncatingIfNeeded: layout.columns.hashOfPositions)
        let longestRow = UInt32(clamping: rules.longestRow)
        let (earliest, latest) = (rules.times.lowerBound, rules.times.upperBound)
        var ledger = RejectLedger()
        var rejected = RejectCounts()
        var rows = 0
        var filled = 0
        var hasFractions = false
        var firstTime = Int64.max
        var lastTime = Int64.min
        var fixes: [PackedFix] = []
        swap(&fixes, &self.fixes)
        batches.begin(range: range, of: cursor.block)
        while batches.next(in: cursor.block, by: plan) {
            if fixes.count < filled + batches.count {
                fixes.append(contentsOf: repeatElement(PackedFix.none, count: max(4_096, fixes.count / 2)))
            }
            rows += batches.count
            for index in 0..<batches.count {
                var row = batches[index]
                if row.needsCare { row = cursor.decode(row, by: plan) }
                guard row.length <= longestRow else {
                    rejected.tooLong += 1
                    continue
                }
                guard row.hasAllColumns else {
                    rejected.badColumns += 1
                    continue
                }
                let identity: UInt32
                if row.number != 0 {
                    if rules.rejectsNonVessels, MMSI.isNeverAVessel(number: row.number) {
                        rejected.notAVessel += 1
                        continue
                    }
                    identity = identities.number(ofNumeric: row.number)
                } else {
                    cursor.stand(on: row, by: plan)
                    guard let text = StaticValues.available(cursor.text(of: plan.identity)) else {
                        rejected.badIdentity += 1
                        continue
                    }
                    if rules.rejectsNonVessels, MMSI(text)?.station.isNeverAVessel == true {
                        rejected.notAVessel += 1
                        continue
                    }
                    identity = identities.number(ofText: text)
                }
                guard row.seconds >= earliest, row.seconds <= latest else {
                    rejected.badTime += 1
                    continue
                }
                let time = UInt32(row.seconds)
                let hash = row.describedHash ^ salt
                let statement: StaticRecorder.Verdict
                if let repeated = statics.noteRepeated(hash: hash, identity: identity, time: time) {
                    statement = repeated
                } else {
                    cursor.stand(on: row, by: plan)
                    statement = statics.note(cursor, layout: layout, hash: hash, identity: identity, time: time)
                }
                if rules.rejectsNonVessels, statement.isNoVessel {
                    rejected.notAVessel += 1
                    continue
                }
                guard row.latitude != DecodedRow.noPosition else {
                    if statement.isEmpty {
                        rejected.badPosition += 1
                    } else {
                        ledger.identityOnly += 1
                        firstTime = min(firstTime, row.seconds)
                        lastTime = max(lastTime, row.seconds)
                    }
                    continue
                }
                if row.nanoseconds != 0 || hasFractions {
                    hasFractions = true
                    chunk.note(fraction: row.nanoseconds, ofFix: filled)
                }
                fixes[filled] = PackedFix(
                    identity: identity, time: time, latitude: row.latitude, longitude: row.longitude)
                filled += 1
                firstTime = min(firstTime, row.seconds)
                lastTime = max(lastTime, row.seconds)
            }
        }
        chunk.fixes = [PackedFix](fixes[0..<filled])
        swap(&fixes, &self.fixes)
        fixCounts.append(contentsOf: repeatElement(0, count: identities.ids.count - fixCounts.count))
        for fix in chunk.fixes { fixCounts[Int(fix.identity)] += 1 }
        if firstTime <= lastTime {
            chunk.note(firstTime)
            chunk.note(lastTime)
        }
        ledger.rows = rows
        ledger.fixes = filled
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

extension RowPlan {
    /// A recognised layout has the four columns that every row is read for.
    init(_ layout: TrackLayout) {
        self.init(
            delimiter: layout.delimiter, columnCount: layout.columnCount, identity: layout.columns[.id] ?? -1,
            time: layout.columns[.time] ?? -1, latitude: layout.columns[.lat] ?? -1,
            longitude: layout.columns[.lon] ?? -1, described: layout.staticRuns)
    }
}

extension PackedFix {
    /// Fills room that no fix has taken yet.
    fileprivate static let none = PackedFix(identity: 0, time: 0, latitude: 0, longitude: 0)
}

extension MMSI {
    /// Whether a numeric identity is the MMSI of a station that cannot be a vessel.
    @inline(__always)
    fileprivate static func isNeverAVessel(number: UInt64) -> Bool {
        // Nearly all are those of ships.
        if number &- 200_000_000 < 600_000_000 { return false }
        guard number <= 999_999_999, number >= 100_000_000 else { return false }
        return MMSI(UInt32(number))?.station.isNeverAVessel == true
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
