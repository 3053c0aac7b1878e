/// The vessels of an event: two or more, ordered by id.
///
/// Nearly all events have two. These lie in the event itself; only further ones take a list.
public struct EventVessels: RandomAccessCollection, MutableCollection, Hashable, Sendable {
    public private(set) var count: Int
    private var first = EventVessels.nobody
    private var second = EventVessels.nobody
    private var further: [EventVessel] = []

    private static let nobody = EventVessel(id: "", fixes: 0, medianSpeedKnots: 0)

    /// The vessels of a pair.
    public init(_ first: EventVessel, _ second: EventVessel) {
        count = 2
        self.first = first
        self.second = second
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(position: Int) -> EventVessel {
        // Lent and not copied, as the events are.
        _read {
            precondition(position >= 0 && position < count, "no such vessel")
            switch position {
            case 0: yield first
            case 1: yield second
            default: yield further[position - 2]
            }
        }
        _modify {
            precondition(position >= 0 && position < count, "no such vessel")
            switch position {
            case 0: yield &first
            case 1: yield &second
            default: yield &further[position - 2]
            }
        }
    }
}

extension EventVessels: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: EventVessel...) {
        count = elements.count
        if count > 0 { first = elements[0] }
        if count > 1 { second = elements[1] }
        further = Array(elements.dropFirst(2))
    }
}
