import ErrataCatalog

/// A catalogue in the form in which responses are checked against it.
final class CompiledCatalog: Sendable {
  let surfaces: [CompiledSurface]
  /// The field names of all JSON surfaces. The index of a name is its slot, so that one lookup finds a key's field on any surface.
  let keys: NameTable
  let slotCount: Int
  /// The path prefix of the API, without a trailing slash.
  private let base: [UInt8]
  /// The index of the first redirect surface.
  private let redirectSurface: Int?

  init(_ catalog: Catalog, base: String) {
    // Names are compared as bytes: `String` considers composed and decomposed characters equal.
    var names: [[UInt8]] = []
    var slots: [[UInt8]: Int] = [:]
    for surface in catalog.surfaces where surface.response.carrier == .json {
      for name in surface.response.fields.map({ Array($0.name.utf8) }) where slots[name] == nil {
        slots[name] = names.count
        names.append(name)
      }
    }
    keys = NameTable(names)
    slotCount = names.count
    surfaces = catalog.surfaces.enumerated().map { CompiledSurface($1, index: $0, of: catalog, slots: slots) }
    self.base = Array(base.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())
    redirectSurface = surfaces.firstIndex { $0.carrier == .query }
  }

  /// The index of the surface with `key`.
  func surface(_ key: String) -> Int? {
    surfaces.firstIndex { $0.key == key }
  }

  /// The index of the first surface whose endpoints include `path`. Without a path, a redirect belongs to the first redirect
  /// surface.
  /// - Parameter path: the result of `endpointPath(of:)`.
  func surface(at path: Bytes?, isRedirect: Bool) -> Int? {
    guard let path else { return isRedirect ? redirectSurface : nil }
    return surfaces.firstIndex { $0.endpoints.contains { $0.covers(path.slice.span) } }
  }

  /// The path of `url` without scheme, host, query and base, for comparison with the catalogue's endpoints. A path that does not
  /// begin with the base is returned unchanged.
  func endpointPath(of url: Bytes) -> Bytes {
    let path = path(of: url)
    guard !base.isEmpty, path.starts(with: base), path.count == base.count || path[base.count] == UInt8(ascii: "/")
    else { return path }
    return path[base.count...]
  }
}

/// The path of a relative or absolute URL, without the query and the fragment.
private func path(of url: Bytes) -> Bytes {
  func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
  let path = url.slice.prefix { !isEnd($0) }
  guard let colon = path.firstIndex(of: UInt8(ascii: ":")), path[(colon + 1)...].starts(with: "//".utf8) else {
    return Bytes(path)
  }
  return Bytes(path[(colon + 3)...].drop { $0 != UInt8(ascii: "/") })
}
