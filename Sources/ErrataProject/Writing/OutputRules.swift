import ErrataDiagnostics

extension Rule {
  /// The rules of reading and writing files, in documentation order.
  package static let fileRules: [Rule] = [
    .cannotRead, .cannotWrite, .outputCollision, .missingOutput, .staleOutput, .leftOverOutput,
    .editedOutput,
  ]

  /// `cannot-read`.
  package static let cannotRead = Rule(
    "cannot-read", .error, in: .file, "A file or folder cannot be read.",
    explanation: """
      A file or folder does not exist, is not readable, or is not what the command expects: a folder without a catalogue, or a \
      compressed log. The message ends with the reason.
      """,
    reason: "The run has no result. The exit status is 2, to distinguish this from problems in a catalogue.",
    example: .commands("errata check missing.yaml"),
    remedy: "Check the path and the permissions. If there is a hint, decompress or convert the input as it describes.")

  /// `cannot-write`.
  package static let cannotWrite = Rule(
    "cannot-write", .error, in: .file, "A file or folder cannot be written.",
    explanation: """
      An output cannot be written: there is a file where a folder is needed, a permission is missing, the disk is full, or the \
      existing file was not generated from this catalogue.
      """,
    reason: "Handwritten files are never replaced, and existing files are left unchanged.",
    example: .commands("echo notes > docs\nerrata generate shop.yaml --markdown docs"),
    remedy: "Move the file away, or use another folder for the output.")

  /// `output-collision`.
  package static let outputCollision = Rule(
    "output-collision", .error, in: .file, "Two outputs would write the same file.",
    explanation: """
      Two outputs write a file with the same name in the same folder. Names are compared without regard to case, and links \
      are followed.
      """,
    reason: "One of the two would be lost.",
    example: .commands("errata generate shop.yaml --template kotlin=out --template kotlin=out"),
    remedy: "Use a separate folder for each output.")

  /// `missing-output`.
  package static let missingOutput = Rule(
    "missing-output", .error, in: .file, "Under `--check`: a generated file is missing.",
    explanation:
      "`errata generate --check` compares the files on disk with the output of the catalogue. This file does not exist.",
    reason: "The committed files do not agree with the catalogue.",
    example: .commands("errata generate shop.yaml --html site --check"),
    remedy: "Run the same command without `--check`, and commit what it writes.")

  /// `stale-output`.
  package static let staleOutput = Rule(
    "stale-output", .error, in: .file, "Under `--check`: a generated file is out of date.",
    explanation: """
      The catalogue, `errata.yaml`, a template or errata itself changed after the file was generated, or the file was edited. \
      The first lines that differ are shown.
      """,
    reason: "Code and documentation do not agree with the catalogue.",
    example: .commands(
      """
      errata generate shop.yaml --html site
      { echo '<!-- by hand -->'; cat site/index.html; } > page.html
      mv page.html site/index.html
      errata generate shop.yaml --html site --check
      """),
    remedy: "Run the same command without `--check`, and commit what it writes. Change the catalogue, not the file.")

  /// `left-over-output`.
  package static let leftOverOutput = Rule(
    "left-over-output", .error, in: .file, "Under `--check`: a file is no longer generated from this catalogue.",
    explanation: """
      A file in an output's folder has the mark of this catalogue, but is no longer one of its outputs: a surface was removed or \
      renamed, or an option changed.
      """,
    reason: "The file describes errors that the catalogue no longer has.",
    example: .commands(
      """
      errata generate shop.yaml --json-schema schemas
      sed '/^  login:/,$d' shop.yaml > next.yaml
      errata generate next.yaml --json-schema schemas --check
      """),
    remedy: "Run the same command without `--check`: it removes the file, unless it was edited.")

  /// `edited-output`.
  package static let editedOutput = Rule(
    "edited-output", .warning, in: .file,
    "A file is no longer generated from this catalogue, but may have been edited and is not removed.",
    explanation: """
      The file is left over from an earlier catalogue, and the digest in its mark is missing or does not match its contents. It is \
      not removed, since it may have been edited.
      """,
    reason: "Your changes could be lost.",
    example: .commands(
      """
      errata generate shop.yaml --json-schema schemas
      echo >> schemas/login.strict.schema.json
      sed '/^  login:/,$d' shop.yaml > next.yaml
      errata generate next.yaml --json-schema schemas
      """),
    remedy: "Keep the parts of the file you need, then delete it.")
}
