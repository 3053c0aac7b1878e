import MaritimeModel

extension TextReport {
    /// Every meeting with a listed vessel, in full, with the other meetings of the same operation.
    mutating func writeFlagged<Failure: Error>(
        _ groups: [MeetingGroup], to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let flaggedGroups = groups.filter(\.isFlagged)
        if flaggedGroups.isEmpty { return }
        page.heading(
            "MEETINGS WITH A \(flaggedVessels.uppercased()) (\(Wording.count(events.flaggedCount)))")
        var number = 0
        for (place, group) in flaggedGroups.enumerated() {
            if place > 0 { page.blankLine() }
            writeOperationHead(group)
            let flagged = group.members.filter { events[$0].flagged }
            for member in flagged {
                number += 1
                if number > 1 { page.blankLine() }
                writeBlock(events[member], number: number)
                try page.output.passOnFullPiece(to: sink)
            }
            let beside = group.members.filter { !events[$0].flagged }
            if !beside.isEmpty {
                page.paragraph("The other meetings of this operation, with no \(flaggedVessels):", indent: 5)
            }
            for member in beside.prefix(TextReport.mostBesideFlagged) { writeEntry(events[member], number: nil) }
            if beside.count > TextReport.mostBesideFlagged {
                more(beside.count - TextReport.mostBesideFlagged, indent: 5)
            }
            try page.output.passOnFullPiece(to: sink)
        }
    }

    /// The meetings of no flagged operation, the longest time in contact first.
    mutating func writeOthers<Failure: Error>(
        _ groups: [MeetingGroup], to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let others = groups.filter { !$0.isFlagged }
        let total = others.reduce(0) { $0 + $1.members.count }
        if total == 0 { return }
        let kind = run.checkedAList ? "OTHER MEETINGS" : "MEETINGS"
        page.heading("\(kind) (\(Wording.count(total))), the longest time in contact first; times are UTC")
        var number = 0
        for group in others where number < TextReport.mostOthers {
            writeOperationHead(group)
            for member in group.members where number < TextReport.mostOthers {
                number += 1
                writeEntry(events[member], number: number)
            }
            if group.operationID != nil { page.blankLine() }
            try page.output.passOnFullPiece(to: sink)
        }
        if total > number { more(total - number, indent: 2) }
    }

    private mutating func more(_ count: Int, indent: Int) {
        page.paragraph("and \(Wording.count(count)) more: see all with --format csv or --format json", indent: indent)
    }

    /// What makes the meetings below it one operation; nothing for a meeting that stands alone.
    private mutating func writeOperationHead(_ group: MeetingGroup) {
        guard let id = group.operationID else { return }
        let meetings = group.members.map { events[$0] }
        let ships = Set(meetings.flatMap { $0.vessels.map(\.id) }).count
        guard let start = meetings.map(\.start).min(), let end = meetings.map(\.end).max() else { return }
        page.blankLine()
        page.line(
            "  Operation, \(Wording.count(ships)) vessels, \(Wording.count(meetings.count)) meetings: "
                + "\(Wording.span(start, end)) UTC",
            right: id.description, .heading)
    }
}
