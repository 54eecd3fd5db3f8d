import ErrataDiagnostics

extension RuleExample {
  /// The catalogue `shop.yaml` with `text` in place of the line that begins with `line`.
  package static func yaml(_ text: String, insteadOf line: String) -> RuleExample {
    .file("shop.yaml", text, insteadOf: line, "errata check shop.yaml")
  }
}

extension Rule {
  /// The rules of reading YAML and of decoding it, in the order of the documentation.
  package static let yamlRules: [Rule] = [
    .yamlSyntax, .yamlUnsupported, .tooDeep, .tooLarge, .notUTF8, .unknownKey, .missingKey, .duplicateKey, .wrongType,
  ]

  /// `yaml-syntax`.
  package static let yamlSyntax = Rule(
    "yaml-syntax", .error, "The file is not valid YAML.",
    explanation: """
      The file cannot be parsed. The position is where the parser gave up; the mistake is there or a little before.
      """,
    reason: "The rest of the file cannot be read, so nothing else is checked.",
    example: .yaml("title: Shop: the API", insteadOf: "title: Shop"),
    remedy: """
      Put text in quotes if it contains `: ` or ` #`, or starts with a character that means something in YAML. Check the \
      indentation, and that quotes and brackets are closed.
      """)

  /// `yaml-unsupported`.
  package static let yamlUnsupported = Rule(
    "yaml-unsupported", .error,
    "An anchor, alias, tag, directive, merge key, key that is not text, or second document: a catalogue is data, not a program.",
    explanation: """
      A catalogue is mappings, lists and text. Anchors, aliases, tags, merge keys, directives other than `%YAML`, keys that \
      are lists or mappings, and further documents in the same file are refused.
      """,
    reason: """
      Every entry can be reviewed without looking elsewhere, and no parser gives a value another meaning.
      """,
    example: .yaml("title: &shop Shop API", insteadOf: "title: Shop"),
    remedy: """
      Write the value out wherever it is needed. If `&`, `*` or `!` is part of the text, put the text in quotes. Move a second \
      document to a file of its own: a catalogue can be a folder of files.
      """)

  /// `too-deep`.
  package static let tooDeep = Rule(
    "too-deep", .error, "Collections are nested deeper than 64 levels.",
    explanation: "Lists and mappings are nested more than 64 levels deep. Reading stops there.",
    reason: "A catalogue needs fewer than ten levels. Deeper nesting is a mistake, or meant to exhaust memory.",
    example: .yaml("title: " + String(repeating: "[", count: 64), insteadOf: "title: Shop"),
    remedy: "Look for brackets that are not closed, and put text that begins with `[` or `{` in quotes.")

  /// `too-large`.
  package static let tooLarge = Rule(
    "too-large", .error,
    "A file has more than 128 MiB, 4 million values or 1,000 problems, a text has more than 16 KiB, a catalogue comes to more than 112 MiB with all that is said of each code, or outputs to more than 1 GiB.",
    explanation: """
      A limit is exceeded. A file has at most 128 MiB and 4 million values, a text at most 16 KiB, and reading stops after \
      1,000 problems. Outputs repeat the text of a category and of a surface for each code, so a catalogue is also measured as \
      if every code had its own copy: at most 112 MiB. The outputs of one run come to at most 1 GiB.
      """,
    reason: "Time and memory stay bounded, whoever wrote the catalogue.",
    example: .commands(
      """
      sed "s/The order does not exist/$(printf '%20000s' | tr ' ' x)/" shop.yaml > long.yaml
      errata check long.yaml
      """),
    remedy: """
      Shorten the text that the message names. Split a large file into a folder of files, a large catalogue into several, \
      and make fewer outputs in one run.
      """)

  /// `not-utf8`.
  package static let notUTF8 = Rule(
    "not-utf8", .error, "The file is not UTF-8.",
    explanation: "The file is UTF-16, or contains a byte that is not part of a UTF-8 sequence.",
    reason: "Catalogues are UTF-8, so that every tool reads the same characters.",
    example: .commands(
      #"""
      printf 'title: Caf\351\n' > latin1.yaml
      errata check latin1.yaml
      """#),
    remedy: "Save the file as UTF-8. `iconv -f ISO-8859-1 -t UTF-8` converts Latin-1.")

  /// `unknown-key`.
  package static let unknownKey = Rule(
    "unknown-key", .error, "A key that the format does not have.",
    explanation:
      "A mapping has a key that the format does not know there. Often it is misspelt or in the wrong mapping.",
    reason: "A key that is ignored looks as if it worked.",
    example: .yaml(
      "not_found: {status: 404, descripton: The order does not exist}", insteadOf: "not_found:"),
    remedy: "Correct the key or remove it. The catalogue format lists the keys of every mapping.")

  /// `missing-key`.
  package static let missingKey = Rule(
    "missing-key", .error, "A required key is missing.",
    explanation: "A mapping lacks a key that the format requires, such as the description of an error.",
    reason: "Every output depends on the required keys, and none of them can be guessed.",
    example: .yaml("not_found: {status: 404}", insteadOf: "not_found:"),
    remedy: "Add the key that the message names.")

  /// `duplicate-key`.
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A key is used twice where it may be used once.",
    explanation: """
      A mapping has the same key twice, two files of a folder set the same key, one field has two roles, or an output in \
      `errata.yaml` has two kinds. Both places are shown.
      """,
    reason: "YAML parsers disagree on whether the first or the last one counts.",
    example: .yaml("version: 1.2.0\nversion: 1.3.0", insteadOf: "version:"),
    remedy: "Remove one of them, or rename it.")

  /// `wrong-type`.
  package static let wrongType = Rule(
    "wrong-type", .error, "A list, mapping, number, truth value or text is found where another of these is expected.",
    explanation: """
      A value has the wrong form: text instead of a list, a mapping instead of text, a word instead of a number, or a word that is \
      not in a closed list such as that of recoveries.
      """,
    reason: "The value cannot be read, and converting it would be a guess.",
    example: .yaml("title: [Shop, API]", insteadOf: "title: Shop"),
    remedy: "Write the value in the form that the message asks for.")
}
