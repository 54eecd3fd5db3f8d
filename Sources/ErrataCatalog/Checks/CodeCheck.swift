import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Codes are used in URLs, anchors, JSON and source code: `invalid-code`.
enum CodeCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidCode]

  static let maximumLength = 128

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface in
      let areIntegers = surface.response.field(.code)?.valueType == .integer
      return surface.errors.compactMap { problem($0.code, $0.origin, areIntegers, in: catalog) }
        + surface.retired.compactMap { problem($0.code, $0.origin, areIntegers, in: catalog) }
    }
  }

  private static func problem(_ code: String, _ origin: Origin, _ isInteger: Bool, in catalog: Catalog) -> Diagnostic? {
    func diagnostic(_ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(.invalidCode, message, at: catalog.sources.location(origin.range), hint: hint)
    }
    if code.isEmpty { return diagnostic("a code must not be empty", "write the code as the API sends it") }
    if isInteger {
      if exactInteger(code) != nil { return nil }
      return diagnostic(
        "expected an integer, found `\(code)`",
        "write it in decimal digits, or remove `type: integer` from the field `code`")
    }
    if code.unicodeScalars.count > maximumLength {
      return diagnostic(
        "this code has \(code.unicodeScalars.count) characters; the limit is \(maximumLength)",
        "write only the code here, and describe it under `description`")
    }
    if let invalid = code.unicodeScalars.first(where: { !isCodeCharacter($0) }) {
      let name =
        invalid == " "
        ? "a space"
        : (0x21...0x7E).contains(invalid.value)
          ? "`\(invalid)`" : "the character \(codePointName(invalid.value))"
      return diagnostic(
        "a code cannot contain \(name)", "use letters, digits, `_`, `-`, `.`, `:` and `/` only")
    }
    if !code.unicodeScalars.contains(where: isWordCharacter) {
      return diagnostic("a code must contain a letter or digit", "write the code as the API sends it")
    }
    return nil
  }
}

/// Whether `text` can be a code that is text: 1 to 128 letters and digits of any script, `_`, `-`, `.`, `:` and `/`, with at least
/// one letter or digit.
package func isCode(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return scalars.prefix(CodeCheck.maximumLength + 1).count <= CodeCheck.maximumLength
    && scalars.allSatisfy(isCodeCharacter) && scalars.contains(where: isWordCharacter)
}

private func isCodeCharacter(_ scalar: Unicode.Scalar) -> Bool {
  isWordCharacter(scalar) || ["_", "-", ".", ":", "/"].contains(scalar)
}

extension Rule {
  /// `invalid-code`.
  public static let invalidCode = Rule(
    "invalid-code", .error,
    "A code is empty, too long, or contains characters that are not allowed.",
    explanation: """
      A code has 1 to 128 characters: letters and digits of any script, and `_` `-` `.` `:` `/`. At least one of them must be a \
      letter or digit. If the field has `type: integer`, a code is an integer in decimal digits, at most 2^53−1. The same applies to \
      retired codes.
      """,
    reason: "Codes are used in URLs, anchors, JSON and source code, where other characters would have to be escaped.",
    example: .yaml("try again: {status: 503, description: Try again later}", insteadOf: "busy:"),
    remedy: "Write the code as the API sends it. Describe it under `description`.")
}
