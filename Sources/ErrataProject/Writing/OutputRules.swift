import ErrataDiagnostics

extension Rule {
  /// `cannot-read`.
  package static let cannotRead = Rule("cannot-read", .error, "A file or folder cannot be read.")
  /// `cannot-write`.
  package static let cannotWrite = Rule("cannot-write", .error, "A file or folder cannot be written.")
  /// `output-collision`.
  package static let outputCollision = Rule("output-collision", .error, "Two outputs would write one file.")
  /// `missing-output`.
  package static let missingOutput = Rule("missing-output", .error, "Under `--check`: a generated file is not there.")
  /// `stale-output`.
  package static let staleOutput = Rule(
    "stale-output", .error, "Under `--check`: a generated file is not what would be generated now.")
  /// `left-over-output`.
  package static let leftOverOutput = Rule(
    "left-over-output", .error, "Under `--check`: a file was generated from this catalogue once, and would not be now.")
  /// `edited-output`.
  package static let editedOutput = Rule(
    "edited-output", .warning,
    "A file was generated from this catalogue once, would not be now, and may have been edited: it is not removed.")

  /// The rules of reading and writing files, in the order of the documentation.
  package static let fileRules: [Rule] = [
    .cannotRead, .cannotWrite, .outputCollision, .missingOutput, .staleOutput, .leftOverOutput,
    .editedOutput,
  ]
}
