import Mustache

/// The escapers that a template may name in its content-type pragma, each making text safe where its language has text.
enum Escaper: String, CaseIterable {
  /// Between the quotes of a Swift string literal.
  case swift = "SWIFT"
  /// Inline content of GitHub Flavored Markdown.
  case markdown = "MARKDOWN"
  /// Between tags of HTML, and between the quotes of an attribute.
  case html = "HTML"

  func escape(_ text: String) -> String {
    switch self {
    case .swift: swiftLiteral(text)
    case .markdown: markdownEscaped(text)
    case .html: htmlEscaped(text)
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
