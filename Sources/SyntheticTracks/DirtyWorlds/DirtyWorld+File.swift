import MaritimeModel

extension DirtyWorld {
    /// The world as a file in the layout of NOAA MarineCadastre, 2018 to 2023.
    ///
    /// Two things can differ from NOAA's own files: six decimals in place of five, and milliseconds in the times.
    public var fileBytes: [UInt8] {
        let statements = vessels.map {
            marineCadastreParts(of: $0, draughtDecimetres: $0.draughts.first?.decimetres ?? 0)
        }
        var bytes = Array(NOAALayoutWriter().header.utf8)
        bytes.reserveCapacity(rows.count * 128)
        bytes.append(UInt8(ascii: "\n"))
        for row in rows {
            let statement = statements[Int(row.report.vessel)]
            bytes.append(contentsOf: statement.identity)
            bytes.appendTime(row.report.time, separator: UInt8(ascii: "T"))
            if hasMilliseconds {
                bytes.append(UInt8(ascii: "."))
                bytes.append(48 &+ UInt8(truncatingIfNeeded: row.milliseconds / 100))
                bytes.appendTwoDigits(row.milliseconds % 100)
            }
            bytes.append(UInt8(ascii: ","))
            bytes.appendDegrees(e7: row.report.position.latitudeE7, decimals: decimals, trimmed: true)
            bytes.append(UInt8(ascii: ","))
            bytes.appendDegrees(e7: row.report.position.longitudeE7, decimals: decimals, trimmed: true)
            appendMarineCadastreRest(of: row.report, statement, to: &bytes)
        }
        return bytes
    }
}
