import Foundation

/// One line of a FollowTheMoney export: an entity with its schema and its properties, each with several values.
struct FollowTheMoneyLine: Decodable {
    var id: String
    var schema: String
    var caption: String?
    var datasets: [String]
    private var properties: [String: [Value]]

    /// A property's value: a text or the id of an entity; anything else (an entity nested whole) is no use here.
    private struct Value: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    private enum Key: String, CodingKey { case id, schema, caption, datasets, properties }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        schema = try values.decode(String.self, forKey: .schema)
        caption = try values.decodeIfPresent(String.self, forKey: .caption)
        datasets = try values.decodeIfPresent([String].self, forKey: .datasets) ?? []
        properties = try values.decodeIfPresent([String: [Value]].self, forKey: .properties) ?? [:]
    }

    /// The texts of a property in their order; empty when there is none.
    func texts(_ property: String) -> [String] { (properties[property] ?? []).compactMap(\.text) }

    /// Whether a property holds anything that is no text.
    var holdsNestedEntities: Bool { properties.values.contains { $0.contains { $0.text == nil } } }
}
