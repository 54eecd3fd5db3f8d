import ErrataYAML

extension FormatSchema {
  /// The schema of a catalogue.
  package static let catalogue = FormatSchema(
    "urn:errata:schema:catalogue:\(Catalog.formatVersion)",
    comment: "Version \(Catalog.formatVersion) of the catalogue format. Printed by `errata schema catalogue`.",
    root: CatalogKey.table)

  /// The schema of a file in a folder that is a catalogue: other files may have what is required.
  package static let cataloguePart = FormatSchema(
    "urn:errata:schema:catalogue-part:\(Catalog.formatVersion)",
    comment:
      "One file of a catalogue in version \(Catalog.formatVersion) of the format. Printed by `errata schema catalogue-part`.",
    root: CatalogKey.table, partial: [CatalogKey.table, SurfaceKey.table])
}
