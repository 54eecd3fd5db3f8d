import Foundation
import Testing
import TestSupport

/// `errata diff` between files: its exit status, its formats, and accepted changes.
struct DiffTests {
  /// `shop()` with two codes.
  private static let old = shop() + "      sold_out: {status: 409, description: Sold out}\n"
  /// Without one of them, and with another.
  private static let new = shop() + "      closed: {status: 503, description: The shop is closed}\n"

  /// A folder with the old and the new catalogue, in `old.yaml` and `new.yaml`.
  /// - Parameter accept: the items of `accept` in `errata.yaml`; nil for no such file.
  private func compared(
    _ new: String = Self.new, with old: String = Self.old, accepting accept: String? = nil, _ options: String...
  ) async throws -> ProcessResult {
    try await withTemporaryFolder { folder in
      try folder.writing(old, to: "old.yaml")
      try folder.writing(new, to: "new.yaml")
      if let accept {
        let items = accept.split(separator: "\n").map { "    \($0)\n" }.joined()
        try folder.writing("catalog: new.yaml\noutputs: []\ndiff:\n  accept:\n\(items)", to: "errata.yaml")
      }
      return try await runTool(Errata.path, ["diff", "--against", "old.yaml", "new.yaml"] + options, in: folder)
    }
  }

  private static func version(_ version: String, _ catalogue: String = new) -> String {
    catalogue.replacing("version: 1.0.0", with: "version: \(version)")
  }

  // MARK: The exit status

  @Test(arguments: [
    ("1.0.0", 1, "version 1.0.0 should be 2.0.0"), ("1.1.0", 1, "version 1.1.0 should be 2.0.0"),
    ("2.0.0", 0, "version 2.0.0 is sufficient"), ("2.0.0-beta.1", 0, "version 2.0.0-beta.1 is sufficient"),
  ])
  func theVersionDecides(_ version: String, _ status: Int32, _ summary: String) async throws {
    let result = try await compared(Self.version(version))
    #expect(result.status == status && result.output.contains("1 breaking change, 1 addition: \(summary)"), "\(result)")
    #expect(result.error.isEmpty)
  }

  @Test func noChange() async throws {
    for version in ["1.0.0", "1.0.1"] {
      let result = try await compared(Self.version(version, Self.old))
      #expect(result.status == 0 && result.output == "no changes\n" && result.error.isEmpty)
    }
  }

  /// Warnings that count as errors fail the run, but do not hide what it found.
  @Test func warningsAsErrors() async throws {
    let new = Self.version("2.0.0").replacing("{status: 503, ", with: "{")
    let result = try await compared(new, "--warnings-as-errors")
    #expect(result.status == 1 && result.error.contains("[missing-status]"), "\(result)")
    #expect(result.output.hasSuffix("1 breaking change, 1 addition: version 2.0.0 is sufficient\n"))
  }

