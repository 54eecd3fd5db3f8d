import ErrataCatalog
import ErrataText

/// How the identifier of a code in generated code has changed.
struct IdentifierChange {
  /// The old identifier: as in Swift or, if that is the same as before, as in Python.
  let old: String
  /// The new identifier in the same form.
  let new: String

  /// nil if the identifier is the same in all languages: `invalid_SAD` and `invalidSAD` are the same words.
  init?(from old: ErrorEntry, to new: ErrorEntry) {
    if !differ(old.code, new.code), !differ(old.name, new.name) { return nil }
    guard let change = [Self.camelCase, Self.capitals].map({ ($0(old), $0(new)) }).first(where: differ) else {
      return nil
    }
    (self.old, self.new) = change
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
