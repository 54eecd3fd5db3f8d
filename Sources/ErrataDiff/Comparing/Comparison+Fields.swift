import ErrataCatalog
import ErrataDiagnostics
import ErrataText

extension Comparison {
  /// Compares the fields of a surface, or its details, by key.
  mutating func compareFields(_ old: [ResponseField], _ new: [ResponseField], on surface: Surface) {
    for pair in pairs(old, new, by: \.key) {
      switch (pair.old, pair.new) {
      case (let old?, let new?): compare(old, new, on: surface)
      case (let old?, nil):
        add(
          .fieldRemoved, old.fingerprint(on: surface, "removed"),
          "\(old.subject) was removed from the surface `\(surface.key)`",
          now: nil, before: self.old.location(of: old))
      case (nil, let new?):
        let kind = new.isRequired ? ChangeKind.requiredFieldAdded : .optionalFieldAdded
        add(
          kind, new.fingerprint(on: surface, "added"),
          "\(new.subject) is new on the surface `\(surface.key)`, and is \(new.isRequired ? "required" : "optional")",
          now: self.new.location(of: new), before: nil,
          hint: new.isRequired ? "write `required: false` until every response has it" : nil)
      case (nil, nil): break
      }
    }
  }

  private mutating func compare(_ old: ResponseField, _ new: ResponseField, on surface: Surface) {
    comparePlaces(old, new, on: surface)
    if old.isRequired != new.isRequired, isWritten("required", in: old, new) {
      addChange(
        new.isRequired ? .fieldRequired : .fieldOptional, from: old, to: new, on: surface,
        new.isRequired ? "required" : "optional", "\(new.subject) is now \(new.isRequired ? "required" : "optional")",
        at: .key("required"))
    }
    if differ(old.pattern, new.pattern) {
      let (kind, what) =
        new.pattern == nil ? (ChangeKind.fieldWidened, "pattern-removed") : (.fieldNarrowed, "pattern-changed")
      addChange(
        kind, from: old, to: new, on: surface, what,
        "the pattern of \(new.subject) changed from \(quoted(old.pattern)) to \(quoted(new.pattern))",
        at: .key("pattern"))
    }
    if old.maxLength != new.maxLength {
      let isLower = new.maxLength.map { $0 < old.maxLength ?? .max } ?? false
      func limit(_ length: Int?) -> String { length.map { "\($0)" } ?? "none" }
      addChange(
        isLower ? .fieldNarrowed : .fieldWidened, from: old, to: new, on: surface,
        isLower ? "max-length-lowered" : "max-length-raised",
        "the maximum length of \(new.subject) changed from \(limit(old.maxLength)) to \(limit(new.maxLength))",
        at: .key("max_length"))
    }
    if differ(old.example, new.example) {
      addChange(
        .exampleChanged, from: old, to: new, on: surface, "example-changed", "the example of \(new.subject) changed",
        at: .key("example"))
    }
  }

  /// Whether a key is in the old or the new field. If it is in neither, its default has changed with the carrier, which is a change
  /// of its own.
  private func isWritten(_ key: String, in old: ResponseField, _ new: ResponseField) -> Bool {
    self.old.location(of: key, in: old) != nil || self.new.location(of: key, in: new) != nil
  }

  /// Compares where the value of a field is, and how it is cut out of the text there.
  private mutating func comparePlaces(_ old: ResponseField, _ new: ResponseField, on surface: Surface) {
    let (before, now) = (old.places.map(\.location), new.places.map(\.location))
    if before != now {
      let (oldNames, newNames) = (enumerated(old.places.map(\.name)), enumerated(new.places.map(\.name)))
      let (kind, what, verb) =
        if before.count < now.count, before.isSubsequence(of: now) {
          (ChangeKind.fieldPlaceAdded, "place-added", "can be in more places: \(newNames) instead of \(oldNames)")
        } else if before.count > now.count, now.isSubsequence(of: before) {
          (ChangeKind.fieldPlaceRemoved, "place-removed", "can be in fewer places: \(newNames) instead of \(oldNames)")
        } else {
          (ChangeKind.fieldMoved, "moved", "moved from \(oldNames) to \(newNames)")
        }
      addChange(kind, from: old, to: new, on: surface, what, "\(new.subject) \(verb)", at: .places)
    }
    for (index, before) in new.places.counterparts(in: old.places).enumerated() {
      guard let before else { continue }
      let now = new.places[index]
      func addChange(_ kind: ChangeKind, of key: String, from oldText: String?, to newText: String?) {
        let what = [new.places.fingerprint(at: index), "\(key)-changed"].compactMap(\.self).joined(separator: "/")
        let subject = new.subject + (new.places.count > 1 ? " in \(now.name)" : "")
        add(
          kind, new.fingerprint(on: surface, what),
          "the `\(key)` of \(subject) changed from \(quoted(oldText)) to \(quoted(newText))",
          now: self.new.location(of: key, in: now) ?? self.new.location(of: new),
          before: self.old.location(of: key, in: before))
      }
      if before.type != now.type {
        addChange(.fieldTypeChanged, of: "type", from: before.type.rawValue, to: now.type.rawValue)
      }
      for (key, text) in FieldPlace.cuts where differ(before[keyPath: text], now[keyPath: text]) {
        addChange(.fieldExcerptChanged, of: key, from: before[keyPath: text], to: now[keyPath: text])
      }
    }
  }

  /// What of a field changed.
  private enum Part {
    /// The value of a key of its first place.
    case key(String)
    /// Where its value is.
    case places
  }

  /// - Parameter what: what happened, for the fingerprint.
  private mutating func addChange(
    _ kind: ChangeKind, from old: ResponseField, to new: ResponseField, on surface: Surface, _ what: String,
    _ message: String, at part: Part
  ) {
    func location(_ field: ResponseField, in catalog: Catalog) -> SourceLocation? {
      switch part {
      case .key(let key): catalog.location(of: key, in: field)
      case .places: catalog.location(ofPlacesOf: field)
      }
    }
    add(
      kind, new.fingerprint(on: surface, what), message, now: location(new, in: self.new) ?? self.new.location(of: new),
      before: location(old, in: self.old))
  }
}

extension ResponseField {
  /// The field in a message.
  fileprivate var subject: String { "the \(role == nil ? "detail" : "field") `\(key)`" }

  fileprivate func fingerprint(on surface: Surface, _ what: String) -> Fingerprint {
    .field(key, isDetail: role == nil, on: surface.key, what)
  }
}
