import ErrataCatalog
import ErrataText

/// How the identifier of a code in generated code has changed.
struct IdentifierChange {
  /// The old identifier: as in Swift or, if that is the same as before, as in Python.
  private(set) var old = ""
  /// The new identifier in the same form.
  private(set) var new = ""

  /// nil if the identifier is the same in all languages: `invalid_SAD` and `invalidSAD` are the same words.
  init?(from old: ErrorEntry, to new: ErrorEntry) {
    if !differ(old.code, new.code), !differ(old.name, new.name) { return nil }
    for identifier in [Self.camelCase, Self.capitals] {
      (self.old, self.new) = (identifier(old), identifier(new))
      if differ(self.old, self.new) { return }
    }
    return nil
  }

  /// Swift and Kotlin write `invalidSAD`.
  private static func camelCase(_ error: ErrorEntry) -> String {
    caseName(for: error.name ?? error.code) ?? error.code
  }

  /// Python, TypeScript and Kotlin write `INVALID_SAD`; Go writes the same words as `InvalidSad`.
  private static func capitals(_ error: ErrorEntry) -> String {
    words(of: error.name ?? error.code).joined(separator: "_").uppercased()
  }
}
