import MaritimeModel

/// The rows of one profile in the tables of the file.
extension OFACProfileFacts {
    /// Numbers that are unique in the file as long as a profile has fewer than 64 rows of a kind.
    private func number(_ row: Int, of table: Int = 0) -> Int { table * 10_000_000 + index * 64 + row }
    private static let (noDate, false4) = (
        "CalendarTypeID=\"1\" YearFixed=\"false\" MonthFixed=\"false\" DayFixed=\"false\"",
        "Approximate=\"false\" YearFixed=\"false\" MonthFixed=\"false\" DayFixed=\"false\""
    )

    func locations(_ text: inout XMLText) {
        for (row, place) in places.enumerated() {
            text.begin("Location", "ID=\"\(number(row))\"")
            text.leaf("LocationAreaCode", "AreaCodeID=\"\(place.country)\"")
            text.leaf("LocationCountry", "CountryID=\"\(place.country)\" CountryRelevanceID=\"1413\"")
            for (type, value) in [(1_454, place.city), (1_451, place.street)] {
                text.begin("LocationPart", "LocPartTypeID=\"\(type)\"")
                text.begin("LocationPartValue", "Primary=\"true\" LocPartValueTypeID=\"1\" LocPartValueStatusID=\"1\"")
                text.leaf("Comment")
                text.leaf("Value", text: value)
                text.end()
                text.end()
            }
            text.leaf("FeatureVersionReference", "FeatureVersionID=\"\(number(row, of: 2))\"")
            text.end()
        }
    }

    func documents(_ text: inout XMLText) {
        for (row, document) in documents.enumerated() {
            let issuer = places.first.map { " IssuedBy-CountryID=\"\($0.country)\"" } ?? ""
            text.begin(
                "IDRegDocument",
                "ID=\"\(number(row))\" IDRegDocTypeID=\"\(document.type)\" IdentityID=\"\(identityID)\"\(issuer) ValidityID=\"1\""
            )
            text.leaf("Comment")
            text.leaf("IDRegistrationNo", text: document.number)
            text.leaf("IssuingAuthority")
            if document.type == 1_571, let born {
                text.begin("DocumentDate", "IDRegDocDateTypeID=\"1480\"")
                period(born, &text)
                text.end()
            }
            text.leaf("DocumentedNameReference", "DocumentedNameID=\"\(number(0, of: 1))\"")
            text.end()
        }
    }

    func party(_ text: inout XMLText) {
        let subType =
            switch kind {
            case .vessel: 1
            case .aircraft: 2
            case .entity: 3
            case .person: 4
            }
        text.begin("DistinctParty", "FixedRef=\"\(profileID)\"")
        text.leaf("Comment")
        text.begin("Profile", "ID=\"\(profileID)\" PartySubTypeID=\"\(subType)\"")
        identity(&text)
        if let born {
            feature(8, row: 20, &text) {
                period(born, &$0)
                $0.leaf("VersionDetail", "DetailTypeID=\"1430\"")
            }
        }
        for row in places.indices {
            feature(25, row: row, &text) { $0.leaf("VersionLocation", "LocationID=\"\(number(row))\"") }
        }
        for (row, one) in features.enumerated() {
            feature(one.type, row: 30 + row, &text) {
                if let reference = one.reference {
                    $0.leaf("VersionDetail", "DetailTypeID=\"1431\" DetailReferenceID=\"\(reference)\"")
                } else {
                    $0.leaf("VersionDetail", "DetailTypeID=\"1432\"", text: one.text)
                }
            }
        }
        text.end()
        text.end()
    }

