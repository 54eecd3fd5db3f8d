import ErrataValidation

/// An `errata.yaml` beside a new catalogue.
/// - Parameters:
///   - catalogue: the name of the catalogue's file.
///   - fields: which members of exchanges have their parts, if not the usual ones.
package func configurationDraft(for catalogue: String, fields: [ExchangeFields.Role: String] = [:]) -> String {
  let names = fields.sorted { $0.key.rawValue < $1.key.rawValue }.map {
    "    \($0.key.rawValue): \(yamlText($0.value))\n"
  }
  return """
    # What `errata generate` writes. Paths are relative to this file.
    catalog: \(yamlText(catalogue))
    outputs:
      - markdown: docs/errors
      # - html: site
      # - swift: Sources/Errors
      # - json-schema: schema
      # - template: kotlin  # or go, python, typescript
      #   to: src/main/kotlin

    """ + (names.isEmpty ? "" : "validate:\n  fields:\n" + names.joined())
}
