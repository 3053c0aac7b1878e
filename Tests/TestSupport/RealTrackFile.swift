import Foundation
public import MaritimeModel

/// One of the real track files that may lie beside the package; the tests that need them are skipped without.
///
/// The two further samples there hold thirteen rows of thirteen vessels: no stretch, and so nothing for the detector.
public struct RealTrackFile: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    /// Where the four columns that matter stand; in every one of the files they are the first four.
    let columns: Columns

    struct Columns: Hashable, Sendable {
        var id: Int
        var time: Int
        var latitude: Int
        var longitude: Int
    }

    public static let virginiaBeach = RealTrackFile(
        name: "virginia-beach-2020-06-04-to-06.csv.gz", columns: Columns(id: 0, time: 1, latitude: 3, longitude: 2))
    public static let solent = RealTrackFile(
        name: "solent-2016-01-12.csv.gz", columns: Columns(id: 1, time: 0, latitude: 2, longitude: 3))
    public static let newYork = RealTrackFile(
        name: "noaa-ny-harbor-2020-06-30-hour1.csv", columns: Columns(id: 3, time: 0, latitude: 2, longitude: 1))
    public static let unitedStates = RealTrackFile(
        name: "noaa-2022-01-03-slice.csv.gz", columns: Columns(id: 0, time: 1, latitude: 2, longitude: 3))
    public static let all = [virginiaBeach, solent, newYork, unitedStates]

    /// Beside the package: this file lies three steps below its root.
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/../shared/tracks/"

    public static let areThere = all.allSatisfy { FileManager.default.isReadableFile(atPath: $0.path) }
    public static let hint = "needs ../shared/tracks beside the package"

    public var path: String { Self.folder + name }
    public var description: String { name }

    /// Reads the rows; unpacks with gzip where needed.
    public func read() throws -> RealTracks {
        let text: String
        if name.hasSuffix(".gz") {
            let outcome = try ProgramRunner(path: "/usr/bin/env").run(["gzip", "-dc", path])
            guard outcome.exitCode == 0 else { throw CocoaError(.fileReadUnknown) }
            text = outcome.text
        } else {
            text = try String(contentsOfFile: path, encoding: .utf8)
        }
        return RealTracks(of: text, columns: columns)
    }
}

/// The rows of a real track file, taken apart so far that fixes can be changed and the file written again.
public struct RealTracks: Sendable {
    /// One row; the fields behind the first four stay as they are.
    public struct Row: Hashable, Sendable {
        public var id: String
        /// Whole seconds since 1970.
        public var time: Int64
        /// What follows the second in the file: a fraction, a zone, or nothing.
        var timeTail: String
        public var position: GeoPosition
        /// The other fields, without the comma before them, or nil when there are none.
        public var rest: Substring?
    }

    let header: String
    let columns: RealTrackFile.Columns
    public var rows: [Row]

    init(of text: String, columns: RealTrackFile.Columns) {
        // By bytes: as characters it takes ten times as long.
        let lines = text.utf8.split { $0 == 10 || $0 == 13 }.map { Substring($0) }
        header = lines.first.map { String($0) } ?? ""
        self.columns = columns
        var days: [Substring: CivilDate] = [:]
        rows = lines.dropFirst().compactMap { Self.row($0, columns, &days) }
    }

    /// A row that has an id, a time and a position, else nil; `days` keeps the dates that were read before.
    private static func row(
        _ line: Substring, _ columns: RealTrackFile.Columns, _ days: inout [Substring: CivilDate]
    ) -> Row? {
        let fields = line.utf8.split(separator: 44, maxSplits: 4, omittingEmptySubsequences: false)
        guard fields.count >= 4, let latitude = Double(Substring(fields[columns.latitude])),
            let longitude = Double(Substring(fields[columns.longitude])),
            let position = GeoPosition(latitude: latitude, longitude: longitude)
        else { return nil }
        let moment = fields[columns.time]
        let day = Substring(moment.prefix(10))
        guard let date = days[day] ?? CivilDate(iso8601: String(day)) else { return nil }
        days[day] = date
        let clock = moment.dropFirst(11).prefix(8).map { Int($0) - 48 }
        guard clock.count == 8 else { return nil }
        return Row(
            id: String(Substring(fields[columns.id])),
            time: Timestamp(
                date, hour: clock[0] * 10 + clock[1], minute: clock[3] * 10 + clock[4],
                second: clock[6] * 10 + clock[7]
            ).secondsSince1970,
            timeTail: String(Substring(moment.dropFirst(19))), position: position,
            rest: fields.count > 4 ? Substring(fields[4]) : nil)
    }

    /// How many fields `Row.rest` holds, by the header.
    public var fieldsOfRest: Int { max(0, header.utf8.count { $0 == 44 } - 3) }

    /// The same without the rows that share a vessel's second with an earlier one: which of those counts would depend
    /// on which way is north and east.
    public var withOneFixASecond: RealTracks {
        var seen: [String: Set<Int64>] = [:]
        var result = self
        result.rows = rows.filter { seen[$0.id, default: []].insert($0.time).inserted }
        return result
    }

    /// The file again, in its own layout.
    public var text: String {
        var text = header + "\n"
        var second: (time: Int64, text: String) = (-1, "")
        for row in rows {
            // In most files many rows share a second.
            if row.time != second.time {
                second = (row.time, String(Timestamp(secondsSince1970: row.time).iso8601.utf8.dropLast()) ?? "")
            }
            var fields = ["", "", "", ""]
            fields[columns.id] = row.id
            fields[columns.time] = second.text + row.timeTail
            fields[columns.latitude] = Self.degrees(row.position.latitudeE7)
            fields[columns.longitude] = Self.degrees(row.position.longitudeE7)
            for (number, field) in fields.enumerated() {
                if number > 0 { text += "," }
                text += field
            }
            if let rest = row.rest { text += "," + rest }
            text += "\n"
        }
        return text
    }

    /// The rows as the detector takes them.
    public var table: TrackTable {
        var fixes: [String: [TestFix]] = [:]
        for row in withOneFixASecond.rows {
            guard let time = UInt32(exactly: row.time) else { continue }
            fixes[row.id, default: []].append(TestFix(time: time, position: row.position))
        }
        return .of(fixed: fixes.map { ($0.key, $0.value.sorted { $0.time < $1.time }) })
    }

    /// Fixed point as decimal text, every digit of it.
    private static func degrees(_ value: Int32) -> String {
        let fraction = String(value.magnitude % 10_000_000)
        let zeros = String(repeating: "0", count: 7 - fraction.utf8.count)
        return "\(value < 0 ? "-" : "")\(value.magnitude / 10_000_000).\(zeros)\(fraction)"
    }
}
