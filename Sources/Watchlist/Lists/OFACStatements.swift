/// The statements in remarks of OFAC lists that are understood and say nothing about a vessel's identity or its links.
///
/// Taken from the labels in the lists of 2021 and 2026; OFAC publishes no list of them.
enum OFACStatements {
    /// Whether a statement begins with a label that is known.
    static func isKnown(_ statement: Substring) -> Bool {
        beginnings.contains { statement.hasPrefix($0) } || statement.contains(" No. ") || statement.contains(" # ")
    }

    private static let beginnings: [String] =
        persons + papers + companies + aircraft + vessels + measures + contacts

    private static let persons = [
        "DOB", "POB", "Gender ", "nationality ", "citizen ", "Passport ", "alt. Passport", "SSN ", "Cedula", "D.N.I.",
        "C.U.R.P", "C.U.I.", "R.F.C.", "CNP ", "Birth Certificate", "Driver's License", "Electoral Registry",
        "Diplomatic ",
        "Military ", "Refugee ", "Travel Document", "Residency", "Individual", "LE Number", "Carnet", "Numero ",
        "Stateless",
        "Citizen ", "Interpol", "I.F.E.", "Identity", "Kenyan", "Pilot License", "Turkish ", "Bosnian ", "Afghan ",
        "Title",
    ]
    private static let papers = [
        "National ID", "National Foreign ID", "Identification Number ", "Identification Card", "Tax ID", "Tax No",
        "NIT ",
        "RUC ", "RIF ", "RTN ", "RFC ", "NIE ", "N.I.E.", "C.I.F.", "UAE ", "V.A.T.", "VAT", "UK Company", "US FEIN",
        "Personal ID",
        "Stateless Person", "SRE Permit", "Serial No", "File Number", "Dubai", "Paraguayan", "Moroccan", "Tazkira",
        "British",
        "Romanian", "Italian", "Swiss", "Certificate", "Credencial", "License", "Permit", "Immigration", "Visa ",
        "Photo",
    ]
    private static let companies = [
        "Registration ", "Registered ", "Company Number", "Company ID", "Organization ", "Business ", "Commercial ",
        "Matricula", "Folio", "Government Gazette", "Trade License", "Unified Social", "D-U-N-S", "Legal Entity",
        "Public Registration", "Public Security", "Chamber ", "Enterprise Number", "Economic Register", "Central ",
        "C.R. ",
        "Target Type", "Issuer Name", "Issuer", "ISIN", "Equity", "Member ", "SWIFT", "BIK", "Bank ", "Branch",
        "all offices",
        "Corporate ", "Istanbul", "Tourism", "Hong Kong", "MSB ", "Subsidiary", "Chinese Commercial", "Cage",
        "Trademark", "Limited",
        "Nationality of Registration", "Date of ", "Effective Date", "Purchase/Sales", "Listing Date", "Maintenance",
        "D.U.N.S",
    ]
    private static let aircraft = ["Aircraft "]
    private static let vessels = [
        "Vessel Flag", "Vessel Type", "Vessel Call Sign", "Vessel Owner", "Gross ", "Deadweight", "Tonnage", "Hull ",
        "Vessel Registration Number", "Vessel Other",
    ]
    private static let measures = [
        "Secondary sanctions risk", "Additional Sanctions Information", "Executive Order", "Transactions Prohibited",
        "For more information", "CAATSA", "PEESA", "CAPTA", "IFCA", "ICTY", "SDGT", "NS-", "Blocking ", "Sanctions ",
        "Subject to",
        "Scientific Studies and Research", "Directive", "General License", "Digital Currency",
    ]
    private static let contacts = [
        "Phone", "Telephone", "Fax", "Email", "Website", "www", "Alternate", "P.O. Box", "Tel",
    ]
}
