import ErrataText

/// JSON: text is safe between the quotes of a string. There are no comments.
struct JSONLanguage: SourceLanguage {
  let commentSign = ""

  func text(_ value: String) -> String { jsonEscaped(value) }
}

/// Plain text: nothing is escaped.
struct PlainText: SourceLanguage {
  let commentSign = "#"

  func text(_ value: String) -> String { value }
}
