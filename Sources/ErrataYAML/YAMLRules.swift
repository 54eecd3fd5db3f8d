import ErrataDiagnostics

extension Rule {
  /// `yaml-syntax`.
  package static let yamlSyntax = Rule("yaml-syntax", .error, "The text is not YAML.")
  /// `yaml-unsupported`.
  package static let yamlUnsupported = Rule(
    "yaml-unsupported", .error,
    "An anchor, alias, tag, directive, merge key, key that is not text, or second document: a catalogue is data, not a program."
  )
  /// `too-deep`.
  package static let tooDeep = Rule("too-deep", .error, "Collections are nested deeper than 64 levels.")
  /// `too-large`.
  package static let tooLarge = Rule(
    "too-large", .error,
    "A file has more than 128 MiB, 4 million values or 1,000 problems, a text has more than 16 KiB, a catalogue comes to more than 112 MiB with all that is said of each code, or outputs to more than 1 GiB."
  )
  /// `not-utf8`.
  package static let notUTF8 = Rule("not-utf8", .error, "The bytes are not UTF-8.")
  /// `unknown-key`.
  package static let unknownKey = Rule("unknown-key", .error, "A key that the format does not have.")
  /// `missing-key`.
  package static let missingKey = Rule("missing-key", .error, "A key that must be there is not.")
  /// `duplicate-key`.
  package static let duplicateKey = Rule("duplicate-key", .error, "One key stands twice where it may stand once.")
  /// `wrong-type`.
  package static let wrongType = Rule(
    "wrong-type", .error, "A list, mapping, number, truth value or text stands where another of these belongs.")

  /// The rules of reading YAML and of decoding it, in the order of the documentation.
  package static let yamlRules: [Rule] = [
    .yamlSyntax, .yamlUnsupported, .tooDeep, .tooLarge, .notUTF8, .unknownKey, .missingKey, .duplicateKey, .wrongType,
  ]
}
