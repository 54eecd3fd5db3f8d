import ErrataCatalog
import ErrataDiagnostics
import ErrataText

/// The name of a template's file, which may hold names in braces: `{type}Error.kt`. With a surface's name in it there is a file
/// for each surface.
struct FileNamePattern: Sendable {
  enum Piece: Sendable {
    case text(String)
    case catalog(@Sendable (Catalog) -> String)
    case surface(@Sendable (Surface) -> String)
  }

  struct Fault: Error {
    let message: String
    let hint: String
  }

  /// The names, and what they stand for. All are safe in the names of files.
  static let names: [(name: String, summary: String, piece: Piece)] = [
    ("name", "the catalogue's name", .catalog(\.name)),
    (
      "module", "the catalogue's name in small letters; `class_errors` where it is a keyword of Kotlin or Python",
      .catalog(\.moduleName)
    ),
    (
      "pythonModule", "the same, and `json_errors` where Python has a module of that name in its standard library",
      .catalog(\.pythonModuleName)
    ),
    ("type", "the prefix of the surface's types", .surface(\.typePrefix)),
    ("surface", "the surface's key, with `-` for `_`", .surface(\.fileName)),
  ]

  private let pieces: [Piece]

  /// Whether there is a file for each surface.
  var isPerSurface: Bool {
    pieces.contains { if case .surface = $0 { true } else { false } }
  }

  static func read(_ text: String) -> Result<FileNamePattern, Fault> {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: start)..<end])
      guard let known = names.first(where: { $0.name == name }) else {
        let hint = nearestName(to: name, among: names.map(\.name)).map { "did you mean `{\($0)}`?" }
        return .failure(
          Fault(
            message: "the name of a file has no `{\(name)}`",
            hint: hint ?? "there are \(names.map { "`{\($0.name)}`" }.joined(separator: ", "))"))
      }
      pieces += [.text(String(rest[..<start])), known.piece]
      rest = rest[rest.index(after: end)...]
    }
    let isSafe = { (scalar: Unicode.Scalar) in !isHidden(scalar) && !"/\\:*?\"<>|{}".unicodeScalars.contains(scalar) }
    let literal = pieces.map { if case .text(let text) = $0 { text } else { "x" } }.joined() + rest
    if literal.isEmpty || literal.hasPrefix(".") || literal.utf8.count > 100
      || !literal.unicodeScalars.allSatisfy(isSafe)
    {
      return .failure(
        Fault(message: "`\(text)` cannot be the name of a file", hint: "write a name alone, as in `{name}Errors.kt`"))
    }
    return .success(FileNamePattern(pieces: pieces + [.text(String(rest))]))
  }

  /// - Parameter surface: the one that the file is for, where there is a file for each.
  func fileName(_ catalog: Catalog, _ surface: Surface?) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .catalog(let name): name(catalog)
      case .surface(let name): surface.map(name) ?? ""
      }
    }.joined()
  }
}
