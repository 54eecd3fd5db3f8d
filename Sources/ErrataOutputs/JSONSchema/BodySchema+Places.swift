import ErrataCatalog
import ErrataText

/// Fields that can be in several places.
extension BodySchema {
  /// What the members of the body, or of an item, must be together: of the places of a field, the first with a value counts.
  func rules(isItem: Bool) -> [JSONValue] {
    let rules = format.allFields.filter { $0.places.count > 1 }.compactMap { field -> JSONValue? in
      let places = field.places.filter { $0.pointer != nil && format.isInItem($0) == isItem }
      let inItems = isItem ? [] : field.places.filter(format.isInItem)
      let canBeElsewhere = places.count + inItems.count < field.places.count
      let rule = firstValue(of: field, in: places, isRequired: field.isRequired && !canBeElsewhere)
      guard let rule, let list = format.list, !inItems.isEmpty else { return rule }
      // The body counts for an item that has no value of its own.
      let hasOne: JSONValue = .object([("anyOf", .array(inItems.map { format.hasValue(field, in: $0) }))])
      return .object([("if", list.schema(ofEachItem: hasOne)), ("else", rule)])
    }
    return rules + (isItem ? statusRules : [])
  }

  /// The first value in `places` must match its constraints; nil if there are none.
  private func firstValue(of field: ResponseField, in places: [FieldPlace], isRequired: Bool) -> JSONValue? {
    if places.isEmpty { return nil }
    if places.allSatisfy({ valueConstraints(of: field, in: $0).isEmpty }) {
      return isRequired ? .object([("anyOf", .array(places.map { format.hasValue(field, in: $0) }))]) : nil
    }
    return places.reversed().reduce(isRequired ? .bool(false) : nil) { rest, place in
      let constraints = objectSchema(requiring: valueConstraints(of: field, in: place), at: place.path)
      return .object(
        [("if", format.hasValue(field, in: place)), ("then", constraints)] + (rest.map { [("else", $0)] } ?? []))
    }
  }
}
