import ErrataMustache
import ErrataText

/// A language in which prose and names are written as string literals.
protocol SourceLanguage: Language {
  /// The start of each line of a documentation comment.
  var commentSign: String { get }
}

extension SourceLanguage {
  package func prose(_ value: Prose) -> String { text(value.plain) }

  package func code(_ value: String) -> String { text(value) }

  package func comment(_ paragraphs: [String], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return commentLines(paragraphs).map { $0.isEmpty ? commentSign : "\(commentSign) \($0)" }
      .joined(separator: "\n" + margin)
  }
}
