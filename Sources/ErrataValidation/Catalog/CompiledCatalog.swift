import ErrataCatalog

/// A catalogue, made ready for judging.
final class CompiledCatalog: Sendable {
  let surfaces: [CompiledSurface]
  /// The names of the fields of all JSON surfaces, by slot: one look tells what a key is on each surface.
  let keys: ByteTable
  let slotCount: Int

  init(_ catalog: Catalog) {
    // Names are compared byte by byte: `String` takes composed and decomposed letters for the same.
    var names: [[UInt8]] = []
    var slots: [[UInt8]: Int] = [:]
    for surface in catalog.surfaces where surface.response.carrier == .json {
      for name in surface.response.fields.map({ Array($0.name.utf8) }) where slots[name] == nil {
        slots[name] = names.count
        names.append(name)
      }
    }
    keys = ByteTable(names)
    slotCount = names.count
    surfaces = catalog.surfaces.map { CompiledSurface($0, of: catalog, slots: slots) }
  }

  /// The first surface that `path`, a path without a query, belongs to.
  func surface(at path: Bytes) -> Int? {
    surfaces.firstIndex { $0.covers(path) }
  }

  /// The surface with `key`.
  func surface(_ key: String) -> Int? {
    surfaces.firstIndex { $0.key == key }
  }
}
