import ErrataDiff
import TestSupport

/// A random change of a catalogue.
struct RandomChange: Sendable {
  let kind: ChangeKind
  /// Makes the change, and returns its fingerprint; nil if the catalogue has nothing to change in this way.
  let apply: @Sendable (inout RandomCatalogue, inout SeededGenerator) -> String?

  static let all = catalogue + codes + surfaces

  private static let catalogue: [RandomChange] = [
    .text(.baseChanged, "base", "/other"), .text(.titleChanged, "title", "Another title"),
    .text(.descriptionChanged, "description", "Another text"), .text(.supportChanged, "support", "Ask them"),
    .text(.documentationLinkChanged, "documentation", "https://random.example/docs"),
    .text(.catalogueRenamed, "name", "Other"),
    RandomChange(kind: .categoryAdded) { catalogue, _ in
      catalogue.categories.append(.init(key: "one_more", values: ["title": "One more"]))
      return "category:one_more/added"
    },
    RandomChange(kind: .categoryRenamed) { catalogue, generator in
      let index = catalogue.categories.indices.randomElement(using: &generator)!
      let key = catalogue.categories[index].key
      catalogue.categories[index].key = "other_key"
      catalogue.forEachError { if $0.values["category"] == key { $0.values["category"] = "other_key" } }
      return "category:\(key)/renamed"
    },
    RandomChange(kind: .retryRemoved) { catalogue, generator in
      let inherited = catalogue.surfaces.flatMap(\.errors).filter { $0.values["recovery"] == nil }
        .compactMap { $0.values["category"] }
      let indices = catalogue.categories.indices.filter { index in
        catalogue.categories[index].values["recovery"] == "retry_later"
          && inherited.contains(catalogue.categories[index].key)
      }
      guard let index = indices.randomElement(using: &generator) else { return nil }
      catalogue.categories[index].values["recovery"] = ["contact_support", nil].randomElement(using: &generator)!
      return "category:\(catalogue.categories[index].key)/retry-removed"
    },
    RandomChange(kind: .guidanceChanged) { catalogue, generator in
      let index = catalogue.categories.indices.randomElement(using: &generator)!
      catalogue.categories[index].values["guidance"] = "Do something else"
      return "category:\(catalogue.categories[index].key)/guidance-changed"
    },
  ]

  private static let codes: [RandomChange] = [
    .error(.statusChanged, "status-changed") { error in
      if error.values["status"] == nil { return false }
      error.values["status"] = "499"
      return true
    },
    .error(.statusUnspecified, "status-unspecified") { $0.values.removeValue(forKey: "status") != nil },
    .error(.statusAdded, "status-added") { error in
      guard let status = error.values["status"] else { return false }
      error.values["status"] = "[\(status), 499]"
      return true
    },
    .error(.statusSpecified, "status-specified") { error in
      if error.values["status"] != nil { return false }
      error.values["status"] = "499"
      return true
    },
    .error(.descriptionChanged, "description-changed") {
      $0.values.updateValue("Another text", forKey: "description") != nil
    },
    .error(.identifierChanged, "identifier-changed") { $0.values.updateValue("other_name", forKey: "name") == nil },
    .error(.codeDeprecated, "deprecated") { $0.values.updateValue("{since: 2.0.0}", forKey: "deprecated") == nil },
    .error(.historyChanged, "since-changed") { $0.values.removeValue(forKey: "since") != nil },
    .error(.causesChanged, "causes-changed") { $0.values.updateValue("Bad luck", forKey: "causes") == nil },
    .error(.retryRemoved, "retry-removed") { error in
      if error.values["recovery"] != "retry_later" { return false }
      error.values["recovery"] = "contact_support"
      return true
    },
    .error(.recoveryAdded, "recovery-added") { error in
      if error.values["recovery"] != nil || error.values["category"] != nil { return false }
      error.values["recovery"] = "restart_flow"
      return true
    },
    .surface(.codeRenamed) { surface, generator in
      let index = surface.errors.indices.randomElement(using: &generator)!
      let key = surface.errors[index].key
      surface.errors[index].key = "renamed_code"
      return "\(surface.key)/\(key)/renamed"
    },
    .surface(.codeAdded) { surface, _ in
      surface.errors.append(.init(key: "one_more", values: ["description": "One more"]))
      return "\(surface.key)/one_more/added"
    },
    .surface(.codeRemoved) { surface, generator in
      if surface.errors.count == 1 { return nil }
      let code = surface.errors.remove(at: surface.errors.indices.randomElement(using: &generator)!)
      return "\(surface.key)/\(code.key)/removed"
    },
    .surface(.codeRetired) { surface, generator in
      if surface.errors.count == 1 { return nil }
      let code = surface.errors.remove(at: surface.errors.indices.randomElement(using: &generator)!)
      surface.retired.append(.init(key: code.key, values: ["since": "2.0.0"]))
      return "\(surface.key)/\(code.key)/retired"
    },
    .surface(.codeReused) { surface, _ in
      guard let code = surface.retired.popLast() else { return nil }
      surface.errors.append(.init(key: code.key, values: ["description": "It is back"]))
      return "\(surface.key)/\(code.key)/reused"
    },
    .surface(.retiredCodeRemoved) { surface, _ in
      surface.retired.popLast().map { "\(surface.key)/\($0.key)/forgotten" }
    },
  ]

