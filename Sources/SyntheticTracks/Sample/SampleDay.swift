public import MaritimeModel

/// One file of the sample: a UTC day in one layout, with the dirt that real files carry.
public struct SampleDay: Sendable {
    /// The file's name before compression.
    public let name: String
    /// The whole file.
    public let bytes: [UInt8]
    /// Lines below the header.
    public let rowCount: Int
    /// Rows that give a position, after duplicates are taken out.
    public let fixCount: Int
    /// Planted rows that have no position but say who the vessel is.
    public let identityOnlyCount: Int
    /// Planted rows that must be rejected, by reason.
    public let rejected: [RejectReason: Int]
}

/// Writes one day of a world.
struct SampleDayWriter {
    let builder: WorldBuilder
    let layout: any TrackLayout
    let day: CivilDate
    /// How far a row may stand from its place in time, in seconds; 0 keeps the order.
    let disorderSeconds: Int

    func write(name: String, using random: inout SplitMix64) -> SampleDay {
        let from = Timestamp(day).secondsSince1970
        let times = from..<(from + 86_400)
        var lines: [(key: Int64, bytes: [UInt8])] = []
        for track in builder.tracks {
            var draughts = track.vessel.draughts[...]
            var prepared = layout.prepare(track.vessel, draughtDecimetres: 0)
            for row in track.rows where times.contains(row.time.secondsSince1970) {
                while let next = draughts.first, next.from <= row.time {
                    prepared = layout.prepare(track.vessel, draughtDecimetres: next.decimetres)
                    draughts.removeFirst()
                }
                var bytes: [UInt8] = []
                layout.append(row, of: prepared, to: &bytes)
                lines.append((row.time.secondsSince1970, bytes))
            }
        }
        // Tracks come in a fixed order and no id repeats a second, so this order is the same in every run.
        var order = lines.indices.sorted { (lines[$0].key, $0) < (lines[$1].key, $1) }
        let fixCount = order.count
        let dirt = DirtyRows(layout: layout, columns: layout.columns)
        let planted = dirt.plant(among: lines.map(\.bytes), using: &random)
        for row in planted {
            order.append(lines.count)
            lines.append((lines[row.neighbour].key, row.bytes))
        }
        var keys = lines.map { $0.key }
        for row in keys.indices where disorderSeconds > 0 { keys[row] += Int64(random.below(disorderSeconds)) }
        order.sort { (keys[$0], $0) < (keys[$1], $1) }

        var bytes = Array(layout.header.utf8)
        bytes.append(UInt8(ascii: "\n"))
        for row in order { bytes.append(contentsOf: lines[row].bytes) }
        var rejected: [RejectReason: Int] = [:]
        for case let reason? in planted.map(\.reason) { rejected[reason, default: 0] += 1 }
        return SampleDay(
            name: name, bytes: bytes, rowCount: lines.count, fixCount: fixCount,
            identityOnlyCount: planted.count { $0.reason == nil }, rejected: rejected)
    }
}
