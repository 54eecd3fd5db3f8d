import ErrataDiagnostics
import ErrataText

/// Which errors an API sent, how often, from where, and which of them the catalogue does not know.
public struct Summary: Sendable {
  private let result: InputResult
  private let catalog: CompiledCatalog

  /// The summary of `validator` before any validation: all counts are zero.
  public init(emptyFor validator: Validator) {
    self.init(InputResult(validator.compiled), of: validator.compiled)
  }

  init(_ result: InputResult, of catalog: CompiledCatalog) {
    self.result = result
    self.catalog = catalog
  }

  /// The summary of two inputs of the same validator, one after the other.
  public static func + (left: Self, right: Self) -> Self {
    Self(left.result + right.result, of: left.catalog)
  }
}

// MARK: Responses

/// Each response that was read is in exactly one of these counts.
extension Summary {
  /// The number of responses that were read, and of lines and entries that could not be.
  public var read: Int {
    checked + successes + unmatched + otherHosts + notRecorded + notRedirects + unreadable
  }
  /// Responses that were checked: errors, and what should be one.
  public var checked: Int { result.counts.checked.reduce(0, +) }
  /// Responses with a success or redirect status and no error code. They are not checked.
  public var successes: Int { result.counts.successes }
  /// Responses to requests at no endpoint of the catalogue. They are not checked.
  public var unmatched: Int { result.counts.unmatched }
  /// Responses of other hosts than `ValidationOptions.host`. They are not checked.
  public var otherHosts: Int { result.counts.otherHosts }
  /// Exchanges and entries of recordings without a response, and entries without its body. They are not checked.
  public var notRecorded: Int { result.counts.notRecorded }
  /// Errors at an endpoint for redirects that are not redirects. They are not checked.
  public var notRedirects: Int { result.counts.notRedirects }
  /// Lines and entries that could not be read as responses.
  public var unreadable: Int { result.counts.unreadable }

  /// The number of findings that are errors.
  public var errors: Int { result.counts.errors.reduce(0, +) }
  /// The number of findings that are warnings.
  public var warnings: Int { result.counts.warnings.reduce(0, +) }
}

// MARK: Codes

extension Summary {
  /// What the catalogue says about a code.
  public enum CodeState: String, Sendable, CaseIterable {
    case known, deprecated, retired, unknown
  }

  /// Responses with one code.
  public struct CodeCount: Hashable, Sendable {
    /// The key of the surface.
    public let surface: String
    /// The code, as the response had it.
    public let code: String
    /// What the catalogue says about it.
    public let state: CodeState
    /// The code of the catalogue that an unknown one is probably meant to be; the replacement of one that is deprecated or retired.
    public let nearest: String?
    /// The HTTP status; nil if unknown.
    public let status: Int?
    /// False if the catalogue has other statuses for the code.
    public let isStatusDocumented: Bool
    /// The endpoint, as the catalogue has it; nil if unknown.
    public let endpoint: String?
    /// At least one.
    public let count: Int
  }

  /// Responses without a code.
  public struct CodelessCount: Hashable, Sendable {
    /// The key of the surface.
    public let surface: String
    /// The HTTP status; nil if unknown.
    public let status: Int?
    /// The media type, in lower case and without parameters; nil if it is missing or unknown.
    public let mediaType: String?
    /// Whether the response has no body.
    public let isEmpty: Bool
    /// The endpoint, as the catalogue has it; nil if unknown.
    public let endpoint: String?
    /// At least one.
    public let count: Int
  }

  /// A code of the catalogue.
  public struct CatalogCode: Hashable, Sendable {
    /// The key of the surface.
    public let surface: String
    /// The code.
    public let code: String
  }

  /// The checked responses by the key of their surface, in catalogue order.
  var surfaces: [(surface: String, count: Int)] {
    zip(catalog.surfaces, result.counts.checked).map { ($0.key, $1) }
  }

  /// The codes found, by surface in catalogue order; on each surface first those that are known, then the deprecated, the retired
  /// and the unknown ones, each from the most to the least frequent. Of the unknown ones, the first 1,000 are told apart.
  public var codes: [CodeCount] {
    catalog.surfaces.flatMap { surface in
      (listedCodes(of: surface) + unlistedCodes(of: surface)).sorted { left, right in
        (left.state.order, -left.count, left.code, left.status ?? 0, left.endpoint ?? "")
          < (right.state.order, -right.count, right.code, right.status ?? 0, right.endpoint ?? "")
      }
    }
  }

