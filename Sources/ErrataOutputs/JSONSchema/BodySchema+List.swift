import ErrataCatalog
import ErrataText

/// Errors in a list.
extension BodySchema {
  /// The keywords for the list.
  func keywords(of list: ResponseFormat.ErrorList) -> Keywords {
    let type: Keywords =
      needsItem || list.pointer.tokens.isEmpty
      ? [("type", .string("array"))] : [("type", .array([.string("array"), .string("null")]))]
    let item: Keywords = tree(isItem: true).memberKeywords + allOf(rules(isItem: true))
    return type + list.keywords(ofEachItem: .object(item)) + (needsItem ? list.atLeastOneItem : [])
  }

  /// Whether there must be an item, since a required field can only be in one.
  var needsItem: Bool {
    format.allFields.contains { $0.isRequired && $0.places.allSatisfy { $0.pointer != nil && format.isInItem($0) } }
  }

  /// An item's own status must be one that its code documents; if the code documents none, it must not be a success.
  var statusRules: [JSONValue] {
    guard let status = format.field(.status)?.place, format.isInItem(status), let code = format.field(.code)?.place,
      format.isInItem(code)
    else { return [] }
    let rules = statuses.groups.map { statuses, codes in
      let values = JSONValue.object([("enum", .array(statuses.map { status.exampleValue(String($0)) }))])
      let other = JSONValue.object([("not", .object(status.keywordsForInteger))])
      return rule(code.keywords(forCodes: codes), code, [("anyOf", .array([values, other]))], status)
    }
    if statuses.haveSuccess { return rules }
    let isDocumented = JSONValue.object(code.keywords(forCodes: statuses.codes))
    let undocumented: Keywords = [
      ("allOf", .array([.object(code.keywordsForAnyCode), .object([("not", isDocumented)])]))
    ]
    return rules + [rule(undocumented, code, [("not", .object(status.keywordsForSuccess))], status)]
  }

  /// If `place` has such a value, `other` has none, or one that `keywords` accept.
  private func rule(
    _ value: Keywords, _ place: FieldPlace, _ keywords: Keywords, _ other: FieldPlace
  ) -> JSONValue {
    var tree = MemberTree()
    tree.describe(other.path, keywords, isRequired: false)
    return .object([("if", objectSchema(requiring: value, at: place.path)), ("then", .object(tree.memberKeywords))])
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
  var keywords: Keywords {
    var tree = MemberTree()
    for condition in self { tree.describe([condition.name], condition.keywords, isRequired: true) }
    return tree.memberKeywords
  }
}

extension MemberCondition {
  /// The keyword for the value.
  var keywords: Keywords { [("const", json)] }
}
