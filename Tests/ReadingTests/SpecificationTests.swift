import Foundation
import TestSupport
import Testing

/// The specification, `docs/reading.md`, and its cases.
struct SpecificationTests {
  /// A numbered rule, and the views that it has something to say of.
  private struct SpecifiedRule {
    let number: String
    let hasReading: Bool
    let hasChecking: Bool

    /// - Parameter section: what follows `### ` in the page.
    init?(section: Substring) {
      guard let number = section.prefixMatch(of: /[A-Z][0-9]+(?=\. )/) else { return nil }
      self.number = String(number.output)
      hasReading = section.contains("\n- **Reading**:")
      hasChecking = section.contains("\n- **Checking**:")
    }
  }

  private func rules() throws -> [SpecifiedRule] {
    let page = try Repository.text("docs/reading.md")
    return page.split(separator: "\n## ").flatMap { $0.split(separator: "\n### ") }.compactMap(SpecifiedRule.init)
  }

  @Test func eachRuleHasACaseForEachView() throws {
    let cases = try Cases.all()
    for rule in try rules() {
      let cases = cases.filter { $0.rule == rule.number }
      let isRead = cases.contains { if case .fields = $0.reading { true } else { false } }
      let isChecked = cases.contains { $0.checking != .any }
      #expect(isRead || !rule.hasReading, "\(rule.number) has no case for reading")
      #expect(isChecked || !rule.hasChecking, "\(rule.number) has no case for checking")
    }
  }

  @Test func eachCaseNamesARule() throws {
    let numbers = Set(try rules().map(\.number))
    let cases = try Cases.all()
    for item in cases { #expect(numbers.contains(item.rule), "\(item)") }
    let repeated = Dictionary(grouping: cases, by: \.description).filter { $1.count > 1 }
    #expect(repeated.keys.sorted() == [])
  }

  @Test func thePageShowsACase() throws {
    let page = try Repository.text("docs/reading.md")
    #expect(try Cases.all().contains { page.contains("```json\n\($0.line)\n```") })
  }

  /// Runners find a catalogue by the name of its file, and have the types of all catalogues in one module.
  @Test func catalogues() throws {
    let names = try Cases.catalogNames()
    let catalogs = try names.map(Cases.catalog)
    #expect(catalogs.map { $0.name.lowercased() } == names)
    let types = catalogs.flatMap(\.surfaces).map(\.typePrefix)
    #expect(Set(types).count == types.count)
    #expect(Set(try Cases.all().map(\.catalog)) == Set(names))
  }
}
