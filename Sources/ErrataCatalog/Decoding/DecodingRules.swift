import ErrataDiagnostics
import ErrataYAML

extension Rule {
  /// The rules that the decoder reports besides those of YAML, in the order of the documentation.
  static let decodingRules: [Rule] = [.emptyList, .duplicateValue, .invalidVersion]

  /// `empty-list`.
  public static let emptyList = Rule(
    "empty-list", .error, "A list is empty.",
    explanation: "A list such as `status` or `endpoints` has no value.",
    reason: "It could mean none or all. Leaving the key out says which.",
    example: .yaml("not_found: {status: [], description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Add a value. Where the key is optional, remove the key instead.")

  /// `duplicate-value`.
  public static let duplicateValue = Rule(
    "duplicate-value", .error, "A list has the same value twice.",
    explanation: "A list of statuses or endpoints contains a value more than once. Both places are shown.",
    reason: "The second one has no effect. Often another value was meant.",
    example: .yaml("not_found: {status: [404, 404], description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Remove one of them, or write the value that was meant.")

  /// `invalid-version`.
  public static let invalidVersion = Rule(
    "invalid-version", .error, "A version is not a semantic version, or the format's version is not known.",
    explanation: """
      `version` and `since` are semantic versions: three numbers, and optionally a pre-release (https://semver.org). `errata` is \
      the version of the catalogue format, which is 1.
      """,
    reason: "Versions are compared, to tell what is new and what is not released yet.",
    example: .yaml("version: 1.2", insteadOf: "version:"),
    remedy: "Write three numbers, as in `1.2.0`. For `errata`, write the version that this errata reads.")
}
