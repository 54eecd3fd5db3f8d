import ErrataDiagnostics

/// Where the parts of a catalogue are in its files, to report something about them.
///
/// Each function takes the keys that lead to a value in the part, as in `"deprecated", "since"`. It returns the range of the value
/// or, if that takes several lines, of its key; and the range of the part's name if there is no such key.
extension Catalog {
  /// The location of a top-level key.
  package func location(_ keys: String...) -> SourceLocation { location(in: origin, keys) }

  /// The location of a category, or of a key in it.
  package func location(of category: Category, _ keys: String...) -> SourceLocation {
    location(in: category.origin, keys)
  }

  /// The location of a surface, or of a key in it.
  package func location(of surface: Surface, _ keys: String...) -> SourceLocation {
    location(in: surface.origin, keys)
  }

  /// The location of an item in the list of endpoints of a surface.
  package func location(of endpoint: Endpoint, in surface: Surface) -> SourceLocation {
    let text = endpoint.description
    let range = surface.origin.texts(of: SurfaceKey.endpoints).first { $0.text.isExactly(text) }?.range
    return range.map(sources.location) ?? location(of: surface, "endpoints")
  }

  /// The location of what a program can do about a status.
  package func location(of status: StatusRecovery) -> SourceLocation { location(in: status.origin, ["recovery"]) }

  /// The location of a response, or of a key in it.
  package func location(of response: ResponseFormat, _ keys: String...) -> SourceLocation {
    location(in: response.origin, keys)
  }

  /// The location of a field or a detail, or of a key in its first place.
  package func location(of field: ResponseField, _ keys: String...) -> SourceLocation {
    if case .sequence(let places) = field.origin.node.content, !keys.isEmpty, let first = places.first {
      return location(in: Origin(name: field.origin.range, node: first), keys)
    }
    return location(in: field.origin, keys)
  }

  /// The location of the places of a field: their list, or the name of its only place.
  package func location(ofPlacesOf field: ResponseField) -> SourceLocation {
    let node = field.origin.node
    let name = ["name", "at", "header"].lazy.compactMap { node[$0] }.first ?? node
    return sources.location(name.range.start.line == name.range.end.line ? name.range : field.origin.range)
  }

  /// The location of a code, or of a key in its error.
  package func location(of error: ErrorEntry, _ keys: String...) -> SourceLocation { location(in: error.origin, keys) }

  /// The location of a retired code, or of a key in it.
  package func location(of retired: RetiredCode, _ keys: String...) -> SourceLocation {
    location(in: retired.origin, keys)
  }

  private func location(in origin: Origin, _ keys: [String]) -> SourceLocation {
    var range = origin.range
    var node = origin.node
    for key in keys {
      guard let entry = node.entry(key) else { break }
      node = entry.value
      range = node.range.start.line == node.range.end.line ? node.range : entry.keyRange
    }
    return sources.location(range)
  }
}
