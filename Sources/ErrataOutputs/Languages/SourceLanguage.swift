import ErrataMustache
import ErrataText

/// A language in which prose and names are written as string literals.
protocol SourceLanguage: Language {
  /// The start of each line of a documentation comment.
  var commentSign: String { get }
  /// How documentation comments write links.
  var commentLinks: CommentLinks { get }
}

extension SourceLanguage {
  var commentLinks: CommentLinks { .plain }

  package func prose(_ value: Prose) -> String { text(value.plain) }

  package func code(_ value: String) -> String { text(value) }

  package func comment(_ prose: Prose, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return commentLines(prose, links: commentLinks).map { $0.isEmpty ? commentSign : "\(commentSign) \($0)" }
      .joined(separator: "\n" + margin)
  }
}
