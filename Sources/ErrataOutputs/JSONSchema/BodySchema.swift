import ErrataCatalog
import ErrataText

/// The schema of a body, or of the parameters of a redirect or a challenge.
struct BodySchema {
  let format: ResponseFormat
  /// The codes under each list of statuses.
  let codesByStatus: [(statuses: [Int], codes: [String])]
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
    // Without the members that make it an error, a body has no code.
    if format.field(.code)?.isRequired ?? true {
      for condition in format.conditions { tree.describe([condition.name], condition.keywords, isRequired: true) }
      return [("type", .string("object"))] + tree.memberKeywords + rules
    }
    return [("type", .string("object")), ("if", .object(format.conditions.keywords)), ("then", .object(tree.memberKeywords + rules))]
  }

  /// The members of the body or, if the errors are in a list, of an item.
  private func tree(isItem: Bool) -> MemberTree {
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
    let none: JSONValue = .object([("title", .string("No code")), ("enum", .array(place.valuesWithoutCode))])
    return [("anyOf", .array([.object(keywords), none]))]
  }

  /// The constraints on a value that a field has.
  private func valueConstraints(of field: ResponseField, in place: FieldPlace) -> Keywords {
    var keywords: Keywords = []
    if let pattern = field.pattern { keywords.append(("pattern", .string(pattern))) }
    if let maxLength = field.maxLength { keywords.append(("maxLength", .number(maxLength))) }
    return field.role == .code ? keywords + codeKeywords(place) : keywords
  }
}

// MARK: - Several places

extension BodySchema {
  /// What the members of the body, or of an item, must be together: of the places of a field, the first with a value counts.
  private func rules(isItem: Bool) -> [JSONValue] {
    format.allFields.filter { $0.places.count > 1 }.compactMap { field in
      let places = field.places.filter { $0.pointer != nil && format.isInItem($0) == isItem }
      let others = field.places.count - places.count
      if isItem || others == 0 || field.places.contains(where: { $0.header != nil }) {
        return firstValue(of: field, in: places, isRequired: field.isRequired && others == 0)
      }
      // The body counts for an item that has no value of its own.
      guard let rule = firstValue(of: field, in: places, isRequired: field.isRequired), let list = format.list else {
        return nil
      }
      let inItems = field.places.filter { format.isInItem($0) }.map { format.hasValue(field, in: $0) }
      let allHaveOne = list.schema(ofEachItem: .object([("anyOf", .array(inItems))]))
      return .object([("if", allHaveOne), ("else", rule)])
    } + (isItem ? statusRules : [])
  }

  /// The first value in `places` must match its constraints; nil if there are none.
  private func firstValue(of field: ResponseField, in places: [FieldPlace], isRequired: Bool) -> JSONValue? {
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

// MARK: - Lists

extension BodySchema {
  private func keywords(of list: ResponseFormat.ErrorList) -> Keywords {
    let type: Keywords =
      needsItem || list.pointer.tokens.isEmpty
      ? [("type", .string("array"))] : [("type", .array([.string("array"), .string("null")]))]
    let item: Keywords = tree(isItem: true).memberKeywords + allOf(rules(isItem: true))
    return type + list.keywords(ofEachItem: .object(item)) + (needsItem ? list.atLeastOneItem : [])
  }

  /// Whether there must be an item, since a required field can only be in one.
  private var needsItem: Bool {
    format.allFields.contains { $0.isRequired && $0.places.allSatisfy { $0.pointer != nil && format.isInItem($0) } }
  }

  /// An item's own status must be one that its code documents.
  private var statusRules: [JSONValue] {
    guard let status = format.field(.status)?.place, format.isInItem(status), let code = format.field(.code)?.place,
      format.isInItem(code)
    else { return [] }
    return codesByStatus.map { statuses, codes in
      var tree = MemberTree()
      let documented = JSONValue.object([("enum", .array(statuses.map { status.exampleValue(String($0)) }))])
      tree.describe(
        status.path, [("anyOf", .array([documented, .object([("not", .object(status.keywordsForInteger))])]))],
        isRequired: false)
      return .object([
        ("if", objectSchema(requiring: code.keywords(forCodes: codes), at: code.path)), ("then", .object(tree.memberKeywords)),
      ])
    }
  }
}

extension ResponseFormat.ErrorList {
  /// The keywords for a list whose errors match `schema`.
  func keywords(ofEachItem schema: JSONValue) -> Keywords {
    guard case .object(let members) = schema else { return [] }
    if conditions.isEmpty { return [("items", .object([("type", .string("object"))] + members))] }
    return [("items", .object([("if", isError), ("then", schema)]))]
  }

  /// The keywords for a list with an error.
  var atLeastOneItem: Keywords {
    conditions.isEmpty ? [("minItems", .number(1))] : [("contains", isError)]
  }

  /// The keywords for a list with exactly one error.
  var exactlyOneItem: Keywords {
    conditions.isEmpty
      ? [("minItems", .number(1)), ("maxItems", .number(1))] : [("contains", isError), ("maxContains", .number(1))]
  }

  /// A schema for bodies with at least one error in the list, each of which matches `schema`.
  func schema(ofEachItem schema: JSONValue) -> JSONValue {
    bodySchema(atLeastOneItem + keywords(ofEachItem: schema))
  }

  /// A schema for bodies with one error in the list, which matches `schema`.
  func schema(ofOnlyItem schema: JSONValue) -> JSONValue {
    bodySchema(exactlyOneItem + keywords(ofEachItem: schema))
  }

  private func bodySchema(_ keywords: Keywords) -> JSONValue {
    objectSchema(requiring: [("type", .string("array"))] + keywords, at: pointer.tokens)
  }

  private var isError: JSONValue { .object([("type", .string("object"))] + conditions.keywords) }
}

extension [MemberCondition] {
  /// The keywords for objects that have the members.
  fileprivate var keywords: Keywords {
    var tree = MemberTree()
    for condition in self { tree.describe([condition.name], condition.keywords, isRequired: true) }
    return tree.memberKeywords
  }
}

extension MemberCondition {
  fileprivate var keywords: Keywords { [("const", json)] }
}

extension ResponseFormat {
  /// The fields and the details.
  var allFields: [ResponseField] { fields + details }

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

private func allOf(_ rules: [JSONValue]) -> Keywords {
  rules.isEmpty ? [] : [("allOf", .array(rules))]
}
