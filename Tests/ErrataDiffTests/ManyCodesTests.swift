import ErrataCatalog
import ErrataDiff
import TestSupport
import Testing

/// Large catalogues, for which comparing each code with each other one would take minutes.
struct ManyCodesTests {
  private static let count = 10_000

  private func catalogue(_ code: (Int) -> String, status: Int = 400, description: (Int) -> String) throws -> Catalog {
    let errors = (0..<Self.count).map { number in
      "      \(code(number)): {status: \(status), description: \(description(number))}\n"
    }
    return try TestSupport.catalogue(
      """
      errata: 1
      name: Many
      title: Many codes
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/v1/*]
          response: {carrier: json, fields: {code: code}}
          errors:

      """ + errors.joined())
  }

  @Test(.slow) func changesOfAllCodes() throws {
    let old = try catalogue {
      "code_\($0)"
    } description: {
      "Error number \($0)"
    }
    #expect(changes(from: old, to: old).isEmpty)

    let moved = try catalogue({ "code_\($0)" }, status: 401) { "Error number \($0)" }
    #expect(changes(from: old, to: moved).map(\.kind) == Array(repeating: .statusChanged, count: Self.count))

    let renamed = try catalogue {
      "error_\($0)"
    } description: {
      "Error number \($0)"
    }
    #expect(changes(from: old, to: renamed).map(\.kind) == Array(repeating: .codeRenamed, count: Self.count))

    let replaced = try catalogue {
      "error_\($0)"
    } description: {
      "Something else \($0)"
    }
    let kinds = changes(from: old, to: replaced).map(\.kind)
    #expect(kinds.count(where: { $0 == .codeRemoved }) == Self.count)
    #expect(kinds.count(where: { $0 == .codeAdded }) == Self.count)

    // Each of them could be each other one.
    let equal = try catalogue {
      "code_\($0)"
    } description: { _ in
      "The same"
    }
    let ambiguous = try catalogue {
      "error_\($0)"
    } description: { _ in
      "The same"
    }
    #expect(changes(from: equal, to: ambiguous).count == 2 * Self.count)
  }
}
