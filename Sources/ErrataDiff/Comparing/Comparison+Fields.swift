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
    if old.isRequired != new.isRequired {
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

  /// Compares where the value of a field is. Places are compared one by one if there are as many as before.
  private mutating func comparePlaces(_ old: ResponseField, _ new: ResponseField, on surface: Surface) {
    let (oldPlaces, newPlaces) = (old.places.map(ComparedPlace.init), new.places.map(ComparedPlace.init))
    let (oldNames, newNames) = (enumerated(oldPlaces.map(\.name)), enumerated(newPlaces.map(\.name)))
    if oldPlaces.count != newPlaces.count {
      let (kind, what, verb) =
        if oldPlaces.isSubsequence(of: newPlaces) {
          (ChangeKind.fieldPlaceAdded, "place-added", "can be in more places")
        } else if newPlaces.isSubsequence(of: oldPlaces) {
          (ChangeKind.fieldPlaceRemoved, "place-removed", "can be in fewer places")
        } else {
          (ChangeKind.fieldMoved, "moved", "moved")
        }
      addChange(
        kind, from: old, to: new, on: surface, what, "\(new.subject) \(verb): \(newNames) instead of \(oldNames)",
        at: .places)
      return
    }
    let places = zip(oldPlaces, newPlaces)
    if places.contains(where: { $0.location != $1.location }) {
      addChange(
        .fieldMoved, from: old, to: new, on: surface, "moved", "\(new.subject) moved from \(oldNames) to \(newNames)",
        at: .places)
    }
    if let (before, now) = places.first(where: { $0.type != $1.type }) {
      addChange(
        .fieldTypeChanged, from: old, to: new, on: surface, "type-changed",
        "the type of \(new.subject) changed from `\(before.type.rawValue)` to `\(now.type.rawValue)`", at: .key("type"))
    }
    for (key, text) in ComparedPlace.cuts {
      guard let (before, now) = places.first(where: { $0[keyPath: text] != $1[keyPath: text] }) else { continue }
      let (oldText, newText) = (before[keyPath: text]?.description, now[keyPath: text]?.description)
      addChange(
        .fieldExcerptChanged, from: old, to: new, on: surface, "\(key)-changed",
        "the `\(key)` of \(new.subject) changed from \(quoted(oldText)) to \(quoted(newText))", at: .key(key))
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
