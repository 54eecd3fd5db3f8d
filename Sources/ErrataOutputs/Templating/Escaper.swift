import ErrataDiagnostics
import ErrataText
import Mustache

/// The escapers that a template may name in its content-type pragma, each making text safe where its language has text.
enum Escaper: String, CaseIterable {
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

  func escape(_ text: String) -> String {
    switch self {
    case .swift: swiftLiteral(text)
    case .markdown: markdownEscaped(text)
    case .html: htmlEscaped(text)
    case .kotlin: kotlinLiteral(text)
    case .typescript: typescriptLiteral(text)
    case .python: pythonLiteral(text)
    case .json: jsonLiteral(text)
    case .plain: text
    }
  }

  /// Makes the escapers known to Mustache. It costs little, and may be called as often as one likes.
  static func registerAll() {
    for escaper in allCases { MustacheContentTypes.register(ContentType(escaper: escaper), named: escaper.rawValue) }
  }

  private struct ContentType: MustacheContentType {
    let escaper: Escaper

    func escapeText(_ text: String) -> String {
      Slot(text).map { $0.escaped(by: escaper).text } ?? escaper.escape(text)
    }
  }
}
