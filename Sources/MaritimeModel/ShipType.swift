/// What a vessel says it is, reduced to the classes that detection and reports tell apart.
public enum ShipType: String, Hashable, Comparable, Sendable, CaseIterable {
    case tanker, cargo, passenger, fishing, tug, pilot, military, pleasure, service, highSpeed = "high_speed", other
    /// No type was stated.
    case unknown

    /// The class of an AIS ship-type code, 0...99, or of a MarineCadastre vessel-type code, 1001...1025.
    ///
    /// Sources: ITU-R M.1371-5 table 53; MarineCadastre.gov "Vessel Type Codes 2018". Code 0 and reserved codes say
    /// nothing and are `unknown`.
    public init(aisCode code: Int) {
        self =
            switch code {
            case 80...89, 1017, 1024: .tanker
            case 70...79, 1003, 1004, 1016: .cargo
            case 60...69, 1012...1015: .passenger
            case 30, 1001, 1002: .fishing
            case 21, 22, 31, 32, 52, 1023, 1025: .tug
            case 50: .pilot
            case 35, 1021: .military
            case 36, 37, 1019: .pleasure
            case 33, 34, 51, 53...59, 1007, 1008, 1010, 1011, 1020, 1022: .service
            case 40...49: .highSpeed
            case 20, 23...29, 90...99, 1005, 1006, 1009, 1018: .other
            default: .unknown
            }
    }

    /// The class of a type given as words, as the Danish Maritime Authority writes it; nil when the words are not known.
    public init?(words: String) {
        switch words.lowercased() {
        case "tanker", "oil tanker", "chemical tanker", "crude oil tanker", "lpg tanker", "lng tanker": self = .tanker
        case "cargo", "general cargo", "bulk carrier", "container": self = .cargo
        case "passenger": self = .passenger
        case "fishing": self = .fishing
        case "tug", "towing", "towing long/wide": self = .tug
        case "pilot": self = .pilot
        case "military": self = .military
        case "pleasure", "sailing": self = .pleasure
        case "sar", "dredging", "diving", "port tender", "anti-pollution", "law enforcement", "medical", "wig",
            "not party to conflict", "spare 1", "spare 2":
            self = .service
        case "hsc": self = .highSpeed
        case "other": self = .other
        case "undefined", "unknown", "reserved", "": self = .unknown
        default: return nil
        }
    }

    public static func < (left: ShipType, right: ShipType) -> Bool { left.rawValue < right.rawValue }
}
