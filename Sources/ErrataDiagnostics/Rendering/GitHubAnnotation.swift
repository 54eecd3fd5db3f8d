import ErrataText

/// Formats a diagnostic as a workflow command, which GitHub shows next to the line.
///
/// Escapes `%` and line feeds in the message, and also `:` and `,` in properties, as GitHub's "Workflow commands for GitHub
/// Actions" describes. An older form of commands begins with `##[` anywhere in a line, so that is broken up. Replaces other hidden characters by U+FFFD, since logs are read in terminals too.
func gitHubAnnotation(for diagnostic: Diagnostic) -> String {
  func escaped(_ text: String, property: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result.unicodeScalars.append(isHidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  var properties: [String] = []
  if let location = diagnostic.location {
    properties.append("file=" + escaped(location.file.path, property: true))
    properties.append("line=\(location.start.line)")
    properties.append("col=\(location.start.column)")
    if location.end.line == location.start.line, location.end.column > location.start.column {
      properties.append("endColumn=\(location.end.column)")
    }
  }
  properties.append("title=" + escaped(diagnostic.rule.name, property: true))

  let related = diagnostic.related.map {
    "\($0.message): \($0.location.file.path):\($0.location.start.line):\($0.location.start.column)"
  }
  let message = ([diagnostic.message] + diagnostic.details + related + [diagnostic.hint].compactMap(\.self))
    .map { escaped($0).withoutCommands }.joined(separator: "%0A")
  let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
  return "::\(command) \(properties.joined(separator: ","))::\(message)\n"
}

extension String {
  /// The text without the beginnings of commands that GitHub's runner would take from any line of a log.
  package var withoutCommands: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "[", result.suffix(2).elementsEqual("##".unicodeScalars) { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }
}
