import ErrataCatalog

/// A catalogue in the form in which responses are checked against it.
final class CompiledCatalog: Sendable {
  let surfaces: [CompiledSurface]
  /// What the JSON surfaces read from bodies.
  let tree: MemberTree
  /// The headers that have fields.
  let headerPlaces: HeaderNames
  /// The path prefix of the API, without a trailing slash.
  private let base: [UInt8]
  /// The index of the first redirect surface.
  private let redirectSurface: Int?

  init(_ catalog: Catalog, base: String) {
    let tree = MemberTree(catalog.surfaces.flatMap(\.response.memberPaths))
    let headers = HeaderNames(catalog)
    self.tree = tree
    headerPlaces = headers
    surfaces = catalog.surfaces.enumerated().map { CompiledSurface($1, index: $0, of: catalog, tree, headers) }
    self.base = Array(base.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed())
    redirectSurface = surfaces.firstIndex { $0.carrier == .query }
  }

  /// The index of the surface with `key`.
  func surface(_ key: String) -> Int? {
    surfaces.firstIndex { $0.key == key }
  }

  /// The index of the surface that a response is expected to belong to: the first with an endpoint for the request. For a
  /// redirect it is a redirect surface, and without a path the first of them.
  /// - Parameters:
  ///   - path: the result of `endpointPath(of:)`; nil if unknown.
  ///   - method: nil if unknown.
  func surface(at path: Bytes?, _ method: Bytes?, isRedirect: Bool) -> Int? {
    guard let path else { return isRedirect ? redirectSurface : nil }
    guard let first = surface(at: path, method, from: 0) else { return nil }
    var other: Int? = first
    while let index = other, (surfaces[index].carrier == .query) != isRedirect {
      other = surface(at: path, method, from: index + 1)
    }
    return other ?? first
  }

  /// The index of the first surface from index `start` with an endpoint for the request.
  func surface(at path: Bytes, _ method: Bytes?, from start: Int) -> Int? {
    surfaces[start...].firstIndex { $0.endpoints.contains { $0.matches(path, method) } }
  }

  /// The path of `url` without scheme, host, query and base, for comparison with the catalogue's endpoints. A path that does not
  /// begin with the base is returned unchanged.
  func endpointPath(of url: Bytes) -> Bytes {
    let path = ErrataValidation.path(of: url)
    guard !base.isEmpty, path.starts(with: base), path.count == base.count || path[base.count] == UInt8(ascii: "/")
    else { return path }
    return path[base.count...]
  }
}

extension CompiledCatalog {
  /// The prefixes of `path` without which it is at an endpoint, from the shortest to the longest, as far as they are safe to copy into
  /// a shell.
  func bases(of path: String) -> [String] {
    let bytes = Bytes(path)
    let slashes = bytes.slice.indices.filter { bytes.slice[$0] == UInt8(ascii: "/") }.dropFirst()
    return slashes.map { bytes[0..<$0] }.filter { base in
      base.count > 1 && base.slice.allSatisfy(isPlainPathByte)
        && surface(at: bytes[base.count...], nil, from: 0) != nil
    }.map(\.text)
  }
}

/// Whether a byte is a slash, or unreserved (RFC 3986, section 2.3).
private func isPlainPathByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "-")...UInt8(ascii: "9"),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

extension HeaderNames {
  /// The headers that have fields of `catalog`.
  fileprivate init(_ catalog: Catalog) {
    self.init()
    for surface in catalog.surfaces {
      for place in surface.response.allFields.flatMap(\.places) {
        if case .header(let name) = place.location { add(name) }
      }
    }
  }
}