  @Test func aVersionThatWentBack() async throws {
    let result = try await compared(Self.version("0.9.0", Self.old))
    #expect(result.status == 1 && result.error.isEmpty)
    #expect(
      result.output == """
        new.yaml:4:10: error: version 0.9.0 is lower than 1.0.0, the old one [insufficient-version]
            4 | version: 0.9.0
              |          ^^^^^
              = help: write `version: 1.0.0`

        """)
  }

  /// Errors of the new catalogue are problems; those of the old one are a reason not to compare.
  @Test func aCatalogueWithErrors() async throws {
    let new = try await compared("errata: 1\n")
    #expect(new.status == 1 && new.output.isEmpty && new.error.hasPrefix("new.yaml:1:1: error: missing key"))
    let old = try await compared(with: "errata: [")
    #expect(old.status == 2 && old.output.isEmpty && old.error.hasPrefix("old.yaml:"))
    #expect(old.error.contains("error: cannot compare with old.yaml: the catalogue has 1 error [cannot-read]\n"))
  }

  @Test func whatIsMissing() async throws {
    try await withTemporaryFolder { folder in
      let usage = try await Errata.run("diff", "errors.yaml", in: folder)
      #expect(usage.status == 64 && usage.error.contains("--against"))
      let empty = try await Errata.run("diff", "--against", "", "errors.yaml", in: folder)
      #expect(empty.status == 64 && empty.error.contains("Expected a file, a folder"), "\(empty)")
      let catalogue = try await Errata.run("diff", "--against", "old.yaml", in: folder)
      #expect(catalogue.status == 64 && catalogue.error.contains("as in: errata diff --against old.yaml errors.yaml"))
      try folder.writing(shop(), to: "errors.yaml")
      let file = try await Errata.run("diff", "--against", "old.yaml", "errors.yaml", in: folder)
      #expect(file.status == 2 && file.error.hasPrefix("error: cannot read old.yaml: No such file or directory"))
      let both = try await Errata.run("diff", "--against", "-", "-", in: folder)
      #expect(both.status == 64 && both.error.contains("Only one of the two catalogues"))
    }
  }

  @Test func foldersStandardInputAndTheBuiltInCatalogue() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "old/errors.yaml")
      try folder.writing(shop(), to: "new.yaml")
      #expect(try await Errata.run("diff", "--against", "old", "new.yaml", in: folder).output == "no changes\n")
      #expect(
        try await Errata.run("diff", "--against", "-", "new.yaml", input: shop(), in: folder).output == "no changes\n")
      #expect(
        try await Errata.run("diff", "--against", "old", "-", input: shop(), in: folder).output == "no changes\n")
      #expect(try await Errata.run("diff", "--against", "bankid", "bankid", in: folder).output == "no changes\n")
      let builtIn = try await Errata.run("diff", "--against", "git:main", "bankid", in: folder)
      #expect(builtIn.status == 2 && builtIn.error.contains("the catalogue is not a file"))
    }
  }

  /// A reader that stops early does not change the exit status.
  @Test func aClosedOutput() async throws {
    try await withTemporaryFolder { folder in
      let codes = (0..<300).map { "      code_\($0): {status: 404, description: D}\n" }.joined()
      try folder.writing(shop() + codes, to: "old.yaml")
      try folder.writing(shop(), to: "new.yaml")
      let script = "\"$0\" diff --against old.yaml new.yaml | head -1; echo ${PIPESTATUS[0]}"
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder)
      #expect(result.output.hasSuffix("\n1\n"), "\(result)")
    }
  }

  // MARK: Formats

  @Test(arguments: ["text", "json", "github", "sarif", "markdown"], ["1.0.0", "2.0.0"])
  func formats(_ format: String, _ version: String) async throws {
    let accepted = "- {change: api/sold_out/removed, reason: 'No *client* ever got it', expires: 9999-12-31}"
    let new = Self.version(version).replacing("The order does not", with: "This order does not")
      .replacing("endpoints: [/orders/*]", with: "endpoints: [/carts/*]")
    let result = try await compared(new, accepting: accepted, "--format", format)
    #expect(result.status == (version == "1.0.0" ? 1 : 0), "\(result)")
    // Of a log, only the results: the rules have their own page.
    let report = result.output.components(separatedBy: "\n],\n")[0]
    try expectGolden(
      format == "sarif" ? report + "\n" : result.output + result.error, "goldens/diff/\(version).\(format).txt")
  }

  /// With several surfaces, each change in a changelog says which one it is about.
  @Test func theSurfaceInMarkdown() async throws {
    func catalogue(_ version: String, _ code: String, _ title: String) -> String {
      func surface(_ key: String) -> String {
        """
          \(key):
            title: \(title) \(key)
            endpoints: [/\(key)]
            response: {carrier: json, fields: {code: \(code)}}
            errors:
              gone_\(key): {status: 404, description: It is gone}

        """
      }
      return "errata: 1\nname: Shop\ntitle: Shop\nversion: \(version)\nsurfaces:\n" + surface("a") + surface("b")
    }
    let result = try await compared(
      catalogue("2.0.0", "kind", "The"), with: catalogue("1.0.0", "code", "A"), "--format", "markdown")
    for key in ["a", "b"] {
      #expect(result.output.contains("- `\(key)`: the field `code` moved from `code` to `kind`."), "\(result)")
      #expect(result.output.contains("- The title of the surface `\(key)` changed."))
    }
  }

  @Test func jsonIsOneObjectPerLine() async throws {
    let result = try await compared(Self.new, "--format", "json")
    let objects = try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 3)
    #expect(objects.dropLast().compactMap { $0["rating"] as? String }.sorted() == ["addition", "breaking"])
    let summary = try #require(objects.last)
    #expect(summary["breaking"] as? Int == 1 && summary["additions"] as? Int == 1)
    #expect(summary["deserved"] as? String == "2.0.0" && summary["sufficient"] as? Bool == false)
  }

  /// Nothing in `errata.yaml` becomes markup, an annotation or a command for the terminal.
  @Test func textsAreEscaped() async throws {
    let reason = #"- {change: api/sold_out/removed, reason: "`a <b>*|\e[1m##[error]{{x}}\n::error::"}"#
    let markdown = try await compared(accepting: reason, "--format", "markdown")
    #expect(
      markdown.output.contains(#"\`a \<b>\*\|\u{FFFD}\[1m"#.replacing(#"\u{FFFD}"#, with: "\u{FFFD}")), "\(markdown)")
    #expect(!markdown.output.contains("{{"))
    let annotations = try await compared(accepting: reason, "--format", "github")
    #expect(annotations.output.contains("## [error]{{x}} ::error::%0A"), "\(annotations)")
    #expect(!annotations.output.contains("\u{1B}"))
    let text = try await compared(accepting: reason)
    #expect(text.output.contains("= accepted: `a <b>*|\u{FFFD}[1m##[error]{{x}} ::error::\n"), "\(text)")
  }

  // MARK: Accepted changes

  @Test func anAcceptedChangeDoesNotCount() async throws {
    let result = try await compared(
      Self.version("1.1.0"), accepting: "- change: api/sold_out/removed\n  reason: Nobody got it")
    #expect(result.status == 0 && result.error.isEmpty, "\(result)")
    #expect(result.output.contains(": breaking (accepted): "))
    #expect(result.output.contains("      = accepted: Nobody got it\n") && !result.output.contains("= help:"))
    #expect(result.output.hasSuffix("\n1 addition, 1 accepted change: version 1.1.0 is sufficient\n"))
  }

  /// The acceptances are those of the catalogue that errata.yaml names, however its path is written.
  @Test func anotherCatalogueThanThatOfTheConfiguration() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(Self.old, to: "old.yaml")
      try folder.writing(Self.new, to: "new.yaml")
      try folder.writing(Self.new, to: "other.yaml")
      try folder.writing(
        """
        catalog: new.yaml
        outputs: []
        diff: {accept: [{change: api/sold_out/removed, reason: R}, {change: api/gone/removed, reason: R}]}

        """, to: "errata.yaml")
      let other = try await Errata.run("diff", "--against", "old.yaml", "other.yaml", in: folder)
      #expect(other.output.contains("1 breaking change, 1 addition: ") && other.error.isEmpty, "\(other)")
      let same = try await Errata.run("diff", "--against", "old.yaml", "./new.yaml", in: folder)
      #expect(same.output.contains("1 addition, 1 accepted change: "), "\(same)")
      #expect(same.error.contains("no change `api/gone/removed` to accept"), "\(same)")
    }
  }

  @Test func theLastDayOfAnAcceptance() async throws {
    let accept = "- {change: api/sold_out/removed, reason: Nobody got it, expires: DAY}"
    let last = try await compared(Self.version("1.1.0"), accepting: accept.replacing("DAY", with: "9999-12-31"))
    #expect(last.status == 0 && last.output.contains("= accepted until 9999-12-31: Nobody got it\n"), "\(last)")
    let past = try await compared(Self.version("1.1.0"), accepting: accept.replacing("DAY", with: "2020-02-29"))
    #expect(past.status == 1)
    #expect(
      past.error == """
        errata.yaml:5:16: warning: `api/sold_out/removed` is no longer accepted, since 2020-02-29 has passed [expired-acceptance]
            5 |     - {change: api/sold_out/removed, reason: Nobody got it, expires: 2020-02-29}
              |                ^^^^^^^^^^^^^^^^^^^^
              = help: undo the change, give the catalogue a version that promises it, or set a later day

        """)
  }

  @Test func acceptancesOfNothing() async throws {
    let result = try await compared(
      Self.version("2.0.0"),
      accepting:
        "- {change: api/sold_uot/removed, reason: R}\n- {change: csc/invalid_sad/status/400/removed, reason: R}")
    #expect(result.status == 0)
    #expect(
      result.error == """
        errata.yaml:5:16: warning: there is no change `api/sold_uot/removed` to accept [unused-acceptance]
            5 |     - {change: api/sold_uot/removed, reason: R}
              |                ^^^^^^^^^^^^^^^^^^^^
              = help: did you mean `api/sold_out/removed`?
        errata.yaml:6:16: warning: there is no change `csc/invalid_sad/status/400/removed` to accept [unused-acceptance]
            6 |     - {change: csc/invalid_sad/status/400/removed, reason: R}
              |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: remove it

        """)
    let strict = try await compared(
      Self.version("2.0.0"), accepting: "- {change: api/gone/removed, reason: R}", "--warnings-as-errors")
    #expect(strict.status == 1 && strict.error.hasPrefix("errata.yaml:5:16: error: there is no change"), "\(strict)")
    #expect(strict.output.hasSuffix("version 2.0.0 is sufficient\n"), "what is promised stays so")
  }
}
