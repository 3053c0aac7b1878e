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
    /// Rows that were rejected although it had been read whose they are: by number of the identity and reason.
    private(set) var lost: [UInt32: [RejectReason: Int]] = [:]
    /// Rows of each identity, by its number, that told of it and gave no fix; shorter when there are none.
    private var rowsWithoutFix: [Int] = []
    /// For the rows of a batch: the number of the identity, if the row has a fix and says what its vessel said last.
    private var repeating = [UInt32](repeating: IdentityTable.unknown, count: RowBatches.mostRows)

    init(number: Int, blockCapacity: Int) {
        self.number = number
        cursor = RowCursor(ByteBlock(capacity: blockCapacity))
    }

    /// Reads the rows of a part of the cursor's block.
    ///
    /// Every row is counted: used, or rejected under the first reason that applies, in the order columns, identity, a
    /// station's MMSI, time, a station's words, position.
    mutating func read(range: Range<Int>, layout: TrackLayout, rules: IngestRules, into chunk: inout FixChunk) {
        let layout = PlannedLayout(layout)
        var piece = PieceAccount()
        var fixes: [PackedFix] = []
        swap(&fixes, &self.fixes)
        var filled = 0
        var (firstTime, lastTime) = (UInt32.max, UInt32.min)
        batches.begin(range: range, of: cursor.block)
        while batches.next(in: cursor.block, by: layout.plan) {
            if fixes.count < filled + batches.count {
                fixes.append(contentsOf: repeatElement(PackedFix.none, count: max(4_096, fixes.count / 2)))
            }
            piece.ledger.rows += batches.count
            noteRepeating(layout, rules)
            for index in 0..<batches.count {
                let row = batches[index]
                let identity = repeating[index]
                let fix: PackedFix
                // The usual row, which needs no more than this, and any other.
                if identity != IdentityTable.unknown {
                    fix = PackedFix(
                        identity: identity, time: UInt32(truncatingIfNeeded: row.seconds), latitude: row.latitude,
                        longitude: row.longitude)
                    if row.nanoseconds != 0 || piece.hasFractions {
                        piece.hasFractions = true
                        chunk.note(fraction: row.nanoseconds, ofFix: filled)
                    }
                } else if let found = take(row, layout, rules, &piece) {
                    fix = found.fix
                    chunk.note(fraction: found.nanoseconds, ofFix: filled)
                    piece.hasFractions = piece.hasFractions || found.nanoseconds != 0
                } else {
                    continue
                }
                fixes[filled] = fix
                filled &+= 1
                firstTime = min(firstTime, fix.time)
                lastTime = max(lastTime, fix.time)
            }
        }
        chunk.fixes = [PackedFix](fixes[0..<filled])
        swap(&fixes, &self.fixes)
        if filled > 0 {
            chunk.note(Int64(firstTime))
            chunk.note(Int64(lastTime))
        }
        if let times = piece.timesWithoutFix {
            chunk.note(times.lowerBound)
            chunk.note(times.upperBound)
        }
        piece.ledger.fixes = filled
        piece.rejected.add(to: &piece.ledger)
        chunk.ledger.add(piece.ledger)
    }

    /// Finds the rows of the batch that have a fix and say what their vessel said last, and notes them.
    ///
    /// In short loops of their own, since the processor then fetches many places of the tables at once.
    private mutating func noteRepeating(_ layout: PlannedLayout, _ rules: IngestRules) {
        let (earliest, latest) = (rules.times.lowerBound, rules.times.upperBound)
        let longestRow = UInt32(clamping: rules.longestRow)
        let salt = layout.salt
        let count = batches.count
        // Apart from the worker while it is written to, as is the array of the recorder.
        var numbers: [UInt32] = []
        swap(&numbers, &repeating)
        defer { swap(&numbers, &repeating) }
        for index in 0..<count { numbers[index] = identities.find(batches[index].identity) }
        for index in 0..<count {
            let row = batches[index]
            let isNoted =
                row.seconds >= earliest && row.seconds <= latest && row.latitude != DecodedRow.noPosition
                && row.length <= longestRow
                && statics.noteRepeated(
                    hash: row.describedHash ^ salt, identity: numbers[index],
                    time: UInt32(truncatingIfNeeded: row.seconds))
            if !isNoted { numbers[index] = IdentityTable.unknown }
        }
    }

    /// Reads any row by all the rules; nil when it gives no fix, for a reason that is counted.
    @inline(never)
    private mutating func take(
        _ found: DecodedRow, _ layout: PlannedLayout, _ rules: IngestRules, _ piece: inout PieceAccount
    ) -> (fix: PackedFix, nanoseconds: UInt32)? {
        let row = found.needsCare ? cursor.decode(found, by: layout.plan) : found
        guard row.length <= rules.longestRow else {
            piece.rejected.tooLong += 1
            return nil
        }
        guard row.hasAllColumns else {
            piece.rejected.badColumns += 1
            return nil
        }
        let identity: UInt32
        if row.identity < DecodedRow.leastHash {
            if rules.rejectsNonVessels, row.identity <= 999_999_999, row.identity >= 100_000_000,
                MMSI(UInt32(row.identity))?.station.isNeverAVessel == true
            {
                piece.rejected.notAVessel += 1
                return nil
            }
            identity = identities.number(ofNumeric: row.identity)
        } else {
            cursor.stand(on: row, by: layout.plan)
            guard let text = StaticValues.available(cursor.text(of: layout.plan.identity)) else {
                piece.rejected.badIdentity += 1
                return nil
            }
            if rules.rejectsNonVessels, MMSI(text)?.station.isNeverAVessel == true {
                piece.rejected.notAVessel += 1
                return nil
            }
            identity = identities.number(ofText: text, hash: row.identity)
        }
        guard rules.times.contains(row.seconds) else {
            piece.rejected.badTime += 1
            lost[identity, default: [:]][.badTime, default: 0] += 1
            return nil
        }
        let time = UInt32(row.seconds)
        let hash = row.describedHash ^ layout.salt
        let statement: StaticRecorder.Verdict
        if let known = statics.noteKnown(hash: hash, identity: identity, time: time) {
            statement = known
        } else {
            cursor.stand(on: row, by: layout.plan)
            statement = statics.noteNew(cursor, columns: layout.described, hash: hash, identity: identity, time: time)
        }
        if rules.rejectsNonVessels, statement.isNoVessel {
            piece.rejected.notAVessel += 1
            lost[identity, default: [:]][.notAVessel, default: 0] += 1
            countRowWithoutFix(identity)
            return nil
        }
        guard row.latitude != DecodedRow.noPosition else {
            if statement.isEmpty {
                piece.rejected.badPosition += 1
                lost[identity, default: [:]][.badPosition, default: 0] += 1
            } else {
                piece.ledger.identityOnly += 1
                piece.noteWithoutFix(row.seconds)
            }
            countRowWithoutFix(identity)
            return nil
        }
        return (
            PackedFix(identity: identity, time: time, latitude: row.latitude, longitude: row.longitude),
            row.nanoseconds
        )
    }

    private mutating func countRowWithoutFix(_ identity: UInt32) {
        let missing = Int(identity) + 1 - rowsWithoutFix.count
        if missing > 0 { rowsWithoutFix.append(contentsOf: repeatElement(0, count: missing)) }
        rowsWithoutFix[Int(identity)] += 1
    }

    /// Fixes of each identity so far, by its number.
    mutating func fixCounts() -> [Int] {
        var counts = statics.rowCounts(identities: identities.ids.count)
        for (identity, count) in rowsWithoutFix.enumerated() { counts[identity] -= count }
        return counts
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

/// What is counted while a piece is read.
private struct PieceAccount {
    var ledger = RejectLedger()
    var rejected = RejectCounts()
    /// Whether any fix has a part of a second.
    var hasFractions = false
    /// The first and last time of rows that gave identity alone.
    private(set) var timesWithoutFix: ClosedRange<Int64>?

    mutating func noteWithoutFix(_ seconds: Int64) {
        let known = timesWithoutFix ?? seconds...seconds
        timesWithoutFix = min(known.lowerBound, seconds)...max(known.upperBound, seconds)
    }
}

extension PackedFix {
    /// Fills room that no fix has taken yet.
    fileprivate static let none = PackedFix(identity: 0, time: 0, latitude: 0, longitude: 0)
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
