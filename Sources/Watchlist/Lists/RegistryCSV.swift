import ByteInput
import MaritimeModel

/// Reads a register of ships and those who run them, with the header `imo,owner,manager,operator,flag,since`.
///
/// It adds links and says nothing about sanctions: its ships are recorded, not listed. Those who run them are known by
/// their IMO company number (`IMO 6414273`), which leads into every list, or by a name, which leads into none, since another
/// list may mean another company by it. A row a ship and time; several rows of one ship are one party.
struct RegistryCSV {
    static func read(_ contents: FileContents, table: ListTable) throws(WatchlistError) -> SanctionsList {
        let fileName = contents.path.split(separator: "/").last.map(String.init) ?? contents.path
        var list = SanctionsList(name: fileName, format: .registryCSV, files: [CheckedList.ListFile(contents)])
        var positions: [IMONumber: Int] = [:]
        var rows = 0
        var reader = ListRecordReader(contents.bytes, delimiter: table.delimiter)
        _ = reader.next()
        while let record = reader.next() {
            rows += 1
            var row = HouseListRow(record, table: table, path: contents.path)
            row.read()
            list.problems.add(row.problems)
            guard let party = row.party, let number = party.shipNumber else {
                list.problems.note(
                    "row without a ship's number",
                    "\(contents.path), line \(record.line): it has no valid IMO number; it is left out.")
                continue
            }
            if let known = positions[number] {
                list.parties[known].links += party.links.filter { !list.parties[known].links.contains($0) }
                list.parties[known].names += party.names.filter { !list.parties[known].names.contains($0) }
            } else {
                positions[number] = list.parties.count
                list.parties.append(party)
            }
        }
        if let line = reader.unclosedQuoteLine { throw .unclosedQuote(path: contents.path, line: line) }
        guard !list.parties.isEmpty else {
            throw WatchlistError(
                path: contents.path, line: rows == 0 ? 1 : nil,
                message: rows == 0
                    ? "it holds a header and no ships: add rows, or leave the register out."
                    : "none of its \(rows) rows can be used. \(list.problems.sentences.first ?? "")")
        }
        return list
    }
}
