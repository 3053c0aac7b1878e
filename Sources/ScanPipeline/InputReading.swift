import ByteInput
import Glibc
import MaritimeModel
import TrackIngest
import Watchlist
import WorkSharing

/// What a plan's inputs held, and the account of it: the part that every kind of run begins with.
struct InputReading {
    let tracks: TrackTable
    /// What was read, then the arguments that gave nothing to read.
    let inputs: [InputRecord]
    /// Sum over the inputs.
    let ledger: RejectLedger
    /// What the reader should know about the input, one sentence each.
    let warnings: [String]

    /// Reads all inputs of a plan; fails when nothing at all could be read, or when memory does not suffice.
    ///
    /// - Parameter meanwhile: other work, done while rows are read; false ends the reading, as for a list that cannot be
    ///   read.
    init(
        of plan: ScanPlan, from expansion: InputExpansion, _ meter: ProgressMeter, _ clock: StageClock? = nil,
        meanwhile: (@Sendable () -> Bool)? = nil
    ) throws(ScanFailure) {
        let reading = try Self.read(expansion, plan, meter, clock, meanwhile)
        tracks = reading.tracks
        inputs = Self.records(of: reading, expansion)
        ledger = inputs.reduce(into: RejectLedger()) { $0.add($1.ledger) }
        warnings = Self.warnings(of: reading, inputs)
        guard inputs.contains(where: { $0.failure == nil || $0.ledger.rows > 0 }) else {
            throw ScanFailure(kind: .input, messages: Self.nothingRead(inputs, reading.warnings))
        }
    }

    private static func read(
        _ expansion: InputExpansion, _ plan: ScanPlan, _ meter: ProgressMeter, _ clock: StageClock?,
        _ meanwhile: (@Sendable () -> Bool)?
    ) throws(ScanFailure) -> TrackReading {
        // A day of grace for clocks and zones that are off.
        let latest = Timestamp(secondsSince1970: Int64(time(nil)) + 86_400)
        let reader = TrackReader(
            columns: try columns(plan.columns), latestTime: latest,
            rejectsNonVessels: !plan.rawTracks && !plan.parameters.includeGear, cutsSegments: !plan.rawTracks,
            threads: plan.threads, memoryBytes: plan.memoryLimitBytes ?? TrackReader.usualMemoryBytes, clock: clock,
            passOver: { WatchlistIndex.isListHeader($0) ? "it is a watchlist; give it with --watchlist" : nil })
        do throws(TrackReadingFailure) {
            return try reader.read(
                expansion.inputs, meanwhile: meanwhile,
                progress: { meter.tell(.reading, bytes: $0, rows: $1) })
        } catch {
            switch error {
            case .storage(let message): throw ScanFailure(kind: .memory, messages: [message])
            case .threads(let message): throw ScanFailure(kind: .memory, messages: [message])
            case .unwanted: throw ScanFailure(kind: .watchlist, messages: ["a list could not be read"])
            }
        }
    }

    private static func columns(_ named: [String: String]) throws(ScanFailure) -> [TrackColumn: String] {
        var columns: [TrackColumn: String] = [:]
        for (name, header) in named {
            guard let column = TrackColumn(rawValue: name) else {
                throw ScanFailure(
                    kind: .usage,
                    messages: [
                        "--columns does not know \"\(name)\"; it knows "
                            + TrackColumn.allCases.map(\.rawValue).joined(separator: ", ")
                    ])
            }
            columns[column] = header
        }
        return columns
    }

    /// Why there is nothing to answer with: what failed, or else what was passed over.
    private static func nothingRead(_ inputs: [InputRecord], _ warnings: [String]) -> [String] {
        let failures = inputs.compactMap(\.failure)
        guard failures.isEmpty else { return failures }
        return warnings + ["no track file is left to read; name one, or a folder or an archive that holds one"]
    }

    /// The records of what was read, and those of arguments that gave nothing to read.
    private static func records(of reading: TrackReading, _ expansion: InputExpansion) -> [InputRecord] {
        reading.inputs
            + expansion.problems.map { problem in
                var record = InputRecord(path: problem.path, bytes: 0, modified: nil)
                record.failure = problem.message
                return record
            }
    }

    private static func warnings(of reading: TrackReading, _ records: [InputRecord]) -> [String] {
        var warnings = reading.warnings
        for record in records where record.failure == nil && record.ledger.rows == 0 {
            warnings.append("\(record.path) has a header and no rows")
        }
        return warnings
    }
}

extension ProgressMeter {
    /// A meter for the reading of these inputs; the total is known when the size of each is.
    convenience init(reading expansion: InputExpansion, report: @escaping @Sendable (ScanProgress) -> Void) {
        let sizes = expansion.inputs.map(\.bytes)
        self.init(bytesTotal: sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }, report: report)
    }
}
