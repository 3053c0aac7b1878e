import MaritimeModel
import RendezvousDetection

/// What became of some meetings that follow each other.
struct MeetingVerdicts: Sendable {
    var events: [RendezvousEvent] = []
    /// The meeting of each event as one contact, from its first start to its last end.
    private(set) var meetings: [Contact] = []
    /// What the events are called, once more and close together.
    private(set) var ids: [EventID] = []
    private(set) var excluded: [ExclusionReason: Int] = [:]
    private(set) var findings: [IdentityFinding] = []

    /// Makes room for so many meetings.
    init(room: Int) {
        events.reserveCapacity(room)
        meetings.reserveCapacity(room)
        ids.reserveCapacity(room)
    }

    mutating func report(_ event: RendezvousEvent, of meeting: Rendezvous) {
        ids.append(event.id)
        meetings.append(
            Contact(first: meeting.first, second: meeting.second, start: meeting.start, end: meeting.end))
        events.append(event)
    }

    mutating func exclude(_ reason: ExclusionReason, because finding: IdentityFinding? = nil) {
        excluded[reason, default: 0] += 1
        if var finding {
            finding.meetings = 1
            findings.append(finding)
        }
    }
}
