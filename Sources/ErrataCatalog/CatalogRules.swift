import ErrataDiagnostics
import ErrataYAML

extension Rule {
  /// `empty-list`.
  public static let emptyList = Rule("empty-list", .error, "A list has nothing in it.")
  /// `duplicate-value`.
  public static let duplicateValue = Rule("duplicate-value", .error, "A list has the same value twice.")
  /// `invalid-code`.
  public static let invalidCode = Rule(
    "invalid-code", .error,
    "A code is empty, longer than 128 characters, or has characters other than letters, digits and `_` `-` `.` `:` `/`."
  )
  /// `invalid-name`.
  public static let invalidName = Rule(
    "invalid-name", .error, "A name does not have the form that its place needs, or already means something else there."
  )
  /// `invalid-status`.
  public static let invalidStatus = Rule("invalid-status", .error, "A status is not between 100 and 599.")
  /// `invalid-version`.
  public static let invalidVersion = Rule(
    "invalid-version", .error, "A version is not a semantic version, or is not a known format.")
  /// `invalid-url`.
  public static let invalidURL = Rule("invalid-url", .error, "A URL is not an absolute `http` or `https` URL.")
  /// `invalid-pattern`.
  public static let invalidPattern = Rule(
    "invalid-pattern", .error, "A pattern is not a regular expression, or not one that all dialects read alike.")
  /// `invalid-example`.
  public static let invalidExample = Rule(
    "invalid-example", .error,
    "A code, a description or an example breaks its own field's pattern or length, so that no document could show it rightly."
  )
  /// `unknown-category`.
  public static let unknownCategory = Rule(
    "unknown-category", .error, "A code names a category that the catalogue does not have.")
  /// `unknown-replacement`.
  public static let unknownReplacement = Rule(
    "unknown-replacement", .error, "A replacement is not a code of the same surface, or is the code itself in the end.")
  /// `unknown-endpoint`.
  public static let unknownEndpoint = Rule(
    "unknown-endpoint", .error, "A code is limited to an endpoint that is not one of its surface's.")
  /// `identifier-collision`.
  public static let identifierCollision = Rule(
    "identifier-collision", .error,
    "Two names make one Swift identifier, a name makes one that the generated type has, or two codes are one text to Swift."
  )
  /// `retired-code-in-use`.
  public static let retiredCodeInUse = Rule("retired-code-in-use", .error, "A retired code is in use again.")
  /// `future-version`.
  public static let futureVersion = Rule(
    "future-version", .error, "A `since` is above the version of the catalogue itself.")
  /// `status-on-query`.
  public static let statusOnQuery = Rule(
    "status-on-query", .error,
    "A code on a redirect has a status: the status of a redirect says nothing about the error.")
}
