/// Kotlin: text is between double quotes (Kotlin language specification, "Strings and characters"). Comments nest there, so
/// neither end of one comes through.
struct KotlinLanguage: SourceLanguage {
  let commentSign = "*"

  func text(_ value: String) -> String {
    literal(value, hidden: utf16Escape) { scalar, previous in
      switch (scalar, previous) {
      case ("\"", _), ("\\", _), ("$", _): "\\\(scalar)"
      case ("/", "*"), ("*", "/"): utf16Escape(scalar)
      default: nil
      }
    }
  }
}
