import ErrataDiagnostics

extension Rule {
  /// The rules of reading and writing files, in the order of the documentation.
  package static let fileRules: [Rule] = [
    .cannotRead, .cannotWrite, .outputCollision, .missingOutput, .staleOutput, .leftOverOutput,
    .editedOutput,
  ]

  /// `cannot-read`.
  package static let cannotRead = Rule(
    "cannot-read", .error, "A file or folder cannot be read.",
    explanation: """
      A file or folder does not exist, may not be read, or is not what the command needs: a folder without a catalogue, or a \
      compressed log. The message ends with the reason.
      """,
    reason: "The run has no result. The exit status is 2, to tell this from problems in a catalogue.",
    example: .commands("errata check missing.yaml"),
    remedy: "Check the path and the permissions. Decompress or convert the input as the hint says.")

  /// `cannot-write`.
  package static let cannotWrite = Rule(
    "cannot-write", .error, "A file or folder cannot be written.",
    explanation: """
      An output cannot be written: a file is in the place of a folder, a permission is missing, the disk is full, or the file there \
      was not generated from this catalogue.
      """,
    reason: "Files that somebody wrote are never replaced. The files that were there are as they were before.",
    example: .commands("echo notes > docs\nerrata generate shop.yaml --markdown docs"),
    remedy: "Move the file away, or give the output a folder of its own.")

  /// `output-collision`.
  package static let outputCollision = Rule(
    "output-collision", .error, "Two outputs would write the same file.",
    explanation: """
      Two outputs write a file of the same name in the same folder. Names that differ only in case are the same name, and links \
      are followed.
      """,
    reason: "One of the two would be lost.",
    example: .commands("errata generate shop.yaml --template kotlin=out --template kotlin=out"),
    remedy: "Give each output a folder of its own.")

  /// `missing-output`.
  package static let missingOutput = Rule(
    "missing-output", .error, "Under `--check`: a generated file is missing.",
    explanation:
      "`errata generate --check` compares the files on disk with what the catalogue makes now. This file is not there.",
    reason: "What is committed does not agree with the catalogue.",
    example: .commands("errata generate shop.yaml --html site --check"),
    remedy: "Run the same command without `--check`, and commit what it writes.")

  /// `stale-output`.
  package static let staleOutput = Rule(
    "stale-output", .error, "Under `--check`: a generated file is not what would be generated now.",
    explanation: """
      The catalogue, `errata.yaml`, a template or errata itself changed after the file was generated, or somebody edited the \
      file. The first lines that differ are shown.
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
    "left-over-output", .error, "Under `--check`: a file was generated from this catalogue once, and would not be now.",
    explanation: """
      A file in an output's folder bears the mark of this catalogue, but is no longer one of its files. A surface was removed or \
      renamed, or an option changed.
      """,
    reason: "The file describes errors that the catalogue no longer has.",
    example: .commands(
      """
      errata generate shop.yaml --json-schema schemas
      sed '/^  login:/,$d' shop.yaml > next.yaml
      errata generate next.yaml --json-schema schemas --check
      """),
    remedy: "Run the same command without `--check`: it removes the file, unless somebody edited it.")

  /// `edited-output`.
  package static let editedOutput = Rule(
    "edited-output", .warning,
    "A file was generated from this catalogue once, would not be now, and may have been edited: it is not removed.",
    explanation: """
      A file is left over, and the digest in its mark does not match its contents or is missing. It is not removed, since \
      somebody may have edited it.
      """,
    reason: "Work of yours could be lost.",
    example: .commands(
      """
      errata generate shop.yaml --json-schema schemas
      echo >> schemas/login.strict.schema.json
      sed '/^  login:/,$d' shop.yaml > next.yaml
      errata generate next.yaml --json-schema schemas
      """),
    remedy: "Keep what you need of the file, and remove it yourself.")
}
