import ErrataCatalog
import ErrataText

/// A surface, made ready for checking: what each body asks for lies in flat tables.
final class CompiledSurface: Sendable {
  /// What is asked of a field for every body.
  struct Field: Sendable {
    /// Its index among the names of all surfaces.
    let slot: Int
    let role: ResponseField.Role
    let isRequired: Bool
    let allowed: AllowedBytes
    /// In Unicode scalars; none is `Int.max`.
    let maxLength: Int
    let hasPattern: Bool
  }

  /// What is asked of a code for every body.
  struct Code: Sendable {
    let statuses: Range<Int>
    let isRetired: Bool
    let isDeprecated: Bool
    let isLimitedToEndpoints: Bool
    /// nil where the catalogue is silent.
    let isRetryable: Bool?
  }

  /// Among the surfaces of the catalogue.
  let index: Int
  let key: String
  let carrier: ResponseFormat.Carrier
  /// Whether it reports errors as RFC 6749 does.
  let isOAuth: Bool
  let endpoints: [EndpointPattern]
  let fields: [Field]
  let fieldNames: [String]
  /// A JSON pointer to each field.
  let pointers: [String]
  let patterns: [String?]
  /// The index of the field with the code.
  let codeField: Int
  /// The codes of the catalogue, the documented ones first, then the retired ones.
  let codes: [Code]
  let codeNames: [String]
  let documentedCount: Int
  /// What to use instead of a retired or deprecated code.
  let replacements: [String?]
  let codeEndpoints: [[EndpointPattern]]
  /// The statuses of all codes, one after another.
  let statuses: [Int]
  let codeTable: NameTable

  init(_ surface: Surface, index: Int, of catalog: Catalog, slots: [[UInt8]: Int]) {
    self.index = index
    key = surface.key
    carrier = surface.response.carrier
    let responseFields = surface.response.fields
    let isOAuth = surface.response.field(.code)?.name == "error"
    self.isOAuth = isOAuth
    endpoints = surface.endpoints
    fields = responseFields.map {
      Field(
        slot: slots[Array($0.name.utf8)] ?? -1, role: $0.role, isRequired: $0.isRequired,
        allowed: AllowedBytes(ofField: $0.name, isOAuth: isOAuth), maxLength: $0.maxLength ?? .max,
        hasPattern: $0.pattern != nil)
    }
    fieldNames = responseFields.map(\.name)
    pointers = fieldNames.map(jsonPointer)
    patterns = responseFields.map(\.pattern)
    codeField = responseFields.firstIndex { $0.role == .code } ?? 0

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
    codeNames = surface.errors.map(\.code) + surface.retired.map(\.code)
    documentedCount = surface.errors.count
    replacements = surface.errors.map { $0.deprecated?.replacement } + surface.retired.map(\.replacement)
    codeEndpoints = surface.errors.map(\.endpoints)
    codeTable = NameTable(codeNames.map { Array($0.utf8) })
  }

  /// The index of the field with a slot; nil where the surface has none. A surface has few fields.
  @inline(__always)
  func field(ofSlot slot: Int) -> Int? {
    for index in fields.indices where fields[index].slot == slot { return index }
    return nil
  }

  /// Whether the code documents `status`, or no status at all.
  @inline(__always)
  func allows(_ status: Int, code: Int) -> Bool {
    let range = codes[code].statuses
    return range.isEmpty || statuses[range].contains(status)
  }

  /// The statuses that the code documents, for people.
  func statusList(code: Int) -> String {
    enumerated(statuses[codes[code].statuses].map(String.init), "or")
  }
}
