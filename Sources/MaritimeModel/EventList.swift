/// The events of a scan, in the order (start, vessel ids).
///
/// Threads make events share by share. The shares stay as they were made, and the order lies beside them: an event
/// takes some three hundred bytes, its place in the order eight.
public struct EventList: RandomAccessCollection, MutableCollection, Sendable {
    /// The events in the order in which they were made; the lists of all shares one after the other.
    public private(set) var shares: [[RendezvousEvent]]
    private var order: [Place]

    private struct Place {
        var share: Int32
        var index: Int32
    }

    /// Makes a list of events that are in order.
    public init(_ events: [RendezvousEvent] = []) {
        self.init(shares: [events], order: Array(events.indices))
    }

    /// Makes a list of the events of some shares; traps when there is not one place for each event.
    ///
    /// - Parameter order: places in the shares one after the other, in the order of the list.
    public init(shares: [[RendezvousEvent]], order: [Int]) {
        self.shares = shares
        var places: [Place] = []
        places.reserveCapacity(order.count)
        for (share, events) in shares.enumerated() {
            for index in events.indices {
                places.append(
                    Place(share: Int32(truncatingIfNeeded: share), index: Int32(truncatingIfNeeded: index)))
            }
        }
        precondition(places.count == order.count, "a place for each event")
        self.order = order.map { places[$0] }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { order.count }

    public subscript(position: Int) -> RendezvousEvent {
        // Lent and not copied: an event holds several references.
        _read {
            let place = order[position]
            yield shares[Int(place.share)][Int(place.index)]
        }
        _modify {
            let place = order[position]
            yield &shares[Int(place.share)][Int(place.index)]
        }
    }

    /// How many events match a listed vessel. Complexity: O(events).
    public var flaggedCount: Int {
        shares.reduce(0) { count, events in events.indices.reduce(count) { $0 + (events[$1].flagged ? 1 : 0) } }
    }
}

extension EventList: Hashable, ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: RendezvousEvent...) { self.init(elements) }

    /// Whether the events are the same in the same order, however they are kept.
    public static func == (left: EventList, right: EventList) -> Bool { left.elementsEqual(right) }

    public func hash(into hasher: inout Hasher) {
        for event in self { hasher.combine(event) }
    }
}
