import ErrataDiagnostics

extension Rule {
  /// The rules of `errata explain`, in documentation order.
  package static let explanationRules: [Rule] = [.noSuchCode, .noSuchSurface]

  /// `no-such-code`.
  package static let noSuchCode = Rule(
    "no-such-code", .error, in: .explain, "The catalogue, or the surface, has no such code.",
    explanation: """
      The name is neither a code of the catalogue, or of the surface given by `--surface`, nor the name of a rule. Codes must match \
      exactly.
      """,
    reason: "The nearest code may mean something else, so it is only suggested.",
    example: .commands("errata explain not_fuond --catalog shop.yaml"),
    remedy:
      "Write the code as the API sends it. To search another catalogue than that of `errata.yaml`, use `--catalog`.")

  /// `no-such-surface`.
  package static let noSuchSurface = Rule(
    "no-such-surface", .error, in: .explain, "The catalogue has no such surface.",
    explanation: "`--surface` is not the key of a surface in the catalogue.",
    reason: "A code can have a different meaning on each surface.",
    example: .commands("errata explain not_found --surface order --catalog shop.yaml"),
    remedy: "Use the key of a surface, or omit `--surface` to search all surfaces.")
}
