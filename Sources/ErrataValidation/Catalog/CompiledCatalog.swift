import ErrataCatalog

/// A catalogue, made ready for judging.
final class CompiledCatalog: Sendable {
  let surfaces: [CompiledSurface]
  /// The names of the fields of all JSON surfaces, by slot: one look tells what a key is on each surface.
  let keys: ByteTable
  let slotCount: Int

  init(_ catalog: Catalog) {
    var names: [String] = []
    var slots: [String: Int] = [:]
    for surface in catalog.surfaces where surface.response.carrier == .json {
      for field in surface.response.fields where slots[field.name] == nil {
        slots[field.name] = names.count
        names.append(field.name)
      }
    }
    keys = ByteTable(names.map { Array($0.utf8) })
    slotCount = names.count
    surfaces = catalog.surfaces.map { CompiledSurface($0, of: catalog, slots: slots, slotCount: names.count) }
  }

  /// The first surface that `path`, a path without a query, belongs to.
  func surface(at path: UnsafeBufferPointer<UInt8>) -> Int? {
    surfaces.firstIndex { $0.covers(path) }
  }

  /// The surface with `key`.
  func surface(_ key: String) -> Int? {
    surfaces.firstIndex { $0.key == key }
  }
}
