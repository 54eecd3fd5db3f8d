import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// The replacement of a code must be another code of the surface that clients can rely on: `unknown-replacement`,
/// `replacement-not-live`.
enum ReplacementCheck: CatalogCheck {
  static let rules: [Rule] = [.unknownReplacement, .replacementNotLive]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface -> [Diagnostic] in
      if surface.retired.isEmpty, surface.errors.allSatisfy({ $0.deprecated == nil }) { return [] }
      var problems = ReplacementProblems(surface, catalog.sources)
      return surface.errors.compactMap { error in
        error.deprecated?.replacement.flatMap { replacement in
          problems.problem(with: replacement, of: error.code) {
            error.origin.range(of: DeprecationKey.replacement, in: ErrorKey.deprecated)
          }
        }
      }
        + surface.retired.compactMap { retired in
          retired.replacement.flatMap { replacement in
            problems.problem(with: replacement, of: retired.code) {
              retired.origin.range(of: DeprecationKey.replacement)
            }
          }
        }
    }
  }
}

/// What can be wrong with the replacements on a surface.
private struct ReplacementProblems {
  /// A code that is deprecated or retired.
  private struct Former {
    let state: String
    let replacement: String?
    let range: SourceRange
  }

  private let surface: Surface
  private let sources: SourceSet
  private let current: Set<ExactText>
  private let former: [ExactText: Former]
  private var suggestions = Suggestions()

  init(_ surface: Surface, _ sources: SourceSet) {
    self.surface = surface
    self.sources = sources
    let retired = surface.retired.map {
      (ExactText($0.code), Former(state: "retired", replacement: $0.replacement, range: $0.origin.range))
    }
    let deprecated = surface.errors.compactMap { error in
      error.deprecated.map {
        (ExactText(error.code), Former(state: "deprecated", replacement: $0.replacement, range: error.origin.range))
      }
    }
    former = Dictionary(deprecated + retired, uniquingKeysWith: { first, _ in first })
    current = Set(surface.errors.lazy.filter { $0.deprecated == nil }.map { ExactText($0.code) })
  }

  /// The problem with `replacement` of `code`; nil if there is none.
  mutating func problem(with replacement: String, of code: String, at range: () -> SourceRange) -> Diagnostic? {
    let isItself = replacement.isExactly(code)
    if !isItself, current.contains(ExactText(replacement)) { return nil }
    if !isItself, let former = former[ExactText(replacement)] {
      return Diagnostic(
        .replacementNotLive, "`\(replacement)`, which replaces `\(code)`, is \(former.state) itself",
        at: sources.location(range()), related: [.init("\(former.state) here", at: sources.location(former.range))],
        hint: successor(of: former).map { "use `\($0)`, which replaces it" } ?? "name a code that is in use")
    }
    let candidates = surface.errors.lazy.prefix(1_000).map(\.code).filter { !$0.isExactly(code) }
    return Diagnostic(
      .unknownReplacement,
      isItself ? "`\(code)` cannot replace itself" : "unknown code `\(replacement)` in the surface `\(surface.key)`",
      at: sources.location(range()),
      hint: suggestions.hint(for: replacement, among: candidates) ?? "name a code of the same surface")
  }

  /// The code in use that a few replacements lead to; nil if there is none, as in a circle.
  private func successor(of code: Former) -> String? {
    var code = code
    for _ in 0..<8 {
      guard let replacement = code.replacement else { return nil }
      if current.contains(ExactText(replacement)) { return replacement }
      guard let next = former[ExactText(replacement)] else { return nil }
      code = next
    }
    return nil
  }
}

extension Rule {
  /// `unknown-replacement`.
  public static let unknownReplacement = Rule(
    "unknown-replacement", .error, "A replacement is not another code of the same surface.",
    explanation: "The `replacement` of a deprecated or retired code must be another code of the same surface.",
    reason: "Documentation and compiler warnings tell users to switch to the replacement.",
    example: .yaml("gone: {since: 1.1.0, replacement: missing}", insteadOf: "gone:"),
    remedy: "Name a code of the same surface, or remove `replacement`.")

  /// `replacement-not-live`.
  public static let replacementNotLive = Rule(
    "replacement-not-live", .error, "A replacement is deprecated or retired itself.",
    explanation: """
      The `replacement` of a deprecated or retired code must be a code that is in use. When a replacement is deprecated or retired \
      later, each code that it replaces needs a new one. Codes that replace each other in a circle have none.
      """,
    reason: "Users would switch to a code that they have to leave again, or that no longer exists.",
    example: .yaml("gone: {since: 1.1.0, replacement: out_of_stock}", insteadOf: "gone:"),
    remedy: "Name the code that users should switch to now, or remove `replacement`.")
}
