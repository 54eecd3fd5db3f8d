import ErrataMustache

/// The languages that templates can write; the raw values are their names in the first line.
enum TemplateLanguage: String, CaseIterable {
  case swift = "SWIFT"
  case markdown = "MARKDOWN"
  case html = "HTML"
  case kotlin = "KOTLIN"
  case go = "GO"
  case typescript = "TYPESCRIPT"
  case python = "PYTHON"
  case json = "JSON"
  case plain = "TEXT"

  /// The places in which escaped text is safe.
  var summary: String {
    switch self {
    case .swift: "between the quotes of a single-line Swift string literal, and in `//` comments"
    case .markdown: "in paragraphs, headings, list items and table cells of GitHub Flavored Markdown"
    case .html: "between the tags of HTML or XML, and between the quotes of an attribute"
    case .kotlin: "between double quotes in Kotlin, and in its comments"
    case .go: "between double quotes in Go, and in `//` comments"
    case .typescript: "between quotes of any kind in TypeScript and JavaScript, and in their comments"
    case .python: "between quotes of any kind in Python, including triple quotes, and in `#` comments"
    case .json: "between the quotes of a JSON string"
    case .plain: "nowhere: text is not escaped"
    }
  }

  var language: any Language {
    switch self {
    case .swift: SwiftLanguage()
    case .markdown: MarkdownLanguage()
    case .html: HTMLLanguage()
    case .kotlin: KotlinLanguage()
    case .go: GoLanguage()
    case .typescript: TypeScriptLanguage()
    case .python: PythonLanguage()
    case .json: JSONLanguage()
    case .plain: PlainText()
    }
  }
}
