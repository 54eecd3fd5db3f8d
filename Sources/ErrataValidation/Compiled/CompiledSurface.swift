import ErrataCatalog
import ErrataText

/// A surface in the form in which responses are checked against it: what every body needs is in flat arrays.
final class CompiledSurface: Sendable {
  /// What the catalogue says about a code.
  struct Code: Sendable {
    /// The range of the code's statuses in `CompiledSurface.statuses`.
    let statuses: Range<Int>
    let isRetired: Bool
    let isDeprecated: Bool
    let isLimitedToEndpoints: Bool
    /// nil if the catalogue does not specify a recovery.
    let isRetryable: Bool?
  }

  /// The index among the surfaces of the catalogue.
  let index: Int
  let key: String
  let carrier: ResponseFormat.Carrier
  /// Whether the surface follows RFC 6749.
  let isOAuth: Bool
  /// The media type of bodies, in lower case; nil for any JSON.
  let mediaType: String?
  let endpoints: [Endpoint]
  /// What a body must have to be an error.
  let conditions: [CompiledCondition]
  /// nil if the body is the only error.
  let list: CompiledList?

  /// The fields with a role, followed by the details.
  let fields: [CompiledField]
  let patterns: [String?]
  /// The index of the field with the role `code`.
  let codeField: Int
  /// The index of the field with the role `status`.
  let statusField: Int?
  /// The places of all fields, concatenated.
  let places: [CompiledPlace]
  /// The names of the places: of a member its name, or the pointer to it.
  let placeNames: [String]
  let cuts: [TextCut?]
  /// The nodes of the members that are on the way to a field, or are one.
  let isKnownNode: [Bool]
  /// The nodes of the objects whose members are all described: those on the way to a field.
  let isDescribedObject: [Bool]

  /// The documented codes, followed by the retired ones.
  let codes: [Code]
  let codeNames: [String]
  let documentedCount: Int
  /// The replacements of retired and deprecated codes.
  let replacements: [String?]
  let codeEndpoints: [[Endpoint]]
  /// The statuses of all codes, concatenated.
  let statuses: [Int]
  let codeTable: NameTable
  let hasIntegerCodes: Bool
  /// Whether an error can have a status of success.
  let hasSuccessfulErrors: Bool

  init(_ surface: Surface, index: Int, of catalog: Catalog, _ tree: MemberTree, _ headers: HeaderNames) {
    let format = surface.response
    let responseFields = format.fields + format.details
    self.index = index
    key = surface.key
    carrier = format.carrier
    isOAuth = format.usesOAuth
    mediaType = format.mediaType.map { lowercasedText(Array($0.utf8)[...]) }
    endpoints = surface.endpoints
    conditions = format.conditions.map { CompiledCondition($0, node: tree.node(at: format.path(of: $0))) }
    let list = format.listPath.map { path in
      CompiledList(
        node: tree.node(at: path), item: tree.node(at: path + [.item]),
        conditions: (format.list?.conditions ?? []).map {
          CompiledCondition($0, node: tree.node(at: format.itemPath(of: $0)))
        })
    }
    self.list = list

    var fields: [CompiledField] = []
    var places: [CompiledPlace] = []
    for field in responseFields {
      let start = places.count
      places += field.places.map { CompiledPlace($0, of: format, tree, headers) }
      fields.append(CompiledField(field, of: format, places, start..<places.count))
    }
    self.fields = fields
    self.places = places
    placeNames = responseFields.flatMap(\.places).map(\.description)
    cuts = responseFields.flatMap(\.places).map { TextCut($0) }
    patterns = responseFields.map(\.pattern)
    codeField = responseFields.firstIndex { $0.role == .code } ?? 0
    statusField = responseFields.firstIndex { $0.role == .status }
    hasIntegerCodes = responseFields.first { $0.role == .code }?.valueType == .integer
    let description = NodeDescription(format, tree)
    isKnownNode = description.isKnownNode
    isDescribedObject = description.isDescribedObject

    var statuses: [Int] = []
    var codes: [Code] = []
    for error in surface.errors {
      let start = statuses.count
      statuses += error.statuses
      codes.append(
        Code(
          statuses: start..<statuses.count, isRetired: false, isDeprecated: error.deprecated != nil,
          isLimitedToEndpoints: !error.endpoints.isEmpty,
          isRetryable: catalog.recovery(for: error).map { $0 == .retryLater }))
    }
    let retired = Code(
      statuses: 0..<0, isRetired: true, isDeprecated: false, isLimitedToEndpoints: false, isRetryable: nil)
    self.codes = codes + surface.retired.map { _ in retired }
    self.statuses = statuses
    hasSuccessfulErrors = !conditions.isEmpty || statuses.contains(where: isSuccess)
    codeNames = surface.errors.map(\.code) + surface.retired.map(\.code)
    documentedCount = surface.errors.count
    replacements = surface.errors.map { $0.deprecated?.replacement } + surface.retired.map(\.replacement)
    codeEndpoints = surface.errors.map(\.endpoints)
    codeTable = NameTable(codeNames.map { Array($0.utf8) })
  }

