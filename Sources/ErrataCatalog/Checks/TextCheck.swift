import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Texts should say something, and each code something else: `empty-text`, `duplicate-description`.
enum TextCheck: CatalogCheck {
  static let rules: [Rule] = [.emptyText, .duplicateDescription]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    emptyTexts(in: catalog) + catalog.surfaces.flatMap { duplicates(on: $0, in: catalog) }
  }

  private static func emptyTexts(in catalog: Catalog) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func report(_ message: String, at range: SourceRange) {
      problems.append(
        Diagnostic(
          .emptyText, message, at: catalog.sources.location(range),
          hint: "write a text, or remove the key if it is optional"))
    }
    func check(_ node: Node, _ keys: [some MappingKey], isEmpty: (String) -> Bool = isBlank) {
      for key in keys {
        guard let value = node[key.rawValue], case .scalar(let text, _) = value.content, isEmpty(text) else { continue }
        report("`\(key.rawValue)` is empty", at: value.range)
      }
    }
    check(catalog.origin.node, [CatalogKey.title])
    check(catalog.origin.node, [CatalogKey.description, .support], isEmpty: isBlankProse)
    for category in catalog.categories {
      check(category.origin.node, [CategoryKey.title])
      check(category.origin.node, [CategoryKey.guidance], isEmpty: isBlankProse)
    }
    for surface in catalog.surfaces {
      check(surface.origin.node, [SurfaceKey.title])
      for error in surface.errors {
        check(error.origin.node, [ErrorKey.description])
        check(error.origin.node, [ErrorKey.guidance], isEmpty: isBlankProse)
        for (text, range) in error.origin.texts(of: ErrorKey.causes) where isBlankProse(text) {
          report("a cause is empty", at: range)
        }
        if error.deprecated != nil, let deprecation = error.origin.node[ErrorKey.deprecated.rawValue] {
          check(deprecation, [DeprecationKey.note])
        }
      }
      for retired in surface.retired { check(retired.origin.node, [DeprecationKey.note]) }
    }
    return problems
  }

  private static func duplicates(on surface: Surface, in catalog: Catalog) -> [Diagnostic] {
    var first: [ExactText: ErrorEntry] = [:]
    return surface.errors.compactMap { error in
      // A deprecated code often has the description of its replacement.
      if error.deprecated != nil || isBlank(error.description) { return nil }
      let description = ExactText(error.description)
      guard let earlier = first[description] else {
        first[description] = error
        return nil
      }
      func location(_ error: ErrorEntry) -> SourceLocation {
        catalog.sources.location(error.origin.range(of: ErrorKey.description))
      }
      return Diagnostic(
        .duplicateDescription, "`\(error.code)` has the same description as `\(earlier.code)`", at: location(error),
        related: [.init("the description of `\(earlier.code)`", at: location(earlier))],
        hint: "describe what is different about them")
    }
  }
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

/// Whether prose says nothing: also if it has the `-` of a list without the text of an item.
private func isBlankProse(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace || $0 == "-" } }

extension Rule {
  /// `empty-text`.
  public static let emptyText = Rule(
    "empty-text", .warning, "A text is empty.",
    explanation: """
      A title, description, guidance, cause, note or `support` is empty or consists of white space, or prose consists of the `-` of \
      lists.
      """,
    reason: "The documentation would have a gap, and a reader cannot tell whether something is missing.",
    example: .yaml("busy: {status: 503, recovery: retry_later, description: ''}", insteadOf: "busy:"),
    remedy: "Write the text, or remove the key if it is optional.")

  /// `duplicate-description`.
  public static let duplicateDescription = Rule(
    "duplicate-description", .warning, "Two codes of a surface have the same description.",
    explanation: "Two codes of the same surface, neither of them deprecated, have exactly the same description.",
    reason: "Readers cannot tell the codes apart. Often an entry was copied and not adapted.",
    example: .yaml(
      """
      not_found: {status: 404, description: The order does not exist}
      cancelled: {status: 410, description: The order does not exist}
      """, insteadOf: "not_found:"),
    remedy: """
      Describe what is different about them. If the API sends the same text with both, add the comment \
      `# errata: allow duplicate-description`.
      """)
}
