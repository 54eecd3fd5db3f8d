import ErrataMustache

/// The languages that templates may write, by the names that they begin with.
enum TemplateLanguage: String, CaseIterable {
  case swift = "SWIFT"
  case markdown = "MARKDOWN"
  case html = "HTML"
  case kotlin = "KOTLIN"
  case typescript = "TYPESCRIPT"
  case python = "PYTHON"
  case json = "JSON"
  case plain = "TEXT"

  /// Where it makes text safe.
  var summary: String {
    switch self {
    case .swift: "between the quotes of a Swift string literal on one line, and in `//` comments"
    case .markdown: "in a paragraph, heading, list item or table cell of GitHub Flavored Markdown"
    case .html: "between tags of HTML or XML, and between the quotes of an attribute"
    case .kotlin: "between double quotes in Kotlin, and in its comments"
    case .typescript: "between quotes of any kind in TypeScript and JavaScript, and in their comments"
    case .python: "between quotes of any kind in Python, three of them too, and in `#` comments"
    case .json: "between the quotes of a JSON string"
    case .plain: "nowhere: text stands as it is"
    }
  }

  var language: any Language {
    switch self {
    case .swift: SwiftLanguage()
    case .markdown: MarkdownLanguage()
    case .html: HTMLLanguage()
    case .kotlin: KotlinLanguage()
    case .typescript: TypeScriptLanguage()
    case .python: PythonLanguage()
    case .json: JSONLanguage()
    case .plain: PlainText()
    }
  }
}
