import ErrataDiagnostics

// Examples compare the catalogue `shop.yaml` with another one, which has one of its lines replaced or is made of it by `sed`.

extension RuleExample {
  /// In the new catalogue, `text` replaces the line that begins with `line`.
  static func new(_ text: String, insteadOf line: String) -> RuleExample {
    .file("new.yaml", text, insteadOf: line, "errata diff --against shop.yaml new.yaml")
  }

  /// In the old catalogue, `text` replaces the line that begins with `line`.
  static func old(_ text: String, insteadOf line: String) -> RuleExample {
    .file("old.yaml", text, insteadOf: line, "errata diff --against old.yaml shop.yaml")
  }

  /// `script` makes the new catalogue.
  static func new(by script: String) -> RuleExample {
    .commands("sed '\(script)' shop.yaml > new.yaml\nerrata diff --against shop.yaml new.yaml")
  }

  /// `script` makes the old catalogue.
  static func old(by script: String) -> RuleExample {
    .commands("sed '\(script)' shop.yaml > old.yaml\nerrata diff --against old.yaml shop.yaml")
  }

  /// In the old catalogue, `text` replaces the line that begins with `line`; `script` makes the new catalogue of it.
  static func edited(_ text: String, insteadOf line: String, by script: String) -> RuleExample {
    .file(
      "old.yaml", text, insteadOf: line,
      "sed '\(script)' old.yaml > new.yaml\nerrata diff --against old.yaml new.yaml")
  }
}

/// One more surface, for the line `surfaces:`.
/// - Parameter keys: keys of its response.
func uploads(_ keys: String = "") -> String {
  """
  surfaces:
    uploads:
      title: Uploads
      endpoints: [/uploads]
      response: {carrier: json, \(keys)fields: {code: code}}
      errors:
        too_large: {status: 413, description: The file is too large}
  """
}
