import ErrataCatalog
import ErrataText

/// The schema of a body, or of the parameters of a redirect or a challenge.
struct BodySchema {
  let format: ResponseFormat
  /// The statuses of the codes.
  let statuses: DocumentedStatuses
  /// Additional keywords for a code, by its place.
  let codeKeywords: (FieldPlace) -> Keywords

  /// The keywords of the schema. Additional members are allowed.
  var keywords: Keywords {
    if let list = format.list, list.pointer.tokens.isEmpty { return keywords(of: list) }
    var tree = tree(isItem: false)
    if let list = format.list {
      tree.describe(list.pointer.tokens, keywords(of: list), isRequired: needsItem)
    }
    let rules = allOf(rules(isItem: false))
    if format.conditions.isEmpty { return [("type", .string("object"))] + tree.memberKeywords + rules }
    // Without the members that make it an error, a body has no code, although a header may have one.
    if let code = format.field(.code), code.isRequired, code.places.allSatisfy({ $0.header == nil }) {
      for condition in format.conditions { tree.describe([condition.name], condition.keywords, isRequired: true) }
      return [("type", .string("object"))] + tree.memberKeywords + rules
    }
    return [
      ("type", .string("object")), ("if", .object(format.conditions.keywords)),
      ("then", .object(tree.memberKeywords + rules)),
    ]
  }

  /// The members of the body or, if the errors are in a list, of an item.
  func tree(isItem: Bool) -> MemberTree {
    var tree = MemberTree()
    for field in format.allFields {
      for place in field.places where place.pointer != nil && format.isInItem(place) == isItem {
        let isRequired = field.isRequired && field.places.count == 1
        var keywords: Keywords = [("description", .string(field.meaning))]
        keywords += format.typeKeywords(of: place, isRequired: isRequired)
        if field.places.count == 1 { keywords += constraints(of: field, in: place) }
        if let example = field.example { keywords.append(("examples", .array([place.exampleValue(example)]))) }
        tree.describe(place.path, keywords, isRequired: isRequired)
      }
    }
    return tree
  }

  /// The constraints on the value of a field in its only place.
  private func constraints(of field: ResponseField, in place: FieldPlace) -> Keywords {
    let keywords = valueConstraints(of: field, in: place)
    if field.isRequired || field.role != .code || keywords.isEmpty { return keywords }
    let none: JSONValue = .object([("title", .string("No code"))] + place.keywordsWithoutCode)
    return [("anyOf", .array([.object(keywords), none]))]
  }

  /// The constraints on a value that a field has.
  func valueConstraints(of field: ResponseField, in place: FieldPlace) -> Keywords {
    var keywords: Keywords = []
    if let pattern = field.pattern { keywords.append(("pattern", .string(pattern))) }
    if let maxLength = field.maxLength { keywords.append(("maxLength", .number(maxLength))) }
    return field.role == .code ? keywords + codeKeywords(place) : keywords
  }
}

extension ResponseFormat {
  /// Whether `place` is in an item of the list.
  func isInItem(_ place: FieldPlace) -> Bool {
    list != nil && place.pointer != nil && !place.isFromBody
  }

  /// A schema for bodies or items in which `place` has a value for `field`.
  func hasValue(_ field: ResponseField, in place: FieldPlace) -> JSONValue {
    let keywords = field.role == .code ? place.keywordsForAnyCode : typeKeywords(of: place, isRequired: true)
    return objectSchema(requiring: keywords, at: place.path)
  }

  /// The keywords for the type of a value. Parameters are text.
  func typeKeywords(of place: FieldPlace, isRequired: Bool) -> Keywords {
    if carrier != .json { return FieldType.text.keywords }
    return isRequired ? place.type.keywords : place.type.nullableKeywords
  }
}

extension FieldPlace {
  /// The names that lead to the value.
  var path: [String] { pointer?.tokens ?? [] }
}
