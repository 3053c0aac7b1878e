import MaritimeModel

/// The table of an answer of `sts screen`: one row a finding.
enum ScreenCSVReport {
    private static let header = [
        "query", "taken_for", "answer", "match", "confidence", "degree", "list", "entry", "name", "programmes",
        "listed_on", "timing", "delisted_on", "path", "path_timing", "remark",
        "lists_checked",
    ]

    static func bytes(_ answer: ScreenAnswer) -> [UInt8] {
        var csv = CSVWriter()
        for name in header { csv.cell(name) }
        csv.endRow()
        let lists = answer.lists.map { "\($0.name) (\(Wording.editionAndAge(of: $0, on: answer.asOf)))" }
            .joined(separator: "; ")
        for item in answer.items {
            for finding in item.findings { row(finding, of: item, lists, in: &csv) }
            guard item.findings.isEmpty else { continue }
            csv.cell(item.query)
            csv.cell(item.takenFor.joined(separator: "; "))
            csv.cell("no match")
            for _ in header.dropFirst(5) { csv.cell(String?.none) }
            csv.cell(item.remark)
            csv.cell(lists)
            csv.endRow()
        }
        return csv.output.bytes
    }

    private static func row(_ finding: ScreenFinding, of item: ScreenedItem, _ lists: String, in csv: inout CSVWriter) {
        let match = finding.match
        csv.cell(item.query)
        csv.cell(item.takenFor.joined(separator: "; "))
        csv.cell(match.kind.isLead ? "lead" : "match")
        csv.cell(match.kind.rawValue)
        csv.cell(match.confidence, decimals: 2, trimmed: true)
        csv.cell(match.degree.rawValue)
        csv.cell(match.listed.list)
        csv.cell(match.listed.entry)
        csv.cell(match.listed.name)
        csv.cell(match.listed.programmes.joined(separator: "; "))
        csv.cell(match.listed.listedOn?.iso8601)
        csv.cell(finding.timing == .notStated ? nil : finding.timing.rawValue)
        csv.cell(match.listed.delistedOn?.iso8601)
        csv.cell(match.path.isEmpty ? nil : Wording.steps(match.path))
        csv.cell([.notNeeded, .notStated].contains(finding.pathTiming) ? nil : finding.pathTiming.rawValue)
        csv.cell(item.remark)
        csv.cell(lists)
        csv.endRow()
    }
}
