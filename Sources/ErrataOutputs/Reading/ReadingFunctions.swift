import ErrataCatalog

/// Which of the functions that read values the surfaces of a file need.
struct ReadingFunctions {
  let surfaces: [Surface]

  private var fields: [(field: ResponseField, format: ResponseFormat)] {
    surfaces.flatMap { surface in
      surface.response.allFields
        // The copy of the status is read only from the items of a list.
        .filter { $0.role != .status || surface.response.list != nil }
        .map { ($0, surface.response) }
    }
  }

  private func hasType(_ type: FieldType) -> Bool { fields.contains { $0.field.valueType == type } }

  private func hasPlace(_ isMatch: (ResponseField, FieldPlace) -> Bool) -> Bool {
    fields.contains { field, _ in field.places.contains { isMatch(field, $0) } }
  }

  /// Whether any codes are text.
  var hasTextCodes: Bool { fields.contains { $0.field.role == .code && $0.field.valueType == .text } }

  /// Whether there are details of any JSON type.
  var hasJSONValues: Bool { hasType(.json) }

  /// Whether any values are in bodies.
  var readsBodies: Bool {
    fields.contains { field, format in format.carrier == .json && field.places.contains { $0.pointer != nil } }
  }

  /// Whether the members of any objects are read, other than those of items.
  var readsObjects: Bool { readsPointers || surfaces.contains { $0.response.readsMembers } }

  /// Whether anything is JSON: a body, or a number or a Boolean in a text.
  var parsesJSON: Bool { readsBodies || hasType(.number) || hasType(.boolean) }

  /// Whether any values are inside of others.
  var readsPointers: Bool {
    surfaces.contains { ($0.response.list?.pointer.tokens.count ?? 0) > 1 }
      || hasPlace { $1.pointer.map { $0.tokens.count != 1 } ?? false }
  }

  /// Whether digits in a text can be an integer.
  var convertsDigits: Bool { hasType(.integer) }

  /// Whether any values or conditions are numbers.
  var convertsNumbers: Bool {
    hasType(.number)
      || surfaces.contains { surface in
        (surface.response.conditions + (surface.response.list?.conditions ?? [])).contains {
          if case .number = $0.value { true } else { false }
        }
      }
  }

  /// Whether any values other than codes are only a part of a text, or codes are between others.
  var cutsTexts: Bool { hasPlace { $1.until != nil || $1.after != nil || ($0.role != .code && $1.prefix != nil) } }

  /// Whether a field other than a code that is text has several places.
  var hasAlternatives: Bool {
    fields.contains { field, _ in field.places.count > 1 && (field.role != .code || field.valueType != .text) }
  }
}
