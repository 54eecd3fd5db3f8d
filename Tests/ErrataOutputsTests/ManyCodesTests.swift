import ErrataCatalog
import Testing
import TestSupport

@testable import ErrataOutputs

/// Lookups for each code must not be linear in the number of codes.
struct ManyCodesTests {
  private static let count = 20_000

  @Test func countCodesOfManyCategories() throws {
    let catalog = try catalogue(
      header + "categories:\n" + (0..<Self.count).map { "  c\($0): {title: C}\n" }.joined() + surface
        + (0..<Self.count).map { "      e\($0): {description: x, status: \(400 + $0 % 2), category: c\($0)}\n" }
        .joined()
    )
    let filters = htmlFilters(for: catalog)
    let categories = try #require(filters.first { $0.name == "category" })
    #expect(categories.options.count == Self.count && categories.options.allSatisfy { $0.count == 1 })
    let statuses = try #require(filters.first { $0.name == "status" })
    #expect(statuses.options.map(\.value) == ["400", "401"])
    #expect(statuses.options.map(\.count) == [Self.count / 2, Self.count / 2])
  }

  @Test func nameTheReplacementsOfManyCodes() throws {
    let catalog = try catalogue(
      header + surface
        + (0..<Self.count).map {
          "      old_\($0): {description: x, deprecated: {since: 1.0.0, replacement: new_\($0)}}\n"
        }.joined() + (0..<Self.count).map { "      new_\($0): {description: x}\n" }.joined())
    let codes = SwiftErrorView.all(SurfaceView(try #require(catalog.surfaces.first), of: catalog))
    #expect(codes.prefix(Self.count).map(\.replacement) == (0..<Self.count).map { "new\($0)" })
  }

  private let header = "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n"
  private let surface = """
    surfaces:
      api:
        title: API
        endpoints: [/]
        response: {carrier: json, fields: {code: code}}
        errors:

    """
}