  /// Whether the catalogue documents `status` for the code, or documents no status for it.
  @inline(__always)
  func allows(_ status: Int, code: Int) -> Bool {
    let range = codes[code].statuses
    return range.isEmpty || statuses[range].contains(status)
  }

  /// The index of the first endpoint for a request.
  func endpoint(at path: Bytes, _ method: Bytes?) -> Int? {
    endpoints.firstIndex { $0.matches(path, method) }
  }

  /// The documented statuses of the code, as a list for messages.
  func statusList(code: Int) -> String {
    enumerated(statuses[codes[code].statuses].map(String.init), "or")
  }
}

/// Whether `status` means that a request succeeded.
func isSuccess(_ status: Int) -> Bool { status >= 200 && status < 300 }

extension CompiledPlace {
  fileprivate init(_ place: FieldPlace, of format: ResponseFormat, _ tree: MemberTree, _ headers: HeaderNames) {
    type = place.type
    switch place.location {
    case .header(let name):
      location = .header(headers.index(of: Array(name.utf8).span) ?? 0)
      isOfItem = false
    case .member(_, let isFromBody):
      let path = format.path(of: place)
      location = format.carrier == .json ? .member(path.map(tree.node) ?? MemberTree.root) : .parameter
      isOfItem = format.list != nil && !isFromBody
    }
  }
}

extension CompiledField {
  fileprivate init(
    _ field: ResponseField, of format: ResponseFormat, _ places: [CompiledPlace], _ range: Range<Int>
  ) {
    role = field.role
    self.places = range
    isRequired = field.isRequired
    allowed = AllowedBytes(of: field, format)
    maxLength = field.maxLength ?? .max
    hasPattern = field.pattern != nil
    isOfItem = places[range].contains(where: \.isOfItem)
    isInHeaders = format.carrier == .challenge || field.places.contains { $0.header != nil }
    let isText = field.places.count == 1 && field.place.type == .text && field.valueType == .text
    if isText, TextCut(field.place) == nil, isOfItem || format.list == nil,
      case .member(let node) = places[range.lowerBound].location
    {
      textNode = node
    } else {
      textNode = -1
    }
  }
}

/// Which members of bodies a surface describes.
private struct NodeDescription {
  private(set) var isKnownNode: [Bool]
  private(set) var isDescribedObject: [Bool]

  init(_ format: ResponseFormat, _ tree: MemberTree) {
    isKnownNode = tree.nodes.map { _ in false }
    isDescribedObject = isKnownNode
    isDescribedObject[MemberTree.root] = true
    for path in format.memberPaths {
      var node = tree.node(at: path)
      isKnownNode[node] = true
      while node != MemberTree.root {
        node = tree.nodes[node].parent
        isKnownNode[node] = true
        isDescribedObject[node] = true
      }
    }
    if let path = format.listPath {
      let (list, item) = (tree.node(at: path), tree.node(at: path + [.item]))
      // Items are described as errors, even if a place names one by its index.
      for node in isDescribedObject.indices where node > list && tree.contains(node, in: list) {
        isDescribedObject[node] = isDescribedObject[node] && tree.contains(node, in: item)
      }
      isDescribedObject[item] = true
      isDescribedObject[list] = false
    }
    // Details of the type `json` can have any members.
    let values = format.details.filter { $0.valueType == .json }.flatMap(\.places).compactMap { format.path(of: $0) }
    for value in values.map(tree.node) {
      for node in isDescribedObject.indices where tree.contains(node, in: value) { isDescribedObject[node] = false }
    }
  }
}
