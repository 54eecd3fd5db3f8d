import ErrataDiagnostics
import ErrataYAML

extension Rule {
  /// The rules of the decoder in addition to those for YAML, in the order of the documentation.
  static let decodingRules: [Rule] = [.emptyList, .duplicateValue, .invalidVersion, .invalidPointer]

  /// `empty-list`.
  public static let emptyList = Rule(
    "empty-list", .error, "A list is empty.",
    explanation: "A list such as `status` or `endpoints` has no value.",
    reason: "An empty list could mean none or all of them. Without the key, the meaning is clear.",
    example: .yaml("not_found: {status: [], description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Add a value, or remove the key if it is optional.")

  /// `duplicate-value`.
  public static let duplicateValue = Rule(
    "duplicate-value", .error, "A list has the same value twice.",
    explanation: "A list of statuses or endpoints contains a value more than once. The message shows both locations.",
    reason: "The second one has no effect. Often another value was intended.",
    example: .yaml("not_found: {status: [404, 404], description: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Remove one of them, or write the intended value.")

  /// `invalid-version`.
  public static let invalidVersion = Rule(
    "invalid-version", .error, "A version is not a semantic version, or the version of the format is not supported.",
    explanation: """
      `version` and `since` are semantic versions: three numbers, and optionally a pre-release (https://semver.org). `errata` is \
      the version of the catalogue format, which is 1.
      """,
    reason: "Versions are compared, to find out what is new and what has not been released yet.",
    example: .yaml("version: 1.2", insteadOf: "version:"),
    remedy: "Write three numbers, as in `1.2.0`. For `errata`, write `1`.")

  /// `invalid-pointer`.
  public static let invalidPointer = Rule(
    "invalid-pointer", .error, "A JSON pointer does not have the form that RFC 6901 requires.",
    explanation: """
      `at` and `errors` are JSON pointers (RFC 6901, section 3): empty, or a `/` before each name. In a name, `~` is written as \
      `~0` and `/` as `~1`.
      """,
    reason: "Readers would look in the wrong place and find nothing.",
    example: .yaml("reference: {at: meta.trace, required: false}", insteadOf: "reference:"),
    remedy: "Write a `/` before each name, as in `/error/code`.")
}
