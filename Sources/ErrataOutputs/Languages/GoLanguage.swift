import ErrataText

/// Go: text is safe between double quotes (The Go Programming Language Specification, "String literals").
struct GoLanguage: SourceLanguage {
  let commentSign = "//"

  func text(_ value: String) -> String {
    escaped(value, hidden: escape) { scalar, _ in
      scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : nil
    }
  }

  /// Go is indented with tabs, and `gofmt` indents the items of a list.
  func comment(_ prose: Prose, indent: Int) -> String {
    commentLines(prose, links: .plain, bullet: "  - ").map { $0.isEmpty ? commentSign : "\(commentSign) \($0)" }
      .joined(separator: "\n" + String(repeating: "\t", count: indent))
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.value > 0xFFFF ? "\\U" + hexadecimal(scalar.value, digits: 8) : "\\u" + hexadecimal(scalar.value, digits: 4)
  }
}
