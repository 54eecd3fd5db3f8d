import ErrataCatalog
import ErrataDiff
import Testing

/// Which version changes deserve.
struct VersionVerdictTests {
  @Test(arguments: [
    // From 1.0.0 on.
    ("1.2.3", Rating.breaking, "2.0.0"), ("1.2.3", .addition, "1.3.0"), ("1.2.3", .documentation, "1.2.4"),
    ("1.0.0", .breaking, "2.0.0"), ("9.0.9", .breaking, "10.0.0"),
    // Below.
    ("0.2.3", .breaking, "0.3.0"), ("0.2.3", .addition, "0.2.4"), ("0.2.3", .documentation, "0.2.4"),
    ("0.0.1", .breaking, "0.1.0"), ("0.0.1", .addition, "0.0.2"),
    // A pre-release promises what its release does.
    ("2.0.0-beta.1", .breaking, "2.0.0-beta.2"), ("2.0.0-beta.1", .documentation, "2.0.0-beta.2"),
    ("2.0.0-rc", .addition, "2.0.0-rc.1"), ("1.3.0-beta.9", .addition, "1.3.0-beta.10"),
    ("1.3.0-beta.9", .breaking, "2.0.0"), ("1.3.1-1", .documentation, "1.3.1-2"), ("1.3.1-1", .addition, "1.4.0"),
    ("0.3.0-a", .breaking, "0.3.0-a.1"), ("0.3.1-a", .addition, "0.3.1-a.1"), ("0.3.1-a", .breaking, "0.4.0"),
    // Build metadata promises nothing.
    ("1.2.3+5", .documentation, "1.2.4"), ("2.0.0-beta.1+5", .breaking, "2.0.0-beta.2"),
    // There is no next number.
    ("9223372036854775807.0.0", .breaking, "9223372036854775807.0.0"),
    ("1.0.0-9223372036854775807", .breaking, "1.0.0-9223372036854775807.1"),
  ])
  func changesDeserve(_ old: String, _ rating: Rating, _ deserved: String) throws {
    let version = try #require(SemanticVersion(old))
    let verdict = versionVerdict(from: version, to: version, for: [.documentation, rating])
    #expect(verdict.deserved.description == deserved)
    #expect(!verdict.isSufficient, "the same version is not enough for a change")
  }

  @Test(arguments: [
    ("1.2.3", "2.0.0", Rating.breaking, true), ("1.2.3", "1.3.0", .breaking, false),
    ("1.2.3", "1.3.0", .addition, true),
    ("1.2.3", "1.2.4", .addition, false), ("1.2.3", "1.2.4", .documentation, true),
    // More than deserved.
    ("1.2.3", "3.1.4", .breaking, true), ("1.2.3", "2.0.0", .documentation, true), ("0.2.3", "1.0.0", .breaking, true),
    // Less than before.
    ("1.2.3", "1.2.2", .documentation, false), ("2.0.0", "1.9.0", .breaking, false),
    ("1.0.0", "1.0.0-rc.1", .addition, false),
    // The pre-release of a version that is enough.
    ("1.2.3", "2.0.0-beta.1", .breaking, true), ("1.2.3", "1.3.0-beta.1", .breaking, false),
    ("1.2.3", "1.2.4-rc.1", .documentation, true), ("2.0.0-beta.1", "2.0.0-beta.2", .breaking, true),
    ("2.0.0-beta.1", "2.0.0-rc.1", .breaking, true), ("2.0.0-beta.1", "2.0.0", .breaking, true),
    ("2.0.0-beta.2", "2.0.0-beta.1", .breaking, false), ("1.3.0-beta.1", "1.3.0", .breaking, false),
    ("1.2.3", "1.2.3+1", .documentation, false), ("1.2.3+1", "1.2.4+1", .documentation, true),
  ])
  func aVersionIsSufficient(_ old: String, _ new: String, _ rating: Rating, _ isSufficient: Bool) throws {
    let verdict = versionVerdict(
      from: try #require(SemanticVersion(old)), to: try #require(SemanticVersion(new)), for: [rating])
    #expect(verdict.isSufficient == isSufficient)
  }

  @Test(arguments: [
    ("1.2.3", "1.2.3", true), ("1.2.3", "1.2.3+1", true), ("1.2.3", "2.0.0", true), ("1.2.3", "1.2.2", false),
    ("1.2.3", "1.2.3-rc.1", false),
  ])
  func noChangeDeservesTheSameVersion(_ old: String, _ new: String, _ isSufficient: Bool) throws {
    let verdict = versionVerdict(
      from: try #require(SemanticVersion(old)), to: try #require(SemanticVersion(new)), for: [])
    #expect(verdict.deserved.description == old)
    #expect(verdict.isSufficient == isSufficient)
    #expect(verdict.isLower == !isSufficient)
  }
}
