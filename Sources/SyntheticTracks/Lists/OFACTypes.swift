/// The type numbers of the made-up list: those of the real one where they are known, which no reader may rely on.
enum OFACTypes {
    typealias Row = (id: Int, label: String)

    static let aliases: [Row] = [(1400, "A.K.A."), (1401, "F.K.A."), (1402, "N.K.A."), (1403, "Name")]
    static let aka = 1400, fka = 1401, name = 1403

    static let countries: [Row] = [
        (11073, "Cuba"), (11109, "Iran"), (11120, "Korea, North"), (11162, "Panama"), (11171, "Russia"),
        (11197, "Syria"), (11216, "Venezuela"), (11065, "China"), (11210, "United Arab Emirates"),
        (11205, "Turkey"), (11247, "Hong Kong"), (11128, "Liberia"), (11061, "Cabo Verde"), (11161, "Palau"),
    ]
    static let vesselTypes: [Row] = [
        (702, "Bulk Carrier"), (703, "Container Ship"), (704, "Crude Oil Tanker"), (705, "LPG Tanker"),
        (706, "General Cargo"), (707, "Chemical/Products Tanker"),
    ]
    static let genders: [Row] = [(91526, "Male"), (91527, "Female")]
    static let risk = 92084

    static let features: [Row] = [
        (1, "Vessel Call Sign"), (2, "VESSEL TYPE"), (3, "Vessel Flag"), (4, "Vessel Owner"), (5, "Vessel Tonnage"),
        (6, "Vessel Gross Registered Tonnage"), (8, "Birthdate"), (9, "Place of Birth"), (10, "Nationality Country"),
        (14, "Website"), (21, "Email Address"), (24, "Former Vessel Flag"), (25, "Location"), (224, "Gender"),
        (424, "Other Vessel Flag"), (425, "Other Vessel Call Sign"), (504, "Secondary sanctions risk:"),
        (524, "Phone Number"), (1004, "Vessel Year of Build"),
    ]

    static let documents: [Row] = [
        (1570, "Cedula No."), (1571, "Passport"), (1584, "National ID No."), (1596, "Tax ID No."),
        (1619, "Registration Number"), (1626, "Vessel Registration Identification"), (1627, "Identification Number"),
        (91264, "MMSI"), (91412, "Company Number"),
    ]
    static let papers = [1570, 1571, 1584, 1596, 1619]

    static let lists: [Row] = [(1550, "SDN List"), (91243, "Non-SDN Palestinian Legislative Council List")]
    static let nameParts: [Row] = [
        (1520, "Last Name"), (1521, "First Name"), (1522, "Middle Name"), (1524, "Aircraft Name"),
        (1525, "Entity Name"), (1526, "Vessel Name"),
    ]
    static let partyTypes: [Row] = [(1, "Individual"), (2, "Entity"), (3, "Location"), (4, "Transport")]
    /// Subtypes with the type they belong to.
    static let partySubTypes: [(id: Int, type: Int, label: String)] = [
        (1, 4, "Vessel"), (2, 4, "Aircraft"), (3, 2, "Unknown"), (4, 1, "Unknown"),
    ]

    static let relations: [Row] = [
        (1555, "Associate Of"), (1556, "Family member of"), (15001, "Providing support to"),
        (15002, "Acting for or on behalf of"), (15003, "Owned or Controlled By"),
        (91422, "playing a significant role in"),
        (91725, "Leader or official of"), (92018, "Principal Executive Officer"),
        (92019, "Owns, controls, or operates"),
        (92122, "Property in the interest of"),
    ]
    static let owned = 15003, owns = 92019, property = 92122

    static let scripts: [(id: Int, code: String, label: String)] = [
        (160, "Arab", "Arabic"), (215, "Latn", "Latin"), (220, "Cyrl", "Cyrillic"), (501, "Hans", "Chinese Simplified"),
    ]
    static let programmes = [
        "IRAN", "SDGT", "RUSSIA-EO14024", "SYRIA", "DPRK4", "IRAN-EO13902", "VENEZUELA-EO13850", "NPWMD", "IFSR",
        "CUBA",
    ]
}
