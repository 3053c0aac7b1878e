import ByteInput

/// Finds out which published list a comma-separated file is, by the words of its header.
///
/// They are asked before house lists, whose columns some of them have as well.
enum PublishedTables {
    /// What is accepted, for messages.
    static let accepted =
        "the UK Sanctions List, the UN 1718 list of vessels, the EU's Annex XLII and OpenSanctions' maritime.csv and targets.simple.csv as CSV, "
        + "FollowTheMoney entities as JSON lines"

    /// Reads the list that a file holds; nil when it is none of these.
    static func read(_ contents: FileContents) throws(WatchlistError) -> SanctionsList? {
        var reader = ListRecordReader(contents.bytes)
        guard let first = reader.next() else { return nil }
        if UKListCSV.isBeginning(first) { return try UKListCSV.read(contents) }
        if UN1718CSV.isHeader(first) { return try UN1718CSV.read(contents) }
        if EUAnnexCSV.isHeader(first) { return try EUAnnexCSV.read(contents) }
        if OpenSanctionsCSV.isMaritimeHeader(first) || OpenSanctionsCSV.isTargetsHeader(first) {
            return try OpenSanctionsCSV.read(contents)
        }
        return nil
    }
}