    private func identity(_ text: inout XMLText) {
        text.begin(
            "Identity", "ID=\"\(identityID)\" FixedRef=\"\(profileID)\" Primary=\"true\" False=\"false\"")
        var (row, group) = (0, 0)
        var groups: [Int] = []
        for alias in aliases {
            let isName = alias.type == OFACTypes.name
            text.begin(
                "Alias",
                "FixedRef=\"\(profileID)\" AliasTypeID=\"\(alias.type)\" Primary=\"\(isName)\" LowQuality=\"\(alias.isWeak)\""
            )
            for name in alias.names {
                let status = isName && name.script == 215 ? 1 : 2
                text.begin(
                    "DocumentedName",
                    "ID=\"\(number(row, of: 1))\" FixedRef=\"\(profileID)\" DocNameStatusID=\"\(status)\"")
                for part in name.parts {
                    text.begin("DocumentedNamePart")
                    text.leaf(
                        "NamePartValue",
                        "NamePartGroupID=\"\(number(group, of: 3))\" ScriptID=\"\(name.script)\" ScriptStatusID=\"1\" Acronym=\"false\"",
                        text: part.text)
                    text.end()
                    groups.append(part.type)
                    group += 1
                }
                text.end()
                row += 1
            }
            text.end()
        }
        text.begin("NamePartGroups")
        for (row, type) in groups.enumerated() {
            text.begin("MasterNamePartGroup")
            text.leaf("NamePartGroup", "ID=\"\(number(row, of: 3))\" NamePartTypeID=\"\(type)\"")
            text.end()
        }
        text.end()
        text.end()
    }

    private func feature(_ type: Int, row: Int, _ text: inout XMLText, _ version: (inout XMLText) -> Void) {
        text.begin("Feature", "ID=\"\(number(row, of: 2))\" FeatureTypeID=\"\(type)\"")
        text.begin("FeatureVersion", "ID=\"\(number(row, of: 2))\" ReliabilityID=\"1\"")
        text.leaf("Comment")
        version(&text)
        text.end()
        text.leaf("IdentityReference", "IdentityID=\"\(identityID)\" IdentityFeatureLinkTypeID=\"1\"")
        text.end()
    }

    private func period(_ date: CivilDate, _ text: inout XMLText) {
        text.begin("DatePeriod", Self.noDate)
        for name: StaticString in ["Start", "End"] {
            text.begin(name, Self.false4)
            for bound: StaticString in ["From", "To"] {
                text.begin(bound)
                OFACAdvancedList.date(date, &text)
                text.end()
            }
            text.end()
        }
        text.end()
    }

    func relations(_ text: inout XMLText) {
        for (row, relation) in relations.enumerated() {
            let ends =
                "From-ProfileID=\"\(Self.profileID(relation.from))\" To-ProfileID=\"\(Self.profileID(relation.to))\""
            text.begin(
                "ProfileRelationship",
                "ID=\"\(number(row))\" \(ends) RelationTypeID=\"\(relation.type)\" RelationQualityID=\"1\" "
                    + "Former=\"\(relation.isFormer)\" SanctionsEntryID=\"\(profileID)\"")
            text.leaf("Comment")
            text.end()
        }
    }

    func entry(_ text: inout XMLText) {
        text.begin("SanctionsEntry", "ID=\"\(profileID)\" ProfileID=\"\(profileID)\" ListID=\"1550\"")
        text.begin("EntryEvent", "ID=\"\(profileID)\" EntryEventTypeID=\"1\" LegalBasisID=\"1\"")
        text.leaf("Comment")
        text.begin("Date", "CalendarTypeID=\"1\"")
        OFACAdvancedList.date(listedOn, &text)
        text.end()
        text.end()
        for (row, programme) in ([""] + programmes).enumerated() {
            text.begin("SanctionsMeasure", "ID=\"\(number(row))\" SanctionsTypeID=\"\(row == 0 ? 1_705 : 1)\"")
            if row > 0 { text.leaf("Comment", text: programme) }
            text.leaf("DatePeriod", "CalendarTypeID=\"1\" YearFixed=\"true\" MonthFixed=\"true\" DayFixed=\"true\"")
            text.end()
        }
        text.end()
    }
}
