import ErrataCatalog
import ErrataText

extension CatalogueDraft {
  /// The catalogue as YAML.
  /// - Parameter source: the names of the inputs.
  package func yaml(from source: String) -> String {
    var lines = [
      yamlComment("Proposed by `errata init` from \(source): \(share)."),
      "# The comments say what was seen, and what to decide.",
      "errata: \(Catalog.formatVersion)",
      "name: API  # decide: the namespace of the generated code, in UpperCamelCase",
      "title: API  # decide: the name of the API in the documentation",
      "version: 0.1.0",
    ]
    if let base { lines.append("base: \(yamlText(base))  # endpoints are relative to it") }
    lines += omissions
    lines += ["", "surfaces:"]
    for surface in surfaces { lines += surface.yaml.map { $0.isEmpty ? "" : "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As in `3 of 5 responses are errors with a code`.
  private var share: String {
    "\(learned.errorCount) of \(counted(learned.responseCount, "response")) \(learned.errorCount == 1 ? "is an error" : "are errors") with a code"
  }

  /// What the catalogue doesn't have, as comments.
  private var omissions: [String] {
    var lines: [String] = []
    if learned.codelessCount > 0 {
      lines.append("\(counted(learned.codelessCount, "error")) without a recognizable code:")
      let kinds = learned.codeless.map { (text: $0.key.description, count: $0.value) }.sorted {
        ($1.count, $0.text) < ($0.count, $1.text)
      }
      lines += kinds.map { "  \($0.count) with \($0.text)" }
      if learned.otherCodelessCount > 0 { lines.append("  \(learned.otherCodelessCount) of other kinds") }
    }
    if learned.droppedCount > 0 {
      lines.append("\(counted(learned.droppedCount, "error")) beyond the limit of \(LearnedErrors.codeLimit) codes")
    }
    if learned.unreadableCount > 0 {
      lines.append(
        "\(learned.unreadableCount) unreadable \(learned.unreadableCount == 1 ? "line or entry" : "lines or entries")")
    }
    return lines.isEmpty ? [] : ["", "# Not in this catalogue:"] + lines.map { yamlComment("  " + $0) }
  }
}

extension LearnedErrors.Codeless: CustomStringConvertible {
  /// As in `502 text/html`.
  var description: String {
    "\(status.map(String.init) ?? "an unknown status") \(mediaType.isEmpty ? "without a content type" : mediaType)"
  }
}

extension SurfaceProposal {
  /// The entry in `surfaces`.
  fileprivate var yaml: [String] {
    var lines = [
      "\(key):  # decide: a key and a title for these endpoints", "  title: \(yamlText(title))", "  endpoints:",
    ]
    if endpoints.isEmpty {
      lines.append("    - /*  # decide: the paths are not in the log")
    } else {
      lines += endpoints.map { "    - \(yamlText($0.pattern))  # \(counted($0.count, "response"))" }
    }
    lines += response.yaml(sampleCount: sampleCount).map { "  " + $0 }
    if omittedErrors > 0 {
      lines.append("  # \(counted(omittedErrors, "error")) left out, whose code is sent in another way than the rest")
    }
    lines.append("  errors:")
    lines += errors.flatMap(\.yaml).map { "    " + $0 }
    return lines
  }
}

extension ErrorProposal {
  /// The entry in `errors`.
  fileprivate var yaml: [String] {
    var lines = ["\(yamlText(code)):  # \(counted(count, "time"))"]
    if let name { lines.append("  name: \(yamlText(name))  # decide: another code has the same identifier") }
    if let status = statuses.first {
      lines.append("  status: \(statuses.count == 1 ? "\(status)" : "\(statuses)")")
    }
    lines.append(
      "  description: \(yamlText(description))" + (sentDescription == nil ? "  # decide: it is sent without one" : ""))
    return lines
  }
}
