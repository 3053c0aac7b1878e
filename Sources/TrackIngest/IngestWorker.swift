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
    /// Where fixes go.
    var store: FixStore
    /// Rows that were rejected although it had been read whose they are: by number of the identity and reason.
    private(set) var lost: [UInt32: [RejectReason: Int]] = [:]
    /// For the rows of a batch: the number of the identity, if the row has a fix and says what its vessel said last.
    ///
    /// Such rows are noted in a loop of their own, since the processor then fetches many places of the tables at once.
    private var repeating = [UInt32](repeating: IdentityTable.unknown, count: RowBatches.mostRows)

    init(number: Int, blockCapacity: Int, store: consuming FixStore) {
        self.number = number
        self.store = store
        cursor = RowCursor(ByteBlock(capacity: blockCapacity))
    }

    /// Reads the rows of a part of the cursor's block.
    ///
    /// Every row is counted: used, or rejected under the first reason that applies, in the order columns, identity, a
    /// station's MMSI, time, a station's words, position.
    mutating func read(range: Range<Int>, layout: PlannedLayout, rules: IngestRules, into record: inout PieceRecord) {
        var piece = PieceAccount()
        var filled = 0
        var (firstTime, lastTime) = (UInt32.max, UInt32.min)
        batches.begin(range: range, of: cursor.block)
        while batches.next(in: cursor.block, by: layout.plan, entries: statics.hint) {
            store.makeRoom(for: batches.count, ids: identities.ids)
            piece.ledger.rows += batches.count
            statics.noteRepeated(batches, salt: layout.salt, rules: rules, numbers: &repeating)
            for index in 0..<batches.count {
                let identity = repeating[index]
                let time: UInt32
                // The usual row, which needs no more than this, and any other.
                if identity != IdentityTable.unknown {
                    let fix = batches.fix(index)
                    time = UInt32(truncatingIfNeeded: fix.seconds)
                    store.append(
                        identity: identity, time: time, latitude: fix.latitude, longitude: fix.longitude,
                        nanoseconds: fix.nanoseconds)
                } else if let found = take(batches[index], layout, rules, &piece) {
                    time = found
                } else {
                    continue
                }
                filled &+= 1
                firstTime = min(firstTime, time)
                lastTime = max(lastTime, time)
            }
        }
        if filled > 0 {
            record.note(Int64(firstTime))
            record.note(Int64(lastTime))
        }
        if let times = piece.timesWithoutFix {
            record.note(times.lowerBound)
            record.note(times.upperBound)
        }
        piece.ledger.fixes = filled
        piece.rejected.add(to: &piece.ledger)
        record.ledger.add(piece.ledger)
    }

    /// Reads any row by all the rules and keeps its fix.
    ///
    /// - Returns: the fix's time, or nil when the row gives no fix, for a reason that is counted.
    @inline(never)
    private mutating func take(
        _ found: DecodedRow, _ layout: PlannedLayout, _ rules: IngestRules, _ piece: inout PieceAccount
    ) -> UInt32? {
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
        let said = StaticRecorder.Row(
            identity: identity, key: row.identity, hash: row.describedHash ^ layout.salt, time: time)
        let statement: StaticRecorder.Verdict
        if let known = statics.noteKnown(said) {
            statement = known
        } else {
            cursor.stand(on: row, by: layout.plan)
            statement = statics.noteNew(said, cursor, columns: layout.described)
        }
        if rules.rejectsNonVessels, statement.isNoVessel {
            piece.rejected.notAVessel += 1
            lost[identity, default: [:]][.notAVessel, default: 0] += 1
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
            return nil
        }
        store.append(
            identity: identity, time: time, latitude: row.latitude, longitude: row.longitude,
            nanoseconds: row.nanoseconds)
        return time
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
    /// The first and last time of rows that gave identity alone.
    private(set) var timesWithoutFix: ClosedRange<Int64>?

    mutating func noteWithoutFix(_ seconds: Int64) {
        let known = timesWithoutFix ?? seconds...seconds
        timesWithoutFix = min(known.lowerBound, seconds)...max(known.upperBound, seconds)
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
