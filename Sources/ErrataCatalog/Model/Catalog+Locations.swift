import ErrataDiagnostics
import ErrataYAML

/// Where the parts of a catalogue and their values are in its files.
///
/// The location of a part is that of its name. The location of a key in it is that of its value or, if that takes several lines, of
/// the key itself; nil if there is no such key.
extension Catalog {
  /// The location of a top-level key.
  package func location(_ key: String) -> SourceLocation? { location(of: key, in: origin) }

  /// The location of the version; the start of the catalogue if it has none.
  package var versionLocation: SourceLocation { location("version") ?? sources.location(origin.range) }

  /// The location of a category.
  package func location(of category: Category) -> SourceLocation { sources.location(category.origin.range) }

  /// The location of a key in a category.
  package func location(of key: String, in category: Category) -> SourceLocation? {
    location(of: key, in: category.origin)
  }

  /// The location of a surface.
  package func location(of surface: Surface) -> SourceLocation { sources.location(surface.origin.range) }

  /// The location of a key in a surface.
  package func location(of key: String, in surface: Surface) -> SourceLocation? {
    location(of: key, in: surface.origin)
  }

  /// The location of an item in the list of endpoints of a surface; that of the surface if it isn't in the list.
  package func location(of endpoint: Endpoint, in surface: Surface) -> SourceLocation {
    let text = endpoint.description
    let item = surface.origin.texts(of: SurfaceKey.endpoints).first { $0.text.isExactly(text) }
    return item.map { sources.location($0.range) } ?? location(of: surface)
  }

  /// The location of what a program can do about a status.
  package func location(of status: StatusRecovery) -> SourceLocation {
    location(of: "recovery", in: status.origin) ?? sources.location(status.origin.range)
  }

  /// The location of a response.
  package func location(of response: ResponseFormat) -> SourceLocation { sources.location(response.origin.range) }

  /// The location of a key in a response.
  package func location(of key: String, in response: ResponseFormat) -> SourceLocation? {
    location(of: key, in: response.origin)
  }

  /// The location of a field or a detail.
  package func location(of field: ResponseField) -> SourceLocation { sources.location(field.origin.range) }

  /// The location of a key in a field or a detail; of several places, it is the first one's.
  package func location(of key: String, in field: ResponseField) -> SourceLocation? {
    guard case .sequence(let places) = field.origin.node.content, let first = places.first else {
      return location(of: key, in: field.origin)
    }
    return location(of: key, in: first)
  }

  /// The location of a key in one of the places of a field.
  package func location(of key: String, in place: FieldPlace) -> SourceLocation? {
    location(of: key, in: place.origin)
  }

  /// The location of the places of a field: their list, or the name of its only place.
  package func location(ofPlacesOf field: ResponseField) -> SourceLocation {
    let node = field.origin.node
    let name = ["name", "at", "header"].lazy.compactMap { node[$0] }.first ?? node
    return sources.location(name.range.start.line == name.range.end.line ? name.range : field.origin.range)
  }

  /// The location of a code.
  package func location(of error: ErrorEntry) -> SourceLocation { sources.location(error.origin.range) }

  /// The location of a key in an error.
  package func location(of key: String, in error: ErrorEntry) -> SourceLocation? {
    location(of: key, in: error.origin)
  }

  /// The location of a key in the deprecation of an error.
  package func location(of key: String, inDeprecationOf error: ErrorEntry) -> SourceLocation? {
    error.origin.node[ErrorKey.deprecated.rawValue].flatMap { location(of: key, in: $0) }
  }

  /// The location of a retired code.
  package func location(of retired: RetiredCode) -> SourceLocation { sources.location(retired.origin.range) }

  /// The location of a key in a retired code.
  package func location(of key: String, in retired: RetiredCode) -> SourceLocation? {
    location(of: key, in: retired.origin)
  }

  private func location(of key: String, in origin: Origin) -> SourceLocation? { location(of: key, in: origin.node) }

  private func location(of key: String, in node: Node) -> SourceLocation? {
    node.entry(key).map { entry in
      let value = entry.value.range
      return sources.location(value.start.line == value.end.line ? value : entry.keyRange)
    }
  }
}
