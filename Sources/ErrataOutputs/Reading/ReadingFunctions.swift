import ErrataCatalog

/// Which of the functions that read values the surfaces of a file need.
struct ReadingFunctions {
  let surfaces: [Surface]

  private var fields: [(field: ResponseField, format: ResponseFormat)] {
    surfaces.flatMap { surface in
      (surface.response.fields + surface.response.details)
        // The copy of the status is read only from the items of a list.
        .filter { $0.role != .status || surface.response.list != nil }
        .map { ($0, surface.response) }
    }
  }

  private func has(_ carrier: ResponseFormat.Carrier) -> Bool { surfaces.contains { $0.response.carrier == carrier } }

  private func hasType(_ type: FieldType) -> Bool { fields.contains { $0.field.valueType == type } }

  private func hasPlace(_ isMatch: (ResponseField, FieldPlace) -> Bool) -> Bool {
    fields.contains { field, _ in field.places.contains { isMatch(field, $0) } }
  }

  var hasTextCodes: Bool { fields.contains { $0.field.role == .code && $0.field.valueType == .text } }

  var hasIntegerCodes: Bool { fields.contains { $0.field.role == .code && $0.field.valueType == .integer } }

  /// Whether errors come in responses, not in redirects.
  var readsResponses: Bool { has(.json) || has(.challenge) }

  /// Whether any values are in bodies.
  var readsBodies: Bool {
    fields.contains { $0.format.carrier == .json && $0.field.places.contains { $0.pointer != nil } }
  }

  /// Whether the members of any objects are read, other than those of items.
  var readsObjects: Bool {
    readsPointers || surfaces.contains { $0.response.readsMembers }
  }

  /// Whether anything is JSON: a body, or a number or a Boolean in a text.
  var readsJSON: Bool { readsBodies || hasType(.number) || hasType(.boolean) }

  var readsLists: Bool { surfaces.contains { $0.response.list != nil } }

  var readsPointers: Bool {
    surfaces.contains { ($0.response.list?.pointer.tokens.count ?? 0) > 1 }
      || hasPlace { $1.pointer.map { $0.tokens.count != 1 } ?? false }
  }

  var readsIntegers: Bool { readsBodies || convertsDigits }

  /// Whether digits in a text can be an integer.
  var convertsDigits: Bool { hasType(.integer) }

  /// Whether there are numbers, also those of seconds.
  var readsNumbers: Bool {
    hasType(.number)
      || surfaces.contains { surface in
        (surface.response.conditions + (surface.response.list?.conditions ?? [])).contains {
          if case .number = $0.value { true } else { false }
        }
      }
  }

  var readsBooleans: Bool { hasType(.boolean) }

  var readsJSONValues: Bool { hasType(.json) }

  var readsSeconds: Bool { fields.contains { $0.field.role == .retryAfter } }

  var cutsTexts: Bool { hasPlace { $1.until != nil || $1.after != nil || ($0.role != .code && $1.prefix != nil) } }

  var readsPrefixedCodes: Bool { hasPlace { $0.role == .code && $1.prefix != nil } }

  /// Whether a field other than a code that is text has several places.
  var readsAlternatives: Bool {
    fields.contains { field, _ in field.places.count > 1 && (field.role != .code || field.valueType != .text) }
  }
}