  private static let surfaces: [RandomChange] = [
    RandomChange(kind: .surfaceRemoved) { catalogue, generator in
      if catalogue.surfaces.count == 1 { return nil }
      let surface = catalogue.surfaces.remove(at: catalogue.surfaces.indices.randomElement(using: &generator)!)
      return "surface:\(surface.key)/removed"
    },
    .surface(.titleChanged) { surface, _ in
      surface.values["title"] = "Another title"
      return "surface:\(surface.key)/title-changed"
    },
    .surface(.typeChanged) { surface, _ in
      surface.values["type"] = "Other"
      return "surface:\(surface.key)/type-changed"
    },
    .surface(.endpointAdded) { surface, _ in
      surface.endpoints.append("/one_more")
      return "endpoint:\(surface.key)//one_more/added"
    },
    .surface(.endpointRemoved) { surface, generator in
      if surface.endpoints.count == 1 { return nil }
      let endpoint = surface.endpoints.remove(at: surface.endpoints.indices.randomElement(using: &generator)!)
      return "endpoint:\(surface.key)/\(endpoint)/removed"
    },
    .surface(.conditionChanged) { surface, _ in
      surface.response["when"] = "{ok: false}"
      return "surface:\(surface.key)/when-changed"
    },
    .surface(.listChanged) { surface, _ in
      surface.response["errors"] = "/errors"
      return "surface:\(surface.key)/list-changed"
    },
    .surface(.optionalFieldAdded) { surface, _ in
      surface.fields.append(.init(key: "uri", values: ["name": "uri", "required": "false"]))
      return "field:\(surface.key)/uri/added"
    },
    .surface(.requiredFieldAdded) { surface, _ in
      surface.fields.append(.init(key: "uri", values: ["name": "uri"]))
      return "field:\(surface.key)/uri/added"
    },
    .surface(.fieldRemoved) { surface, _ in
      surface.fields.count == 1 ? nil : "field:\(surface.key)/\(surface.fields.removeLast().key)/removed"
    },
    .field(.fieldMoved, "moved") { $0.values.updateValue("elsewhere", forKey: "name") != nil },
    .field(.fieldRequired, "required") { $0.values.removeValue(forKey: "required") != nil },
    .field(.fieldOptional, "optional") { $0.values.updateValue("false", forKey: "required") == nil },
    .field(.fieldNarrowed, "max-length-lowered") { $0.values.updateValue("99", forKey: "max_length") != "" },
    .field(.fieldWidened, "max-length-raised") { $0.values.removeValue(forKey: "max_length") != nil },
  ]
}

extension RandomChange {
  /// A change of a top-level text.
  private static func text(_ kind: ChangeKind, _ key: String, _ text: String) -> RandomChange {
    RandomChange(kind: kind) { catalogue, _ in
      catalogue.values[key] = text
      return "catalogue/\(key)-changed"
    }
  }

  /// A change of one of the surfaces.
  private static func surface(
    _ kind: ChangeKind,
    _ change: @escaping @Sendable (inout RandomCatalogue.Surface, inout SeededGenerator) -> String?
  ) -> RandomChange {
    RandomChange(kind: kind) { catalogue, generator in
      change(&catalogue.surfaces[catalogue.surfaces.indices.randomElement(using: &generator)!], &generator)
    }
  }

  /// A change of one of the errors.
  /// - Parameter change: makes the change; false if the error has nothing to change in this way.
  private static func error(
    _ kind: ChangeKind, _ what: String, _ change: @escaping @Sendable (inout RandomCatalogue.Part) -> Bool
  ) -> RandomChange {
    .surface(kind) { surface, generator in
      let index = surface.errors.indices.randomElement(using: &generator)!
      return change(&surface.errors[index]) ? "\(surface.key)/\(surface.errors[index].key)/\(what)" : nil
    }
  }

  /// A change of one of the fields.
  private static func field(
    _ kind: ChangeKind, _ what: String, _ change: @escaping @Sendable (inout RandomCatalogue.Part) -> Bool
  ) -> RandomChange {
    .surface(kind) { surface, generator in
      let index = surface.fields.indices.randomElement(using: &generator)!
      return change(&surface.fields[index]) ? "field:\(surface.key)/\(surface.fields[index].key)/\(what)" : nil
    }
  }
}

extension RandomCatalogue {
  fileprivate mutating func forEachError(_ change: (inout Part) -> Void) {
    for surface in surfaces.indices {
      for error in surfaces[surface].errors.indices { change(&surfaces[surface].errors[error]) }
    }
  }
}
