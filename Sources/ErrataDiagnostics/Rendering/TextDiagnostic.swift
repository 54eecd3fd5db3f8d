import ErrataText

/// Formats a diagnostic for a terminal or a log.
package struct TextDiagnostic {
  private let diagnostic: Diagnostic
  private let label: String
  private let remarks: [(label: String, text: String)]
  private let color: Bool

  /// - Parameters:
  ///   - label: the word before the message; the severity by default.
  ///   - remarks: what else to say, before the hint, each with a word before it.
  ///   - color: whether to use terminal colours.
  package init(
    _ diagnostic: Diagnostic, label: String? = nil, remarks: [(label: String, text: String)] = [], color: Bool
  ) {
    self.diagnostic = diagnostic
    self.label = label ?? diagnostic.severity.rawValue
    self.remarks = remarks + (diagnostic.hint.map { [("help", $0)] } ?? [])
    self.color = color
  }

  /// The lines, with a line break at the end.
  package var rendered: String {
    var lines: [String] = []
    let head = "\(label): \(visible(diagnostic.message)) [\(diagnostic.rule.name)]"
    let headStyle = style(of: diagnostic.severity)
    if let location = diagnostic.location {
      lines.append(style(.bold, place(location)) + ": " + style(headStyle, head))
      lines += excerpt(location, caretStyle: headStyle)
    } else {
      lines.append(style(headStyle, head))
    }
    for detail in diagnostic.details { lines.append("      | " + visible(detail)) }
    for related in diagnostic.related {
      lines.append(style(.bold, place(related.location)) + ": note: " + visible(related.message))
      lines += excerpt(related.location, caretStyle: .cyan)
    }
    for (label, text) in remarks { lines.append("      " + style(.cyan, "= \(label): ") + visible(text)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ location: SourceLocation) -> String {
    "\(visible(location.file.path)):\(location.start.line):\(location.start.column)"
  }

  /// The line with carets under the range; a long line is truncated around the range.
  private func excerpt(_ location: SourceLocation, caretStyle: Style) -> [String] {
    guard !location.file.bytes.isEmpty else { return [] }
    let left = location.file.firstColumn
    let column = max(location.start.column, left)
    let from = left + UInt32(ExcerptWindow.start(before: Int(column - left)))
    guard
      let (scalars, isTruncated) = location.file.excerpt(
        ofLine: location.start.line, from: from, count: ExcerptWindow.width)
    else {
      return []
    }
    let first = min(Int(column - from), scalars.count)
    let endsHere = location.end.line == location.start.line
    let last = endsHere ? min(max(Int(location.end.column) - Int(from), first), scalars.count) : scalars.count

    let before = (from > left ? "…" : "") + displayed(scalars[..<first])
    let marked = displayed(scalars[first..<last])
    let after = displayed(scalars[last...]) + (isTruncated ? "…" : "")

    let number = String(location.start.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
    let blank = String(repeating: " ", count: max(5, number.count)) + " | "
    let carets = String(repeating: "^", count: max(1, displayWidth(marked)))
    return [
      gutter + before + marked + after,
      blank + String(repeating: " ", count: displayWidth(before)) + style(caretStyle, carets),
    ]
  }

  private func displayed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return visible(String(text).replacingTabs())
  }

  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func style(_ style: Style, _ text: String) -> String {
    color ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  fileprivate func replacingTabs() -> String {
    contains("\t") ? split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " ") : self
  }
}
