import MaritimeModel
import Watchlist
import WorkSharing

/// Checks vessels against the lists and notes what the lists said at the time.
struct Screening {
    let watchlist: WatchlistIndex
    /// The date for which the answer is given instead of the time of the event; nil for that time.
    var asOf: CivilDate?
    var threads = 1

    /// Adds the sanctions records to events and gives the listed vessels that were seen, in the order of their ids.
    ///
    /// A lead by name is reported only with a meeting: many ships share a name with a listed one.
    ///
    /// - Parameter meets: by vessel, whether it has an event.
    func screen(_ events: inout EventList, vessels: [TrackedVessel], meets: [Bool]) -> [ListedVesselSighting] {
        var matches: [String: [SanctionsMatch]] = [:]
        var sightings: [ListedVesselSighting] = []
        let met = vessels.indices.filter { meets[$0] }
        watchlist.prepareNames(
            of: met.map { (number: Int) -> VesselTraits in VesselTraits(vessels[number]) }, threads: threads)
        // Each vessel by itself; the answers come in the order of the vessels.
        let watchlist = self.watchlist
        let parts = max(1, min(vessels.count, threads * 8))
        let answers = parallelMap(count: parts, threads: threads) { part in
            var answers: [(number: Int, found: [SanctionsMatch])] = []
            for number in vessels.count * part / parts..<vessels.count * (part + 1) / parts
            where meets[number] || watchlist.mayKnow(vessels, at: number) {
                let found = watchlist.matches(for: VesselTraits(vessels[number]), byName: meets[number])
                if !found.isEmpty { answers.append((number, found)) }
            }
            return answers
        }
        for (number, found) in answers.joined() {
            let vessel = vessels[number]
            matches[vessel.id] = found
            for match in found where match.kind != .name {
                let date = asOf ?? vessel.firstSeen.date
                sightings.append(
                    ListedVesselSighting(
                        id: vessel.id, name: vessel.staticData.names.value(at: vessel.firstSeen),
                        imo: vessel.staticData.imoNumbers.value(at: vessel.firstSeen), fixes: vessel.fixCount,
                        firstSeen: vessel.firstSeen, lastSeen: vessel.lastSeen, match: match,
                        timing: match.timing(at: date), pathTiming: match.pathTiming(at: date), events: []))
            }
        }
        var eventsOf: [String: [String]] = [:]
        if !matches.isEmpty {
            // In a crowd there are a hundred events to a vessel: no event and no vessel of one is copied here.
            for index in events.indices {
                for position in events[index].vessels.indices {
                    let id = events[index].vessels[position].id
                    guard let found = matches[id] else { continue }
                    let date = asOf ?? events[index].start.date
                    for match in found {
                        events[index].sanctions.append(
                            SanctionsHit(
                                vessel: position, match: match, timing: match.timing(at: date),
                                pathTiming: match.pathTiming(at: date)))
                    }
                    eventsOf[id, default: []].append(events[index].id.description)
                }
            }
        }
        for index in sightings.indices { sightings[index].events = eventsOf[sightings[index].id] ?? [] }
        return sightings
    }
}
