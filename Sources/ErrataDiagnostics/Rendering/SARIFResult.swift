import ErrataText

/// Formats a diagnostic as a result of a SARIF log (SARIF 2.1.0, section 3.27), on one line.
struct SARIFResult {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  var rendered: String {
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.rule.name)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(message))])),
    ]
    if let location = diagnostic.location { members.append(("locations", .array([.object([physical(location)])]))) }
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map { related in
        JSONValue.object([physical(related.location), ("message", .object([("text", .string(related.message))]))])
      }
      members.append(("relatedLocations", .array(related)))
    }
    if let fingerprint = diagnostic.fingerprint {
      // A tool that has seen the result before recognizes it by this (section 3.27.17).
      members.append(("partialFingerprints", .object([("name/v1", .string(fingerprint))])))
    }
    return JSONValue.object(members).line + "\n"
  }

  /// The message, what shows the problem, and the hint, each on a line.
  private var message: String {
    ([diagnostic.message] + diagnostic.details + [diagnostic.hint.map { "help: " + $0 }].compactMap(\.self))
      .joined(separator: "\n")
  }

  /// A physical location (section 3.29). Lines and columns count from one, and a region ends before its end column.
  private func physical(_ location: SourceLocation) -> (String, JSONValue) {
    let (start, end) = (location.start, location.end)
    return (
      "physicalLocation",
      .object([
        ("artifactLocation", .object([("uri", .string(uriReference(location.file.path)))])),
        (
          "region",
          .object([
            ("startLine", .number(Int(start.line))), ("startColumn", .number(Int(start.column))),
            ("endLine", .number(Int(end.line))), ("endColumn", .number(Int(end.column))),
          ])
        ),
      ])
    )
  }
}

/// The URI reference of a file (RFC 3986, section 4.1): relative for a relative path. A path that is a URL stays one.
private func uriReference(_ path: String) -> String {
  let isURL = path.contains("://")
  let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".utf8)
    .union(isURL ? ":?#[]%".utf8 : "".utf8)
  let digits = Array("0123456789ABCDEF")
  let encoded = path.utf8.map { byte in
    allowed.contains(byte)
      ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
  }.joined()
  return path.hasPrefix("/") ? "file://" + encoded : encoded
}
