import MaritimeModel

extension JSONWriter {
    /// The lists that were checked, each with its files and counts.
    mutating func listsChecked(_ lists: [CheckedList]) {
        array("lists_checked") { json in
            for list in lists {
                json.object { json in
                    json.field("name", list.name)
                    json.array("files") { json in
                        for file in list.files {
                            json.object { json in
                                json.field("path", file.path)
                                json.field("bytes", file.bytes)
                                json.field("sha256", file.sha256)
                                json.field("modified", file.modified)
                            }
                        }
                    }
                    json.field("published_on", list.publishedOn)
                    json.field("entries", list.entries)
                    json.field("vessels", list.vessels)
                    json.field("vessels_with_imo", list.vesselsWithIMO)
                    json.field("vessels_with_mmsi", list.vesselsWithMMSI)
                    json.field("links", list.links)
                    json.field("warnings", list.warnings)
                }
            }
        }
    }
}
