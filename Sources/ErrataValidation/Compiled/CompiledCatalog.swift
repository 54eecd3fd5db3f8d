import ErrataCatalog

/// A catalogue, made ready for checking responses.
final class CompiledCatalog: Sendable {
  let surfaces: [CompiledSurface]
  /// The names of the fields of all JSON surfaces, by slot: one look tells what a key is on each surface.
  let keys: NameTable
  let slotCount: Int
  /// The path below which the API is served, without a slash at its end.
  private let base: [UInt8]
  /// The first surface of redirects.
  private let redirectSurface: Int?

  init(_ catalog: Catalog, base: String) {
    // Names are compared byte by byte: `String` takes composed and decomposed letters for the same.
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

  /// The index of the surface of a response that no surface is named for: the first one that has `path` among its endpoints, or
  /// without a path the first one of redirects.
  /// - Parameter path: as `endpointPath(of:)` gives it.
  func surface(at path: Bytes?, isRedirect: Bool) -> Int? {
    guard let path else { return isRedirect ? redirectSurface : nil }
    return surfaces.firstIndex { $0.endpoints.contains { $0.covers(path.slice.span) } }
  }

  /// The path of `url` as the catalogue's endpoints have it: without scheme, host and query, and below the base. A path that
  /// does not begin with the base is taken as it is.
  func endpointPath(of url: Bytes) -> Bytes {
    let path = path(of: url)
    guard !base.isEmpty, path.starts(with: base), path.count == base.count || path[base.count] == UInt8(ascii: "/")
    else { return path }
    return path[base.count...]
  }
}

/// The path of `url` without its query: of an absolute URL what follows the host.
private func path(of url: Bytes) -> Bytes {
  func isEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
  let path = url.slice.prefix { !isEnd($0) }
  guard let colon = path.firstIndex(of: UInt8(ascii: ":")), path[(colon + 1)...].starts(with: "//".utf8) else {
    return Bytes(path)
  }
  return Bytes(path[(colon + 3)...].drop { $0 != UInt8(ascii: "/") })
}
