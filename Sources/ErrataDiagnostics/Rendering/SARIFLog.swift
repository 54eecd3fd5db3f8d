import ErrataText

/// A log in the Static Analysis Results Interchange Format (SARIF 2.1.0), written piece by piece, since a run can have more results
/// than fit into memory.
package struct SARIFLog: Sendable {
  private var hasStarted = false
  private var rules: [Rule] = []
  private var ruleNames: Set<String> = []
  private var notes: [String] = []

  /// A log without results.
  package init() {}

  /// Adds rules that results refer to.
  package mutating func add(_ rules: some Sequence<Rule>) {
    for rule in rules where ruleNames.insert(rule.name).inserted { self.rules.append(rule) }
  }

  /// Adds something that happened in the run, in one sentence (section 3.20.21).
  package mutating func add(note: String) {
    notes.append(note)
  }

  /// The next piece of the log.
  /// - Parameter results: results as `DiagnosticFormat.sarif` renders them, one per line.
  package mutating func piece(results: some Sequence<UInt8>) -> [UInt8] {
    var piece: [UInt8] = []
    var isAtEnd = true
    for byte in results {
      if isAtEnd { piece += separator }
      isAtEnd = byte == UInt8(ascii: "\n")
      if !isAtEnd { piece.append(byte) }
    }
    return piece
  }

  /// The last piece of the log.
  /// - Parameter isSuccessful: whether the run did what it was asked to, whatever it found.
  package mutating func end(isSuccessful: Bool) -> [UInt8] {
    let start = hasStarted ? [] : separator
    var invocation: [(String, JSONValue)] = [("executionSuccessful", .bool(isSuccessful))]
    if !notes.isEmpty {
      let notifications = notes.map { note in
        JSONValue.object([("level", .string("note")), ("message", .object([("text", .string(note))]))])
      }
      invocation.append(("toolExecutionNotifications", .array(notifications)))
    }
    let driver: JSONValue = .object([
      ("name", .string("errata")),
      ("rules", .array(rules.map(\.reportingDescriptor))),
    ])
    let members: [(String, JSONValue)] = [
      ("columnKind", .string("unicodeCodePoints")),
      ("invocations", .array([.object(invocation)])),
      ("tool", .object([("driver", driver)])),
    ]
    let rest = members.map { "\"\($0)\": \($1.line)" }.joined(separator: ",\n")
    return start + Array("\n],\n\(rest)}]}\n".utf8)
  }

  /// What comes before the next result.
  private var separator: [UInt8] {
    mutating get {
      defer { hasStarted = true }
      if hasStarted { return Array(",\n".utf8) }
      let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      return Array("{\"$schema\": \"\(schema)\", \"version\": \"2.1.0\", \"runs\": [{\"results\": [\n".utf8)
    }
  }
}

extension Rule {
  /// The rule in a log (section 3.49). Its help is the whole documentation, so that a viewer can show it.
  fileprivate var reportingDescriptor: JSONValue {
    .object([
      ("id", .string(name)),
      ("shortDescription", .object([("text", .string(summary))])),
      ("fullDescription", .object([("text", .string(explanation))])),
      ("defaultConfiguration", .object([("level", .string(severity.rawValue))])),
      (
        "help",
        .object([
          ("text", .string("\(reason)\n\n\(remedy)")),
          (
            "markdown",
            .string(
              "**Why it matters.** \(reason)\n\n**How to fix it.** \(remedy)\n\n`errata explain \(name)` shows an example."
            )
          ),
        ])
      ),
      ("properties", .object([("documentation", .string(documentationPath))])),
    ])
  }
}
