import ErrataCatalog
import ErrataText

extension Comparison {
  /// Compares the surfaces, each with its response and its codes.
  mutating func compareSurfaces() {
    for (pair, errors) in zip(surfaces, errorPairs) {
      switch (pair.old, pair.new) {
      case (let old?, let new?): compare(old, new, errors)
      case (let old?, nil):
        add(
          .surfaceRemoved, .surface(old.key, "removed"),
          "the surface `\(old.key)` was removed, with \(counted(old.errors.count, "code"))", now: nil,
          before: self.old.location(of: old))
      case (nil, let new?):
        add(
          .surfaceAdded, .surface(new.key, "added"),
          "the surface `\(new.key)` is new, with \(counted(new.errors.count, "code"))", now: self.new.location(of: new),
          before: nil)
      case (nil, nil): break
      }
    }
  }

  private mutating func compare(_ old: Surface, _ new: Surface, _ errors: [Pair<ErrorEntry>]) {
    let (oldCatalog, newCatalog) = (self.old, self.new)
    func places(_ key: String) -> Places {
      Places(
        now: newCatalog.location(of: key, in: new) ?? newCatalog.location(of: new),
        before: oldCatalog.location(of: key, in: old))
    }
    if differ(old.key, new.key) {
      add(
        .surfaceRenamed, .surface(old.key, "renamed"), "the surface `\(old.key)` was renamed to `\(new.key)`",
        now: newCatalog.location(of: new), before: oldCatalog.location(of: old))
    }
    if differ(old.title, new.title) {
      add(
        .titleChanged, .surface(new.key, "title-changed"), "the title of the surface `\(new.key)` changed",
        places("title"))
    }
    if differ(old.typePrefix, new.typePrefix) {
      add(
        .typeChanged, .surface(new.key, "type-changed"),
        "the type of the surface `\(new.key)` changed from `\(old.typePrefix)` to `\(new.typePrefix)`", places("type"),
        hint: "write `type: \(old.typePrefix)` to keep the names of the generated types")
    }
    compareEndpoints(old, new)
    compare(old.response, new.response, on: new)
    compareStatuses(old, new)
    compareErrors(errors, old, new)
    compareRetired(old, new)
  }

  private mutating func compareEndpoints(_ old: Surface, _ new: Surface) {
    let change = EndpointChange(from: old.endpoints, to: new.endpoints)
    for endpoint in change.removed {
      add(
        .endpointRemoved, .endpoint("\(endpoint)", on: new.key, "removed"),
        "the endpoint `\(endpoint)` was removed from the surface `\(new.key)`", now: nil,
        before: self.old.location(of: endpoint, in: old))
    }
    for endpoint in change.added {
      add(
        .endpointAdded, .endpoint("\(endpoint)", on: new.key, "added"),
        "the endpoint `\(endpoint)` is new on the surface `\(new.key)`",
        now: self.new.location(of: endpoint, in: new), before: nil)
    }
    for endpoint in change.stillCovered {
      add(
        .endpointRewritten, .endpoint("\(endpoint)", on: new.key, "rewritten"),
        "the endpoint `\(endpoint)` is no longer listed, but another one covers it", now: nil,
        before: self.old.location(of: endpoint, in: old))
    }
    for endpoint in change.alreadyCovered {
      add(
        .endpointRewritten, .endpoint("\(endpoint)", on: new.key, "rewritten"),
        "the endpoint `\(endpoint)` is listed now, but another one covered it before",
        now: self.new.location(of: endpoint, in: new), before: nil)
    }
  }

  /// Compares what programs can do about a status. An exact status without a recovery of its own has that of its class.
  private mutating func compareStatuses(_ old: Surface, _ new: Surface) {
    for pair in pairs(old.statuses, new.statuses, by: \.key) {
      guard let status = pair.new ?? pair.old,
        let change = RecoveryChange(from: recovery(of: status, on: old), to: recovery(of: status, on: new))
      else { continue }
      add(
        change.kind, .status(status.key, on: new.key, change.name), change.message("the status `\(status.key)`"),
        now: pair.new.map { self.new.location(of: $0) }, before: pair.old.map { self.old.location(of: $0) })
    }
  }

  private func recovery(of status: StatusRecovery, on surface: Surface) -> Recovery? {
    if status.statuses.count == 1 { return surface.recovery(forStatus: status.statuses.lowerBound) }
    return surface.statuses.first { $0.statuses == status.statuses }?.recovery
  }
}

/// The surfaces that were renamed: those with the same endpoints.
func renames(ofSurfaces old: [Surface], to new: [Surface]) -> Renames {
  let (oldKeys, newKeys) = (Set(old.map { ExactText($0.key) }), Set(new.map { ExactText($0.key) }))
  return renames(
    from: old.filter { !newKeys.contains(ExactText($0.key)) }, to: new.filter { !oldKeys.contains(ExactText($0.key)) },
    key: \.key, by: { Set($0.endpoints) })
}
