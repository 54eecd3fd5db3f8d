import ErrataDiagnostics

extension Rule {
  /// The rules of looking a code up, in the order of the documentation.
  package static let explanationRules: [Rule] = [.noSuchCode, .noSuchSurface]

  /// `no-such-code`.
  package static let noSuchCode = Rule(
    "no-such-code", .error, "The catalogue, or the surface, has no such code.",
    explanation: """
      The name is neither a code of the catalogue, or of the surface given by `--surface`, nor the name of a rule. Codes are \
      compared letter for letter.
      """,
    reason: "The nearest code may mean something else, so it is suggested and not explained.",
    example: .commands("errata explain not_fuond --catalog shop.yaml"),
    remedy: "Write the code as the API sends it. `--catalog` names another catalogue than the one of `errata.yaml`.")

  /// `no-such-surface`.
  package static let noSuchSurface = Rule(
    "no-such-surface", .error, "The catalogue has no such surface.",
    explanation: "`--surface` is not the key of a surface in the catalogue.",
    reason: "Without the right surface the code could be another one of the same name.",
    example: .commands("errata explain not_found --surface order --catalog shop.yaml"),
    remedy: "Name a surface by its key, or leave `--surface` out to search all surfaces.")
}
