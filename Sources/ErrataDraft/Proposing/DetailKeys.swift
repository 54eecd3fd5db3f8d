import ErrataCatalog

/// Makes keys for details, each of them once and none that is the name of a role.
struct DetailKeys {
  private var used = Set(ResponseField.Role.allCases.map(\.rawValue))

  /// A key for the member that `names` lead to: the words of the last name in snake_case, with those of the one before if the key is
  /// in use.
  mutating func key(for names: [String]) -> String {
    let short = snakeCase(names.suffix(1))
    let long = snakeCase(names.suffix(2))
    let key =
      [short, long].first { !used.contains($0) } ?? (2...).lazy.map { "\(long)_\($0)" }.first { !used.contains($0) }!
    used.insert(key)
    return key
  }
}

/// The words of `names` in snake_case, as the keys of a catalogue are; `member` if they have no ASCII letter.
func snakeCase(_ names: some Sequence<String>, fallback: String = "member") -> String {
  let words = names.flatMap(words).map { $0.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
  let key = words.filter { !$0.isEmpty }.joined(separator: "_").drop { !$0.isLetter }.prefix(48)
  return key.isEmpty ? fallback : String(key)
}
