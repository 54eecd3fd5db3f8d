import ErrataText

/// TypeScript: text is safe between quotes of any kind (ECMA-262, sections 12.9.4 and 12.9.6), also in a script of an HTML page.
struct TypeScriptLanguage: SourceLanguage {
  let commentSign = "*"
  let commentLinks = CommentLinks.markdown

  func text(_ value: String) -> String {
    escaped(value, hidden: { utf16Escape($0, uppercase: true) }) { scalar, previous in
      switch (scalar, previous) {
      case ("\"", _), ("'", _), ("`", _), ("\\", _): "\\\(scalar)"
      case ("{", "$"), ("/", "*"), ("/", "<"): "\\\(scalar)"
      default: nil
      }
    }
  }
}
