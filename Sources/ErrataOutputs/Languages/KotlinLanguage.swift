import ErrataText

/// Kotlin: text is safe between double quotes (Kotlin language specification, "Strings and characters") and in comments. Comments
/// nest, so both of their delimiters are escaped.
struct KotlinLanguage: SourceLanguage {
  let commentSign = "*"
  let commentLinks = CommentLinks.markdown

  func text(_ value: String) -> String {
    escaped(value, hidden: hidden) { scalar, previous in
      switch (scalar, previous) {
      case ("/", "*"), ("*", "/"): utf16Escape(scalar, uppercase: true)
      default: inQuotes(scalar)
      }
    }
  }

  /// A string literal, which is not safe in a comment.
  func literal(_ value: String) -> String {
    "\"" + escaped(value, hidden: hidden) { scalar, _ in inQuotes(scalar) } + "\""
  }

  private func inQuotes(_ scalar: Unicode.Scalar) -> String? {
    scalar == "\"" || scalar == "\\" || scalar == "$" ? "\\\(scalar)" : nil
  }

  private func hidden(_ scalar: Unicode.Scalar) -> String { utf16Escape(scalar, uppercase: true) }
}
