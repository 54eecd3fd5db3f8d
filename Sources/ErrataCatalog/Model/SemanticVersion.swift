/// A semantic version (Semantic Versioning 2.0.0, sections 2, 9, 10 and 11).
public struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Incremented for breaking changes.
  public let major: Int
  /// Incremented for additions.
  public let minor: Int
  /// Incremented for fixes.
  public let patch: Int
  /// The dot-separated identifiers after `-`.
  public let prerelease: [String]
  /// The version as written, including build metadata.
  public let description: String

  /// Parses `text`; nil if it isn't a semantic version.
  public init?(_ text: String) {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = withoutBuild[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).compactMap(Self.number)
    guard numbers.count == 3, parts[0].utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2 else { return nil }
    let prerelease = parts.dropFirst().flatMap(Self.identifiers)
    let build = withoutBuild.dropFirst().flatMap(Self.identifiers)
    guard
      prerelease.allSatisfy({ Self.isIdentifier($0) && (!Self.isNumeric($0) || Self.number($0) != nil) }),
      build.allSatisfy(Self.isIdentifier)
    else { return nil }
    (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    self.prerelease = prerelease.map(String.init)
    description = text
  }

  /// Compares precedence (section 11), which ignores build metadata.
  public static func < (left: Self, right: Self) -> Bool {
    let core = (left.major, left.minor, left.patch)
    let otherCore = (right.major, right.minor, right.patch)
    if core != otherCore { return core < otherCore }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    for (one, other) in zip(left.prerelease, right.prerelease) where one != other {
      switch (Int(one), Int(other)) {
      case (let number?, let otherNumber?): return number < otherNumber
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return one < other
      }
    }
    return left.prerelease.count < right.prerelease.count
  }

  private static func identifiers(_ text: Substring) -> [Substring] {
    text.split(separator: ".", omittingEmptySubsequences: false)
  }

  private static func isNumeric(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, isNumeric(text), text == "0" || !text.hasPrefix("0") else { return nil }
    return Int(text)
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || (48...57).contains($0.value) || $0 == "-")
      }
  }
}
