/// What a change means for those who use the catalogue, from the most to the least serious.
package enum Rating: String, CaseIterable, Sendable, Comparable {
  /// Something that the old catalogue allowed no longer works.
  case breaking
  /// Something new; what worked still does.
  case addition
  /// Texts and facts that no program depends on.
  case documentation

  /// Orders the least serious first.
  package static func < (left: Self, right: Self) -> Bool {
    left.seriousness < right.seriousness
  }

  private var seriousness: Int {
    switch self {
    case .documentation: 0
    case .addition: 1
    case .breaking: 2
    }
  }
}

/// For whom a change breaks something.
package enum Audience: String, CaseIterable, Sendable {
  /// Source code that uses the generated types: it no longer compiles, or no longer finds a name.
  case source
  /// Programs that are running, built with the old catalogue.
  case clients
  /// Those who check responses, with the generated schemas or with `errata validate`: a response that was valid no longer is.
  case schema

  /// The audience in a sentence: "the source of SDK users".
  package var description: String {
    switch self {
    case .source: "source code that uses the generated types"
    case .clients: "running clients"
    case .schema: "users of the schemas"
    }
  }
}
