import MaritimeModel

/// Meetings that are shown together: the pairs of one operation of more than two ships, or a single meeting.
struct MeetingGroup {
    /// Nil for a meeting that stands alone.
    var operationID: OperationID?
    /// Positions in the list of events: flagged ones first, then the longest time in contact first.
    var members: [Int]
    var isFlagged: Bool

    /// The groups in the order of their longest time in contact; of two as long, the one whose event comes first.
    ///
    /// In a flagged group the time of a flagged meeting counts. Complexity: O(n log n).
    static func groups(of events: EventList) -> [MeetingGroup] {
        var groups: [MeetingGroup] = []
        var groupOfOperation: [OperationID: Int] = [:]
        for (number, event) in events.enumerated() {
            if let operation = event.operationID, let known = groupOfOperation[operation] {
                groups[known].members.append(number)
                groups[known].isFlagged = groups[known].isFlagged || event.flagged
            } else {
                if let operation = event.operationID { groupOfOperation[operation] = groups.count }
                groups.append(
                    MeetingGroup(operationID: event.operationID, members: [number], isFlagged: event.flagged))
            }
        }
        for number in groups.indices {
            groups[number].members.sort { left, right in
                let one = events[left]
                let other = events[right]
                if one.flagged != other.flagged { return one.flagged }
                if one.ledger.contactSeconds != other.ledger.contactSeconds {
                    return one.ledger.contactSeconds > other.ledger.contactSeconds
                }
                return left < right
            }
            // An operation whose other pairs are not reported reads as a single meeting.
            if groups[number].members.count == 1 { groups[number].operationID = nil }
        }
        return groups.sorted { left, right in
            let one = events[left.members[0]].ledger.contactSeconds
            let other = events[right.members[0]].ledger.contactSeconds
            return one != other ? one > other : left.members[0] < right.members[0]
        }
    }
}
