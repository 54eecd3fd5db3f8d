/// The occurrences of what the catalogue does not have. They depend on the order of the responses, because only the first names are
/// told apart, so those of each part of an input are added in the order of the parts.
struct UnlistedCounts: Sendable {
  /// A code that the catalogue does not have.
  struct Code: Hashable, Sendable {
    let surface: Int
    let code: String
    let status: Int?
    /// The index of the endpoint on the surface.
    let endpoint: Int?
  }

  /// A response without a code.
  struct Codeless: Hashable, Sendable {
    let surface: Int
    let status: Int?
    /// The media type, in lower case; nil if it is missing or unknown.
    let mediaType: String?
    let isEmpty: Bool
    let endpoint: Int?
  }

  /// The maximum number of different codes, responses without a code, and paths.
  static let limit = 1_000

  private(set) var codes: BoundedCounts<Code>
  private(set) var codeless: BoundedCounts<Codeless>
  /// The paths at no endpoint of the catalogue, with the method if other methods of the path are an endpoint.
  private(set) var paths: BoundedCounts<String>

  /// - Parameter limit: the maximum number of names of each sort. A part of an input needs none, since it is small.
  init(limit: Int = .max) {
    codes = BoundedCounts(limit: limit)
    codeless = BoundedCounts(limit: limit)
    paths = BoundedCounts(limit: limit)
  }

  mutating func add(_ code: Code) { codes.add(code) }
  mutating func add(_ response: Codeless) { codeless.add(response) }
  mutating func add(path: String) { paths.add(path) }

  /// Adds the occurrences in a later part of the input.
  mutating func add(_ later: Self) {
    codes.add(later.codes)
    codeless.add(later.codeless)
    paths.add(later.paths)
  }
}

/// `path` with `*` for each segment that looks like an identifier, so that the paths of one endpoint are counted together, and secrets
/// in a path are not shown. A long path is cut.
func pathPattern(of path: Bytes) -> String {
  let limit = 256
  if path.isEmpty { return "(empty)" }
  let segments = path.slice.prefix(limit).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  let pattern = segments.map { segment in
    // Without the parameters of a segment (RFC 3986, section 3.3), such as `;jsessionid=…`.
    let name = segment.prefix { $0 != UInt8(ascii: ";") }
    return isIdentifier(name) ? "*" : String(decoding: name, as: UTF8.self)
  }.joined(separator: "/")
  return path.count > limit ? pattern + "…" : pattern
}

/// Whether a segment of a path is a number, a UUID, at least 16 hexadecimal digits, or longer than a name.
private func isIdentifier(_ segment: ArraySlice<UInt8>) -> Bool {
  if segment.allSatisfy(isDigit) { return !segment.isEmpty }
  if segment.count > 40 { return true }
  let digits = segment.filter { $0 != UInt8(ascii: "-") }
  return digits.count >= 16 && digits.allSatisfy { hexadecimalValue($0) != nil }
}
