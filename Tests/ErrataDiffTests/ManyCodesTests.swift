import ErrataCatalog
import ErrataDiff
import TestSupport
import Testing

/// Large catalogues, for which comparing each code with each other one would take minutes.
struct ManyCodesTests {
  private static let count = 10_000

  /// A catalogue with `count` codes.
  private func catalogue(_ error: (Int) -> (code: String, status: Int, description: String)) throws -> Catalog {
    let errors = (0..<Self.count).map { number in
      let (code, status, description) = error(number)
      return "      \(code): {status: \(status), description: \(description)}\n"
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
    let part = Self.count / 5
    let old = try catalogue { number in
      // Of the last ones, each could be each other one.
      ("code_\(number)", 400, number < 4 * part ? "Error number \(number)" : "The same")
    }
    let new = try catalogue { number in
      switch number / part {
      case 0: ("code_\(number)", 400, "Error number \(number)")
      case 1: ("code_\(number)", 401, "Error number \(number)")
      case 2: ("error_\(number)", 400, "Error number \(number)")
      case 3: ("error_\(number)", 400, "Something else \(number)")
      default: ("error_\(number)", 400, "The same")
      }
    }
    let kinds = changes(from: old, to: new).map(\.kind)
    let expected: [(ChangeKind, Int)] = [
      (.statusChanged, part), (.codeRenamed, part), (.codeRemoved, 2 * part), (.codeAdded, 2 * part),
    ]
    for (kind, count) in expected { #expect(kinds.count { $0 == kind } == count, "\(kind)") }
    #expect(kinds.count == 6 * part)
  }
}
