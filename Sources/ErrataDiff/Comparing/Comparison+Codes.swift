import ErrataCatalog
import ErrataText

extension Comparison {
  /// Compares the errors of a surface.
  mutating func compareErrors(_ pairs: [Pair<ErrorEntry>], _ oldSurface: Surface, _ newSurface: Surface) {
    let retiredNow = byCode(newSurface.retired)
    let retiredBefore = byCode(oldSurface.retired)
    for pair in pairs {
      switch (pair.old, pair.new) {
      case (let old?, let new?): compare(old, new, oldSurface, newSurface)
      case (let old?, nil): addRemoval(of: old, retiredNow[ExactText(old.code)], oldSurface, newSurface)
      case (nil, let new?): addCode(new, retiredBefore[ExactText(new.code)], on: newSurface)
      case (nil, nil): break
      }
    }
  }

  private mutating func addRemoval(
    of error: ErrorEntry, _ retired: RetiredCode?, _ oldSurface: Surface, _ newSurface: Surface
  ) {
    let code = error.code
    let before = old.location(of: error)
    guard let retired else {
      add(
        .codeRemoved, .code(code, on: newSurface.key, "removed"),
        "the code `\(code)` was removed without being retired",
        now: nil, before: before,
        hint:
          "if the API no longer sends it, add `\(retiredEntry(code, replacement: error.deprecated?.replacement))` to `retired` of the surface `\(newSurface.key)`"
      )
      return
    }
    add(
      .codeRetired, .code(code, on: newSurface.key, "retired"), "the code `\(code)` was retired",
      now: new.location(of: retired), before: before)
  }

  private mutating func addCode(_ error: ErrorEntry, _ retired: RetiredCode?, on surface: Surface) {
    let now = new.location(of: error)
    guard let retired else {
      add(
        .codeAdded, .code(error.code, on: surface.key, "added"), "the code `\(error.code)` is new", now: now,
        before: nil)
      return
    }
    add(
      .codeReused, .code(error.code, on: surface.key, "reused"),
      "the code `\(error.code)`, which was retired in \(retired.since), is in use again", now: now,
      before: old.location(of: retired),
      hint: "use another code, since clients may still use the old meaning of this one")
  }

  /// The line for `retired` of a code that is gone.
  func retiredEntry(_ code: String, replacement: String? = nil) -> String {
    let verdict = versionVerdict(from: old.version, to: new.version, for: CollectionOfOne(Rating.breaking))
    let since = verdict.isSufficient ? verdict.new : verdict.deserved
    let use = replacement.map { ", replacement: \(yamlCode($0))" } ?? ""
    return "\(yamlCode(code)): {since: \(since)\(use)}"
  }

  /// A code as a scalar in YAML. Of its characters, only a colon and a hyphen can have a meaning there.
  private func yamlCode(_ code: String) -> String {
    code.utf8.contains(UInt8(ascii: ":")) || code.utf8.first == UInt8(ascii: "-") ? "'\(code)'" : code
  }

  // MARK: - Retired codes

  /// Compares the retired codes of a surface. Those that were or are in use are reported with the errors.
  mutating func compareRetired(_ oldSurface: Surface, _ newSurface: Surface) {
    let (usedBefore, usedNow) = (codes(of: oldSurface), codes(of: newSurface))
    for pair in pairs(oldSurface.retired, newSurface.retired, by: \.code) {
      switch (pair.old, pair.new) {
      case (let old?, let new?):
        let keys = new.history.keys(changedSince: old.history)
        guard let key = keys.first else { continue }
        add(
          .historyChanged, .code(new.code, on: newSurface.key, "history-changed"),
          "\(listed(keys)) of the retired code `\(new.code)` changed",
          now: self.new.location(of: key, in: new) ?? self.new.location(of: new),
          before: self.old.location(of: key, in: old))
      case (let old?, nil):
        if usedNow.contains(ExactText(old.code)) { continue }
        add(
          .retiredCodeRemoved, .code(old.code, on: newSurface.key, "forgotten"),
          "the retired code `\(old.code)` is no longer listed", now: nil, before: self.old.location(of: old),
          hint: "leave it under `retired`")
      case (nil, let new?):
        if usedBefore.contains(ExactText(new.code)) { continue }
        add(
          .historyChanged, .code(new.code, on: newSurface.key, "listed"),
          "the code `\(new.code)` is now listed as retired", now: self.new.location(of: new), before: nil)
      case (nil, nil): break
      }
    }
  }

  private func codes(of surface: Surface) -> Set<ExactText> { Set(surface.errors.map { ExactText($0.code) }) }

  private func byCode(_ retired: [RetiredCode]) -> [ExactText: RetiredCode] {
    Dictionary(retired.map { (ExactText($0.code), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Deprecation {
  /// The keys with another value than in `old`.
  func keys(changedSince old: Deprecation) -> [String] {
    [
      ("since", since != old.since), ("replacement", differ(replacement, old.replacement)),
      ("note", differ(note, old.note)),
    ].filter(\.1).map(\.0)
  }
}
