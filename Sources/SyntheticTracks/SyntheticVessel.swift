public import MaritimeModel

/// A made-up vessel: what it says of itself.
public struct SyntheticVessel: Sendable {
    public var mmsi: MMSI
    /// Nil is written as `IMO0000000` by class A and left out by class B, as real sets do.
    public var imo: IMONumber?
    /// At most 20 characters, as AIS allows.
    public var name: String
    public var callSign: String
    /// An AIS ship-type code, 0...99.
    public var aisType: Int
    /// Unit: metres; 0 is not stated.
    public var length: Int
    public var beam: Int
    /// The stated draughts in time order, the first from the start; empty is not stated.
    public var draughts: [DraughtChange]
    public var destination: String
    /// Whether it carries the set that large ships must carry (class A) or the small one (class B).
    public var isClassA: Bool
    /// Whether it has a gyro compass connected; without one its heading is 511.
    public var statesHeading: Bool

    public init(
        mmsi: MMSI, imo: IMONumber?, name: String, callSign: String, aisType: Int, length: Int, beam: Int,
        draughts: [DraughtChange] = [], destination: String = "", isClassA: Bool = true, statesHeading: Bool = true
    ) {
        self.mmsi = mmsi
        self.imo = imo
        self.name = name
        self.callSign = callSign
        self.aisType = aisType
        self.length = length
        self.beam = beam
        self.draughts = draughts
        self.destination = destination
        self.isClassA = isClassA
        self.statesHeading = statesHeading
    }

    /// A draught and the moment from which it is stated.
    public struct DraughtChange: Hashable, Sendable {
        public var from: Timestamp
        /// Unit: decimetres, as AIS transmits it; 0 is not available.
        public var decimetres: Int

        public init(from: Timestamp, decimetres: Int) {
            self.from = from
            self.decimetres = decimetres
        }
    }

    public var shipType: ShipType { ShipType(aisCode: aisType) }
}

/// Hands out identities that can belong to no real ship.
///
/// - MMSI: the first three digits (MID) are ones that the ITU has allocated to no administration (ITU, Table of
///   Maritime Identification Digits; the MIDs on which published tables disagree, 334, 335, 471 and 638, are not used).
/// - IMO number: 2 000 000...2 999 999, a range in which no ship number is known to have been issued (they begin with
///   5 to 9, and with 1 since those ran short), with right check digits.
/// - Call sign: it begins with Q, a letter that the Radio Regulations give to nobody (article 19).
public enum UnallocatedIdentity {
    /// The MIDs in use here. The fleet takes its own, so that a fleet file and the sample can be scanned together.
    public static let sampleMIDs: [UInt32] = [291, 395, 492, 595, 693, 796]
    public static let fleetMIDs: [UInt32] = [293, 294, 296, 297, 392, 393, 398, 493, 494, 498, 593, 594, 695, 698, 793]

    /// The MMSI of the numbered vessel; different numbers below 10 000 000 give different MMSIs.
    public static func mmsi(_ number: Int, of mids: [UInt32]) -> MMSI {
        precondition((0..<10_000_000).contains(number))
        let mid = mids[number % mids.count]
        // 7 919 is prime to 900 000, so the serial numbers differ too.
        let serial = UInt32(100_000 + (number / mids.count * 7_919 + 24_601) % 900_000)
        guard let mmsi = MMSI(mid * 1_000_000 + serial) else { preconditionFailure("an MMSI has nine digits") }
        return mmsi
    }

    /// The IMO number of the numbered vessel, 0..<100 000.
    public static func imo(_ number: Int) -> IMONumber {
        precondition((0..<100_000).contains(number))
        // 37 is prime to 100 000: neighbours get numbers that do not look alike.
        let sixDigits = UInt32(200_000 + (number * 37 + 11_317) % 100_000)
        for digit in UInt32(0)...9 {
            if let imo = IMONumber(sixDigits * 10 + digit) { return imo }
        }
        // The check digit always exists, so only a number of seven equal digits could fail.
        preconditionFailure("\(sixDigits) has no valid check digit")
    }

    /// The call sign of the numbered vessel.
    public static func callSign(_ number: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return "Q\(letters[number / 26 % 26])\(letters[number % 26])\(1_000 + number * 37 % 9_000)"
    }
}
