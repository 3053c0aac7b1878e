public import MaritimeModel

/// What the rules of identity ask of a vessel first, in a few bytes: found once for a vessel with many meetings.
///
/// The answers may err only towards a closer look by `OneHull` and `CarriedGear`.
public struct IdentityTraits: Sendable {
    /// The valid IMO number that it states; `none`, or `several` of them.
    private let number: UInt32
    private let mayBeGear: Bool
    private let mayCarry: Bool

    private static let none: UInt32 = 0
    private static let several: UInt32 = 1

    public init(of vessel: TrackedVessel) {
        let numbers = vessel.staticData.imoNumbers
        number = numbers.count > 1 ? Self.several : numbers.first?.value.number ?? Self.none
        mayBeGear = CarriedGear.mayBeGear(vessel)
        mayCarry = CarriedGear.mayCarry(vessel)
    }

    /// Whether both may state one IMO number (`OneHull.sameIMONumber`).
    public func mayShareNumber(with other: IdentityTraits) -> Bool {
        number != Self.none && other.number != Self.none
            && (number == other.number || number == Self.several || other.number == Self.several)
    }

    /// Whether two identities that share no IMO number may be one hull by their tracks.
    public func mayBeOneHull(with other: IdentityTraits) -> Bool {
        number == Self.none || other.number == Self.none
    }

    /// Whether one of the two may be gear that the other carries.
    public func mayBeCarriedOrCarry(_ other: IdentityTraits) -> Bool {
        (mayBeGear && other.mayCarry) || (mayCarry && other.mayBeGear)
    }
}
