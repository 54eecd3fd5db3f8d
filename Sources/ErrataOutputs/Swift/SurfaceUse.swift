import ErrataCatalog

/// What the errors of a surface use of the code that reads responses: the rest of it isn't generated.
struct SurfaceUse {
  let surface: Surface

  private var fields: [ResponseField] { surface.response.allFields }
  private var places: [FieldPlace] { fields.flatMap(\.places) }
  private var conditions: [MemberCondition] { surface.response.conditions + (surface.response.list?.conditions ?? []) }

  /// Whether a field has the type.
  func has(_ type: FieldType, isCode: Bool = false) -> Bool {
    fields.contains { $0.valueType == type && (!isCode || $0.role == .code) }
  }

  var hasPaths: Bool {
    (places.compactMap(\.pointer) + [surface.response.list?.pointer].compactMap(\.self)).contains {
      $0.tokens.count > 1
    }
  }

  /// A pointer may lead through a list.
  var hasListValues: Bool { surface.response.list != nil || hasPaths || has(.json) }

  var hasHeaderPlaces: Bool { places.contains { $0.header != nil } }

  /// The prefix of a code is removed by its own type.
  var hasCuts: Bool {
    fields.contains { field in
      field.places.contains { $0.until != nil || $0.after != nil || ($0.prefix != nil && field.role != .code) }
    }
  }

  var hasNumbers: Bool {
    has(.number) || conditions.contains { if case .number = $0.value { true } else { false } }
  }

  var hasBooleans: Bool {
    has(.boolean) || conditions.contains { if case .boolean = $0.value { true } else { false } }
  }

  var hasTextConditions: Bool {
    conditions.contains { if case .text = $0.value { true } else { false } }
  }

  /// Headers and parameters are text on the wire.
  var hasParsedTexts: Bool {
    fields.contains { field in
      [.number, .boolean].contains(field.valueType) && field.role == nil
        && field.places.contains { $0.header != nil || surface.response.carrier != .json }
    }
  }
}
