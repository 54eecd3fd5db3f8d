import ErrataText

/// JSON: text is between the quotes of a string. It has no comments.
struct JSONLanguage: SourceLanguage {
  let commentSign = ""

  func text(_ value: String) -> String { jsonEscaped(value) }
}

/// Text of no language: nothing is escaped.
struct PlainText: SourceLanguage {
  let commentSign = "#"

  func text(_ value: String) -> String { value }
}
