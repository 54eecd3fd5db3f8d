import ErrataDiagnostics
import ErrataText
import ErrataValidation

extension Rule {
  /// `nothing-checked`.
  package static let nothingChecked = Rule(
    "nothing-checked", .error, in: .response, "No response was checked.",
    explanation: """
      The input is empty, or all of its responses are from endpoints that the catalogue does not have, from another host, or \
      unreadable. The message says which. With `--allow-empty`, this is not an error.
      """,
    reason: "A check that looks at nothing would pass forever, because of a wrong path or an empty log.",
    example: .commands(
      "echo '{\"path\": \"/v1/orders/7\", \"status\": 404, \"body\": {}}' | errata validate --catalog shop.yaml 2>&1"),
    remedy:
      "Give the path prefix of the API with `--base`, or correct `endpoints` in the catalogue. If the log can be empty, add `--allow-empty`."
  )
}

extension Summary {
  /// Why no response was checked; nil if there was one.
  package var nothingChecked: Diagnostic? {
    if checked + successes > 0 { return nil }
    guard read > 0 else {
      return Diagnostic(.nothingChecked, "no responses were read", hint: "if the input can be empty, add --allow-empty")
    }
    let reasons: [(count: Int, text: String)] = [
      (unmatched, "at an endpoint of the catalogue"), (otherHosts, "from the host given with --host"),
      (notRecorded, "recorded with its body"), (notRedirects, "a redirect"), (unreadable, "readable"),
    ]
    let reason =
      reasons.first { $0.count == read }.map { "none of them \($0.text)" }
      ?? reasons.filter { $0.count > 0 }.map { "\(grouped($0.count)) not \($0.text)" }.joined(separator: ", ")
    let number = read == 1 ? "1 response" : "\(grouped(read)) responses"
    return Diagnostic(
      .nothingChecked, "\(number) read, \(reason)",
      hint: baseHint ?? (unmatched > 0 ? "check --base, and `endpoints` in the catalogue" : nil))
  }
}
