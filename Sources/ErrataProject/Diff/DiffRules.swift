import ErrataDiagnostics
import ErrataDiff

extension Rule {
  /// The rules of comparing catalogues, in documentation order: each kind of change, then the others.
  package static let diffRules = changeRules + [insufficientVersion, unusedAcceptance, expiredAcceptance]

  /// `insufficient-version`.
  static let insufficientVersion = Rule(
    "insufficient-version", .error, in: .diff, "The version of a catalogue promises less than its changes deserve.",
    explanation: """
      A breaking change deserves the next major version, an addition the next minor version, and a change of the documentation the \
      next patch (https://semver.org). Below 1.0.0, a breaking change deserves the next minor version, and anything else the next \
      patch. Without a change, the version may stay, but not go back. Accepted changes don't count.
      """,
    reason: "Those who use the API decide by the version whether they can update without reading what changed.",
    example: .commands(
      "sed 's/^version: .*/version: 1.3.0/' shop.yaml > old.yaml\nerrata diff --against old.yaml shop.yaml"),
    remedy: """
      Write the version that the message names, or undo the changes that it does not promise. A breaking change that breaks nobody can \
      be accepted in `errata.yaml`, by its name and with a reason.
      """)

  /// `unused-acceptance`.
  static let unusedAcceptance = Rule(
    "unused-acceptance", .warning, in: .diff, "An accepted change is not among the changes.",
    explanation: """
      `accept` in `errata.yaml` names a change that is not between the two catalogues: it was undone or released, or its name is \
      misspelt.
      """,
    reason: "It would accept the same change when somebody makes it again, long after the reason is forgotten.",
    example: .file(
      "errata.yaml",
      """
      catalog: shop.yaml
      outputs: []
      diff:
        accept:
          - change: api/sold_out/removed
            reason: No client ever received it.

      """, "errata diff --against shop.yaml"),
    remedy: "Remove it, or correct its name.")

  /// `expired-acceptance`.
  static let expiredAcceptance = Rule(
    "expired-acceptance", .warning, in: .diff, "The last day of an accepted change has passed.",
    explanation:
      "A change is accepted until the end of the day in `expires`, in UTC. After it, the change counts like any other.",
    reason: "The day was set to decide again, so the change must not stay accepted without a decision.",
    example: .file(
      "errata.yaml",
      """
      catalog: shop.yaml
      outputs: []
      diff:
        accept:
          - change: api/sold_out/removed
            reason: The last client that knows it will be gone.
            expires: 2026-01-31

      """, "errata diff --against shop.yaml"),
    remedy:
      "Undo the change, or give the catalogue a version that promises it. If there is still a reason, set a later day.")
}