  /// The responses with unknown codes beyond the first 1,000 codes.
  public var otherCodes: Int { result.unlisted.codes.others }

  /// The responses without a code, from the most to the least frequent kind.
  public var codeless: [CodelessCount] {
    result.unlisted.codeless.entries.mostFrequentFirst(\.count).map { response, count in
      let surface = catalog.surfaces[response.surface]
      return CodelessCount(
        surface: surface.key, status: response.status, mediaType: response.mediaType, isEmpty: response.isEmpty,
        endpoint: response.endpoint.map { surface.endpoints[$0].description }, count: count)
    }
  }

  /// The responses without a code beyond the first 1,000 kinds.
  public var otherCodeless: Int { result.unlisted.codeless.others }

  /// The codes of the catalogue that no response had, without those that are deprecated or retired.
  public var neverSeen: [CatalogCode] {
    zip(catalog.surfaces, result.counts.codes).flatMap { surface, counts in
      let seen = Set(counts.sites.map(\.site.code))
      return surface.codeNames.indices
        .filter { !surface.codes[$0].isRetired && !surface.codes[$0].isDeprecated && !seen.contains($0) }
        .map { CatalogCode(surface: surface.key, code: surface.codeNames[$0]) }
    }
  }

  private func listedCodes(of surface: CompiledSurface) -> [CodeCount] {
    result.counts.codes[surface.index].sites.map { site, count in
      let code = surface.codes[site.code]
      return CodeCount(
        surface: surface.key, code: surface.codeNames[site.code],
        state: code.isRetired ? .retired : code.isDeprecated ? .deprecated : .known,
        nearest: surface.replacements[site.code], status: site.status,
        isStatusDocumented: site.status.map { surface.allows($0, code: site.code) } ?? true,
        endpoint: site.endpoint.map { surface.endpoints[$0].description }, count: count)
    }
  }

  private func unlistedCodes(of surface: CompiledSurface) -> [CodeCount] {
    let documented = surface.codeNames.prefix(surface.documentedCount)
    return result.unlisted.codes.entries.filter { $0.name.surface == surface.index }.map { name, count in
      CodeCount(
        surface: surface.key, code: name.code, state: .unknown, nearest: nearestName(to: name.code, among: documented),
        status: name.status, isStatusDocumented: true,
        endpoint: name.endpoint.map { surface.endpoints[$0].description }, count: count)
    }
  }
}

extension Summary.CodeState {
  /// The place in a list of codes.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

// MARK: Paths and rules

extension Summary {
  /// A path with its number of occurrences.
  public struct PathCount: Hashable, Sendable {
    /// The path, with `*` for segments that look like identifiers.
    public let path: String
    /// At least one.
    public let count: Int
  }

  /// The findings of a rule.
  public struct RuleCount: Hashable, Sendable {
    /// The rule.
    public let rule: FindingRule
    /// The severity of the findings.
    public let severity: Severity
    /// At least one.
    public let count: Int
  }

  /// The paths at no endpoint of the catalogue, from the most to the least frequent one. The first 1,000 are told apart.
  public var paths: [PathCount] {
    result.unlisted.paths.entries.mostFrequentFirst(\.count).map { PathCount(path: $0, count: $1) }
  }

  /// The responses at paths beyond the first 1,000.
  public var otherPaths: Int { result.unlisted.paths.others }

  /// The path prefixes with which responses would be at an endpoint of the catalogue, with the numbers of those responses, from the
  /// most to the least frequent one.
  public var bases: [PathCount] {
    var counts: [String: Int] = [:]
    for (path, count) in result.unlisted.paths.entries {
      for base in catalog.bases(of: path) { counts[base, default: 0] += count }
    }
    return counts.map { PathCount(path: $0, count: $1) }.sorted { (-$0.count, $0.path) < (-$1.count, $1.path) }
  }

  /// The findings by rule, in the order of `FindingRule.allCases`.
  public var rules: [RuleCount] {
    FindingRule.allCases.flatMap { rule in
      [
        RuleCount(rule: rule, severity: .error, count: result.counts.errors[rule.rawValue]),
        RuleCount(rule: rule, severity: .warning, count: result.counts.warnings[rule.rawValue]),
      ].filter { $0.count > 0 }
    }
  }
}
