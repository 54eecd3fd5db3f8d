import ErrataDiagnostics

extension RuleExample {
  /// The catalogue `shop.yaml` with the line that begins with `line` replaced by `text`.
  package static func yaml(_ text: String, insteadOf line: String) -> RuleExample {
    .file("shop.yaml", text, insteadOf: line, "errata check shop.yaml")
  }
}

extension Rule {
  /// The rules for reading and decoding YAML, in the order of the documentation.
  package static let yamlRules: [Rule] = [
    .yamlSyntax, .yamlUnsupported, .tooDeep, .tooLarge, .notUTF8, .unknownKey, .missingKey, .duplicateKey, .wrongType,
  ]

  /// `yaml-syntax`.
  package static let yamlSyntax = Rule(
    "yaml-syntax", .error, "The file is not valid YAML.",
    explanation: """
      The file cannot be parsed. The position is where the parser stopped; the mistake is there or shortly before.
      """,
    reason: "The rest of the file cannot be read, so nothing else is checked.",
    example: .yaml("title: Shop: the API", insteadOf: "title: Shop"),
    remedy: """
      Put text in quotes if it contains `: ` or ` #`, or starts with a character that is special in YAML. Check the \
      indentation, and that quotes and brackets are closed.
      """)

  /// `yaml-unsupported`.
  package static let yamlUnsupported = Rule(
    "yaml-unsupported", .error,
    "The file uses a YAML feature that catalogues don't support, such as an anchor, a tag or a second document.",
    explanation: """
      A catalogue consists of mappings, lists and text. Anchors, aliases, tags, merge keys, directives other than `%YAML`, \
      keys that are lists or mappings, and further documents in the same file are not supported.
      """,
    reason: """
      Every entry can be reviewed without looking elsewhere, and every parser reads the same values.
      """,
    example: .yaml("title: &shop Shop API", insteadOf: "title: Shop"),
    remedy: """
      Write out the value wherever it is needed. Put text that begins with `&`, `*` or `!` in quotes. Move a second document \
      to a separate file: a catalogue can be a folder of files.
      """)

  /// `too-deep`.
  package static let tooDeep = Rule(
    "too-deep", .error, "Lists and mappings are nested more than 64 levels deep.",
    explanation: "Lists and mappings are nested more than 64 levels deep. Reading stops there.",
    reason: "A catalogue needs fewer than ten levels. Deeper nesting is a mistake or an attempt to exhaust memory.",
    example: .yaml("title: " + String(repeating: "[", count: 64), insteadOf: "title: Shop"),
    remedy: "Look for brackets that are not closed, and put text that begins with `[` or `{` in quotes.")

  /// `too-large`.
  package static let tooLarge = Rule(
    "too-large", .error,
    "A file, a text, a catalogue or the outputs of one run exceed a limit.",
    explanation: """
      A file can have 128 MiB and 4 million values, and a text 16 KiB. Reading stops after 1,000 problems. Outputs repeat the \
      texts of a category and of a surface for each code, so a catalogue is also measured as if every code had its own copy; the \
      limit is 112 MiB. The limit for the outputs of one run is 1 GiB.
      """,
    reason: "Time and memory stay bounded, even for a catalogue from an untrusted source.",
    example: .commands(
      """
      sed "s/The order does not exist/$(printf '%20000s' | tr ' ' x)/" shop.yaml > long.yaml
      errata check long.yaml
      """),
    remedy: """
      Shorten the text that the message names, split a large file into a folder of files, split a large catalogue into several, \
      or generate fewer outputs in one run.
      """)

  /// `not-utf8`.
  package static let notUTF8 = Rule(
    "not-utf8", .error, "The file is not UTF-8.",
    explanation: "The file is UTF-16, or contains a byte that is not part of a UTF-8 sequence.",
    reason: "With a single encoding, every tool reads the same characters.",
    example: .commands(
      #"""
      printf 'title: Caf\351\n' > latin1.yaml
      errata check latin1.yaml
      """#),
    remedy: "Save the file as UTF-8. `iconv -f ISO-8859-1 -t UTF-8` converts Latin-1.")

  /// `unknown-key`.
  package static let unknownKey = Rule(
    "unknown-key", .error, "A key is not part of the format.",
    explanation:
      "A mapping has a key that is not valid there. Often it is misspelled or in the wrong mapping.",
    reason: "If it were ignored, the mistake would go unnoticed.",
    example: .yaml(
      "not_found: {status: 404, descripton: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Correct or remove the key. The description of the catalogue format lists the keys of every mapping.")

  /// `missing-key`.
  package static let missingKey = Rule(
    "missing-key", .error, "A required key is missing.",
    explanation: "A mapping lacks a required key, such as the description of an error.",
    reason: "Every output depends on the required keys, and they have no sensible default.",
    example: .yaml("not_found: {status: 404}", insteadOf: "not_found:"),
    remedy: "Add the key that the message names.")

  /// `duplicate-key`.
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A key is used more than once.",
    explanation: """
      A mapping has the same key twice, two files of a folder set the same key, one field has two roles, or an output in \
      `errata.yaml` has two kinds. The message shows both locations.
      """,
    reason: "YAML parsers disagree on whether the first or the last one wins.",
    example: .yaml("version: 1.2.0\nversion: 1.3.0", insteadOf: "version:"),
    remedy: "Remove or rename one of them.")

  /// `wrong-type`.
  package static let wrongType = Rule(
    "wrong-type", .error, "A value does not have the type that the format requires.",
    explanation: """
      A value is a string instead of a list, a mapping instead of a string, a word instead of a number, or not one of a fixed \
      set of words such as the recoveries.
      """,
    reason: "The value cannot be used, and converting it would be a guess.",
    example: .yaml("title: [Shop, API]", insteadOf: "title: Shop"),
    remedy: "Write a value of the type that the message expects.")
}
