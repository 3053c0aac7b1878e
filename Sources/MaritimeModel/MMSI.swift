/// A Maritime Mobile Service Identity: nine digits that name a radio station.
///
/// It follows the flag and the radio set, not the hull, and is re-used. Source: ITU-R M.585-9.
public struct MMSI: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number, 0...999 999 999.
    public let number: UInt32

    /// Makes an MMSI, or nil when the number has more than nine digits.
    public init?(_ number: UInt32) {
        guard number <= 999_999_999 else { return nil }
        self.number = number
    }

    /// Reads exactly nine digits, or nil.
    public init?(_ text: String) {
        guard text.utf8.count == 9, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt32(text) else {
            return nil
        }
        self.number = number
    }

    /// What kind of station the digits name.
    public var station: Station {
        switch number {
        case 0..<10_000_000: .coast  // 00MIDxxxx
        case 10_000_000..<100_000_000: .group  // 0MIDxxxxx
        case 111_000_000..<112_000_000: .searchAndRescueAircraft  // 111MIDxxx
        case 200_000_000..<800_000_000: .ship  // MIDxxxxxx
        case 800_000_000..<900_000_000: .handheld  // 8MIDxxxxx
        case 970_000_000..<971_000_000: .distressDevice  // AIS-SART
        case 972_000_000..<973_000_000: .distressDevice  // man overboard
        case 974_000_000..<975_000_000: .distressDevice  // EPIRB
        case 980_000_000..<990_000_000: .auxiliaryCraft  // 98MIDxxxx
        case 990_000_000..<1_000_000_000: .aidToNavigation  // 99MIDxxxx
        default: .unassigned
        }
    }

    /// The three digits that name the administration (the flag), for a ship station; nil for other stations.
    public var maritimeIdentificationDigits: Int? {
        station == .ship ? Int(number / 1_000_000) : nil
    }

    /// Nine digits with leading zeros.
    public var description: String {
        let digits = String(number)
        return String(repeating: "0", count: 9 - digits.count) + digits
    }

    public static func < (left: MMSI, right: MMSI) -> Bool { left.number < right.number }

    /// The kinds of station that ITU-R M.585-9 tells apart by their leading digits.
    public enum Station: Sendable {
        case ship, group, coast, searchAndRescueAircraft, handheld, distressDevice, auxiliaryCraft, aidToNavigation
        case unassigned

        /// Whether such a station cannot be a vessel: shore stations, aids to navigation, aircraft, beacons and craft
        /// that belong to a parent ship. Unassigned and hand-held numbers stay, since real vessels carry wrong numbers.
        public var isNeverAVessel: Bool {
            switch self {
            case .coast, .searchAndRescueAircraft, .distressDevice, .auxiliaryCraft, .aidToNavigation: true
            case .ship, .group, .handheld, .unassigned: false
            }
        }
    }
}
