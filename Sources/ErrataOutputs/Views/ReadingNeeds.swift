import ErrataCatalog

// What generated code needs to read the errors of a surface.

extension ResponseFormat {
  /// Whether the body or an item of the list must have certain members.
  var hasAnyConditions: Bool { !conditions.isEmpty || !(list?.conditions.isEmpty ?? true) }

  /// Whether a reader gives any value as `type`.
  func reads(_ type: FieldType) -> Bool { allFields.contains { $0.valueType == type } }

  /// Whether a reader gives any value as `type` that comes as text, in a header or a parameter, or as JSON.
  func reads(_ type: FieldType, asText: Bool) -> Bool {
    allFields.contains { field in
      field.valueType == type && field.role != .retryAfter
        && field.places.contains { ($0.header != nil || carrier != .json) == asText }
    }
  }
}

extension ResponseField {
  /// Whether it is a code that comes with a prefix.
  var isPrefixedCode: Bool { role == .code && places.contains { $0.prefix != nil } }
}

extension ResponseField.Role {
  /// Whether it is text other than the code.
  var isCommonText: Bool {
    switch self {
    case .title, .description, .reference, .uri, .state, .target: true
    case .code, .status, .retryAfter: false
    }
  }
}

extension FieldPlace {
  /// Whether its value is a part of the text on the wire.
  var isCut: Bool { prefix != nil || until != nil || after != nil }
}
