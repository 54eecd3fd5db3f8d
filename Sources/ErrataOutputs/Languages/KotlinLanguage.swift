import ErrataText

/// Kotlin: text is safe between double quotes (Kotlin language specification, "Strings and characters") and in comments. Comments
/// nest, so both of their delimiters are escaped.
struct KotlinLanguage: SourceLanguage {
  let commentSign = "*"

  func text(_ value: String) -> String {
    escaped(value, hidden: { utf16Escape($0, uppercase: true) }) { scalar, previous in
      switch (scalar, previous) {
      case ("\"", _), ("\\", _), ("$", _): "\\\(scalar)"
      case ("/", "*"), ("*", "/"): utf16Escape(scalar, uppercase: true)
      default: nil
      }
    }
  }
}
