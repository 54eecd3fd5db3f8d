import ErrataCatalog
import ErrataText

extension FactValue {
  func markdown(on surface: Surface) -> String {
    switch self {
    case .statuses, .recovery: text
    case .text(let text, _): markdownEscaped(text)
    case .endpoints(let endpoints): endpoints.map { markdownCode($0.description) }.joined(separator: ", ")
    case .history(let deprecation):
      "since " + deprecation.phrase(code: { markdownLink(to: $0, on: surface) }, note: markdownEscaped)
    }
  }

  /// The value as a cell in a table of codes.
  var markdownCell: String {
    switch self {
    case .statuses(let statuses): statusList(statuses)
    case .endpoints(let endpoints):
      endpoints.map { markdownCode($0.description, isInTable: true) }.joined(separator: ", ")
    case .text, .recovery, .history: markdownEscaped(text)
    }
  }
}

func markdownLink(to code: String, on surface: Surface) -> String {
  "[`\(code)`](#\(urlFragment(surface.anchor(for: code))))"
}

/// `example` in a fenced code block (GFM 4.5) whose fence is longer than any run of backticks inside.
func exampleCodeBlock(_ example: ExampleResponse) -> String {
  let (text, syntax) =
    switch example.carrier {
    case .json: (withoutTemplateTags(example.text), example.headers.isEmpty ? "json" : "http")
    case .query: (example.text, "text")
    case .challenge: (example.text, "http")
    }
  let fence = String(repeating: "`", count: max(2, longestBacktickRun(in: text)) + 1)
  return "\(fence)\(syntax)\n\(text)\n\(fence)"
}

extension Surface {
  /// The file name of its page.
  var markdownFile: String { fileName + ".md" }
}
