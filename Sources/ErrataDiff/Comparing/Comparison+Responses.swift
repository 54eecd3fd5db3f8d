import ErrataCatalog
import ErrataText

extension Comparison {
  /// Compares how the errors of a surface are sent.
  mutating func compare(_ old: ResponseFormat, _ new: ResponseFormat, on surface: Surface) {
    let (oldCatalog, newCatalog) = (self.old, self.new)
    func places(_ key: String) -> Places {
      Places(
        now: newCatalog.location(of: key, in: new) ?? newCatalog.location(of: new),
        before: oldCatalog.location(of: key, in: old))
    }
    let key = surface.key
    if old.carrier != new.carrier {
      add(
        .carrierChanged, .surface(key, "carrier-changed"),
        "the carrier of the surface `\(key)` changed from `\(old.carrier.rawValue)` to `\(new.carrier.rawValue)`",
        places("carrier"))
    }
    if old.wireProtocol != new.wireProtocol {
      add(
        .protocolChanged, .surface(key, "protocol-changed"),
        "the protocol of the surface `\(key)` changed from \(quoted(old.wireProtocol?.rawValue)) to \(quoted(new.wireProtocol?.rawValue))",
        places("protocol"))
    }
    // Media types are compared without case (RFC 9110, section 8.3.1).
    if differ(old.mediaType?.lowercased(), new.mediaType?.lowercased()) {
      let kind = old.mediaType == nil ? ChangeKind.mediaTypeAdded : .mediaTypeChanged
      add(
        kind, .surface(key, kind.rawValue),
        "the media type of the surface `\(key)` changed from \(quoted(old.mediaType)) to \(quoted(new.mediaType))",
        places("media_type"))
    }
    if old.list?.pointer != new.list?.pointer {
      add(
        .listChanged, .surface(key, "list-changed"),
        "the list of errors of the surface `\(key)` changed from \(described(old.list)) to \(described(new.list))",
        places("errors"))
    }
    compareConditions(old.conditions, new.conditions, "when", places("when"), on: key)
    compareConditions(old.list?.conditions ?? [], new.list?.conditions ?? [], "where", places("where"), on: key)
    compareFields(old.fields, new.fields, on: surface)
    compareFields(old.details, new.details, on: surface)
  }

  private func described(_ list: ResponseFormat.ErrorList?) -> String {
    quoted(list.map { $0.pointer.tokens.isEmpty ? "\"\"" : $0.pointer.description })
  }

  private mutating func compareConditions(
    _ old: [MemberCondition], _ new: [MemberCondition], _ key: String, _ places: Places, on surface: String
  ) {
    func values(_ conditions: [MemberCondition]) -> [ExactText: ExactText] {
      Dictionary(
        conditions.map { (ExactText($0.name), ExactText($0.value.text)) }, uniquingKeysWith: { first, _ in first })
    }
    if values(old) == values(new) { return }
    func described(_ conditions: [MemberCondition]) -> String {
      listed(conditions.map { "\($0.name): \($0.value.text)" })
    }
    add(
      .conditionChanged, .surface(surface, "\(key)-changed"),
      "`\(key)` of the surface `\(surface)` changed from \(described(old)) to \(described(new))", places)
  }
}

extension MemberCondition.Value {
  /// The value as it can be written in a catalogue.
  fileprivate var text: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): exactInteger(number) ?? "\(number)"
    case .boolean(let isTrue): "\(isTrue)"
    }
  }
}

/// A number with an integral value, without `.0`.
private func exactInteger(_ number: Double) -> String? {
  Int(exactly: number).map { "\($0)" }
}
