import ErrataCatalog
import ErrataDiagnostics
import ErrataText

/// The file name of a template's output, which may contain placeholders in braces: `{type}Error.kt`. With a placeholder of a
/// surface, there is one file for each surface.
struct FileNamePattern: Sendable {
  enum Component: Sendable {
    case text(String)
    case catalog(@Sendable (Catalog) -> String)
    case surface(@Sendable (Surface) -> String)
  }

  struct SyntaxError: Error {
    let message: String
    let hint: String
  }

  /// The placeholders. All their values are safe in file names.
  static let placeholders: [(name: String, summary: String, component: Component)] = [
    ("name", "the catalogue's name", .catalog(\.name)),
    (
      "module",
      "the catalogue's name in lower case, with `_errors` appended if it is a keyword of Kotlin, Python or Go",
      .catalog(\.moduleName)
    ),
    (
      "pythonModule", "the same, also with `_errors` appended if Python's standard library has a module with that name",
      .catalog(\.pythonModuleName)
    ),
    ("type", "the prefix of the surface's types", .surface(\.typePrefix)),
    ("surface", "the surface's key, with `-` for `_`", .surface(\.fileName)),
  ]

  private let components: [Component]

  /// Whether there is a file for each surface.
  var isPerSurface: Bool {
    components.contains { if case .surface = $0 { true } else { false } }
  }

  static func read(_ text: String) -> Result<FileNamePattern, SyntaxError> {
    var components: [Component] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: start)..<end])
      guard let placeholder = placeholders.first(where: { $0.name == name }) else {
        let hint = nearestName(to: name, among: placeholders.map(\.name)).map { "did you mean `{\($0)}`?" }
        return .failure(
          SyntaxError(
            message: "unknown placeholder `{\(name)}` in a file name",
            hint: hint ?? "the placeholders are \(placeholders.map { "`{\($0.name)}`" }.joined(separator: ", "))"))
      }
      components += [.text(String(rest[..<start])), placeholder.component]
      rest = rest[rest.index(after: end)...]
    }
    let isSafe = { (scalar: Unicode.Scalar) in !isHidden(scalar) && !"/\\:*?\"<>|{}".unicodeScalars.contains(scalar) }
    let literal = components.map { if case .text(let text) = $0 { text } else { "x" } }.joined() + rest
    if literal.isEmpty || literal.hasPrefix(".") || literal.utf8.count > 100
      || !literal.unicodeScalars.allSatisfy(isSafe)
    {
      return .failure(
        SyntaxError(
          message: "`\(text)` is not a valid file name", hint: "write a name without folders, such as `{name}Errors.kt`"
        ))
    }
    return .success(FileNamePattern(components: components + [.text(String(rest))]))
  }

  /// - Parameter surface: the surface of the file, if there is one file for each.
  func fileName(_ catalog: Catalog, _ surface: Surface?) -> String {
    components.map { component in
      switch component {
      case .text(let text): text
      case .catalog(let name): name(catalog)
      case .surface(let name): surface.map(name) ?? ""
      }
    }.joined()
  }
}
