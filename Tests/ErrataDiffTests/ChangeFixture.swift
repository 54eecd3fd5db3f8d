import ErrataCatalog
import ErrataDiagnostics
import ErrataDiff
import TestSupport
import Testing

/// A file in `Tests/Fixtures/diff`: edits of the catalogue `base.yaml`, each with the report of its changes.
struct ChangeFixture: Sendable, CustomTestStringConvertible {
  /// An edit of the base, in the form of a diff without line numbers, and what it shows.
  struct Case: Sendable {
    /// The mapping and the key that it is about, and in which way they change: "an error, status: it changes".
    let title: String
    /// Lines to find after a space or `-`, and to write after a space or `+`. `@@` separates two places.
    let edit: [Substring]

    /// The mapping and the key: "an error, status".
    var subject: Substring { title.prefix { $0 != ":" } }
  }

  /// The name of the file.
  let name: String

  static let all = ["catalogue", "categories", "surfaces", "responses", "fields", "errors"].map(Self.init)

  var testDescription: String { name }
  var path: String { "diff/\(name).txt" }

  /// The cases of the file, without their reports.
  func cases() throws -> [Case] {
    try Repository.text("Tests/Fixtures/\(path)").split(separator: "## ").map { section in
      let lines = section.split(separator: "\n")
      return Case(title: String(lines[0]), edit: lines.dropFirst().filter { !$0.hasPrefix(">") })
    }
  }
}

extension ChangeFixture.Case {
  /// The base and the edited catalogue. Neither has an error.
  func catalogues() throws -> (old: Catalog, new: Catalog) {
    let base = try Repository.text("Tests/Fixtures/diff/base.yaml")
    let edited = try edit.split(separator: "@@").reduce(base) { text, lines in
      func block(_ marks: String) -> String {
        lines.filter { marks.contains($0.prefix(1)) }.map { $0.dropFirst() + "\n" }.joined()
      }
      let parts = text.components(separatedBy: block(" -"))
      try #require(parts.count == 2, "\(title): its lines are in the catalogue \(parts.count - 1) times")
      return parts.joined(separator: block(" +"))
    }
    return (try read(base, "old.yaml"), try read(edited, "new.yaml"))
  }

  private func read(_ text: String, _ path: String) throws -> Catalog {
    let (catalog, diagnostics) = readCatalog([SourceFile(path: path, bytes: Array(text.utf8))])
    let errors = diagnostics.filter { $0.severity == .error }.map { DiagnosticFormat.text.render($0) }
    try #require(errors == [], "\(title)")
    return try #require(catalog)
  }
}

extension Change {
  /// The change on a few lines, with positions in the new and the old file.
  var report: String {
    func position(_ location: ErrataDiagnostics.SourceLocation) -> String {
      "\(location.file.path):\(location.start.line):\(location.start.column)"
    }
    let places = ([location].compactMap(\.self) + related.map(\.location)).map(position).joined(separator: ", ")
    return """
      > \(rating.rawValue) \(kind.rawValue) \(fingerprint)
      >   \(places): \(message)

      """ + (hint.map { ">   help: \($0)\n" } ?? "")
  }
}
