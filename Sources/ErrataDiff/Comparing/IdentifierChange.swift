import ErrataCatalog
import ErrataText

/// How the identifier of a code in generated code has changed.
///
/// Every language makes it of the same words: Swift and Kotlin write `invalidSAD`, others `INVALID_SAD` or `InvalidSad`.
struct IdentifierChange {
  /// The old identifier: in Swift, or with underscores if that is the same as before.
  let old: String
  /// The new identifier in the same form.
  let new: String

  /// nil if the identifier is the same in all languages.
  init?(from old: ErrorEntry, to new: ErrorEntry) {
    if !differ(old.code, new.code), !differ(old.name, new.name) { return nil }
    let (oldWords, newWords) = (Self.words(of: old), Self.words(of: new))
    if oldWords.map(ExactText.init) == newWords.map(ExactText.init) { return nil }
    let (oldName, newName) = (caseName(for: old.name ?? old.code), caseName(for: new.name ?? new.code))
    let isSame = !differ(oldName, newName)
    self.old = isSame ? Self.constant(oldWords) : oldName ?? old.code
    self.new = isSame ? Self.constant(newWords) : newName ?? new.code
  }

  /// The words as the languages write them: the first one begins with a small letter or is in capitals in each of them.
  private static func words(of error: ErrorEntry) -> [String] {
    let words = ErrataCatalog.words(of: error.name ?? error.code)
    return words.prefix(1).map { $0.lowercased() } + words.dropFirst()
  }

  private static func constant(_ words: [String]) -> String {
    words.joined(separator: "_").uppercased()
  }
}
