import ErrataCatalog
import ErrataText

extension Comparison {
  /// Compares an error with its counterpart, key by key.
  mutating func compare(_ old: ErrorEntry, _ new: ErrorEntry, _ oldSurface: Surface, _ newSurface: Surface) {
    let (oldCatalog, newCatalog) = (self.old, self.new)
    let (code, surface) = (new.code, newSurface.key)
    func fingerprint(_ what: String) -> Fingerprint { .code(code, on: surface, what) }

    if differ(old.code, code) {
      add(
        .codeRenamed, .code(old.code, on: surface, "renamed"), "the code `\(old.code)` was renamed to `\(code)`",
        now: newCatalog.location(of: new), before: oldCatalog.location(of: old),
        hint:
          "keep `\(old.code)`, or add `\(retiredEntry(old.code, replacement: code))` to `retired` of the surface `\(surface)`"
      )
    } else if let change = IdentifierChange(from: old, to: new) {
      add(
        .identifierChanged, fingerprint("identifier-changed"),
        "the identifier of `\(code)` changed from `\(change.old)` to `\(change.new)`", places("name", old, new))
    }
    if differ(old.description, new.description) {
      add(
        .descriptionChanged, fingerprint("description-changed"), "the description of `\(code)` changed",
        places("description", old, new))
    }
    if let change = StatusChange(from: old.statuses, to: new.statuses) {
      add(change.kind, fingerprint(change.kind.rawValue), change.message("`\(code)`"), places("status", old, new))
    }
    if isMoved(old, new) {
      add(
        .codeCategoryChanged, fingerprint("category-changed"),
        "the category of `\(code)` changed from \(quoted(old.category)) to \(quoted(new.category))",
        places("category", old, new))
    }
    if !inheritsRecovery(old, new),
      let change = RecoveryChange(from: oldCatalog.recovery(for: old), to: newCatalog.recovery(for: new))
    {
      let key = new.recovery == nil && old.recovery == nil ? "category" : "recovery"
      add(change.kind, fingerprint(change.name), change.message("`\(code)`"), places(key, old, new))
    }
    if old.causes.map({ Prose($0) }) != new.causes.map({ Prose($0) }) {
      add(.causesChanged, fingerprint("causes-changed"), "the causes of `\(code)` changed", places("causes", old, new))
    }
    if differAsProse(old.guidance, new.guidance),
      differAsProse(oldCatalog.guidance(for: old), newCatalog.guidance(for: new))
    {
      add(
        .guidanceChanged, fingerprint("guidance-changed"), "the guidance of `\(code)` changed",
        places("guidance", old, new))
    }
    compareEndpoints(old, new, oldSurface, newSurface)
    compareHistory(old, new, on: newSurface)
  }

  /// Compares the endpoints where an error can occur. Those that the surface has gained or lost are reported there.
  private mutating func compareEndpoints(
    _ old: ErrorEntry, _ new: ErrorEntry, _ oldSurface: Surface, _ newSurface: Surface
  ) {
    if old.endpoints == new.endpoints { return }
    let change = EndpointChange(
      from: old.endpoints.isEmpty ? oldSurface.endpoints : old.endpoints,
      to: new.endpoints.isEmpty ? newSurface.endpoints : new.endpoints)
    let removed = covered(change.removed, by: newSurface)
    let added = covered(change.added, by: oldSurface)
    let places = Places(
      now: self.new.location(of: "endpoints", in: new) ?? self.new.location(of: new),
      before: self.old.location(of: "endpoints", in: old))
    func fingerprint(_ what: String) -> Fingerprint { .code(new.code, on: newSurface.key, what) }
    if !removed.isEmpty {
      add(
        .codeEndpointRemoved, fingerprint("endpoint-removed"),
        "`\(new.code)` is no longer documented for \(named(removed))",
        places)
    }
    if !added.isEmpty {
      add(
        .codeEndpointAdded, fingerprint("endpoint-added"), "`\(new.code)` is now documented for \(named(added))", places
      )
    }
    if change.removed.isEmpty, change.added.isEmpty, Set(old.endpoints) != Set(new.endpoints) {
      add(
        .endpointRewritten, fingerprint("endpoints-rewritten"),
        "the endpoints of `\(new.code)` are written in another way", places)
    }
  }

  /// Where a key of an error is in both catalogues.
  private func places(_ key: String, _ old: ErrorEntry, _ new: ErrorEntry) -> Places {
    Places(
      now: self.new.location(of: key, in: new) ?? self.new.location(of: new),
      before: self.old.location(of: key, in: old))
  }

  private func covered(_ endpoints: [Endpoint], by surface: Surface) -> [String] {
    let others = Set(EndpointChange(from: endpoints, to: surface.endpoints).removed)
    return endpoints.filter { !others.contains($0) }.map(\.description)
  }

  private mutating func compareHistory(_ old: ErrorEntry, _ new: ErrorEntry, on surface: Surface) {
    let (oldCatalog, newCatalog) = (self.old, self.new)
    let code = new.code
    func fingerprint(_ what: String) -> Fingerprint { .code(code, on: surface.key, what) }
    if old.since != new.since {
      add(
        .historyChanged, fingerprint("since-changed"),
        "the `since` of `\(code)` changed from \(quoted(old.since?.description)) to \(quoted(new.since?.description))",
        places("since", old, new))
    }
    switch (old.deprecated, new.deprecated) {
    case (nil, nil): break
    case (nil, let deprecation?):
      let use = deprecation.replacement.map { "; use `\($0)` instead" } ?? ""
      add(
        .codeDeprecated, fingerprint("deprecated"), "the code `\(code)` is deprecated\(use)",
        places("deprecated", old, new))
    case (_?, nil):
      add(
        .deprecationRemoved, fingerprint("deprecation-removed"), "the code `\(code)` is no longer deprecated",
        places("deprecated", old, new))
    case (let before?, let now?):
      let keys = now.keys(changedSince: before)
      guard let key = keys.first else { return }
      add(
        .historyChanged, fingerprint("deprecation-changed"), "\(listed(keys)) of the deprecated code `\(code)` changed",
        now: newCatalog.location(of: key, inDeprecationOf: new) ?? newCatalog.location(of: new),
        before: oldCatalog.location(of: key, inDeprecationOf: old))
    }
  }
}
