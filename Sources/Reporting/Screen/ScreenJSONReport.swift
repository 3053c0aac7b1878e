import MaritimeModel

/// The JSON form of an answer of `sts screen`.
enum ScreenJSONReport {
    static func bytes(_ answer: ScreenAnswer) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("as_of", answer.asOf)
            json.listsChecked(answer.lists)
            json.array("items") { json in
                for item in answer.items { json.item(item) }
            }
        }
        json.raw("\n")
        return json.output.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func item(_ item: ScreenedItem) {
        object { json in
            json.field("query", item.query)
            json.field("taken_for", item.takenFor)
            json.field("remark", item.remark)
            json.field("hit", item.isHit)
            json.array("findings") { json in
                for finding in item.findings {
                    json.object { json in
                        json.listing(finding.match, timing: finding.timing, pathTiming: finding.pathTiming)
                    }
                }
            }
        }
    }
}
