import ErrataCatalog
import ErrataText

/// A surface in the form in which responses are checked against it: what every body needs is in flat arrays.
final class CompiledSurface: Sendable {
  /// The constraints on a field.
  struct Field: Sendable {
    /// The index of its name in `CompiledCatalog.keys`.
    let slot: Int
    let role: ResponseField.Role?
    let isRequired: Bool
    let allowed: AllowedBytes
    /// In Unicode scalars; `Int.max` if there is no limit.
    let maxLength: Int
    let hasPattern: Bool
  }

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
  /// Whether the rules of RFC 6749 apply.
  let isOAuth: Bool
  let endpoints: [EndpointPattern]
  let fields: [Field]
  let fieldNames: [String]
  /// The JSON pointer to each field.
  let pointers: [String]
  let patterns: [String?]
  /// The index of the field with the role `code`.
  let codeField: Int
  /// The documented codes, followed by the retired ones.
  let codes: [Code]
  let codeNames: [String]
  let documentedCount: Int
  /// The replacements of retired and deprecated codes.
  let replacements: [String?]
  let codeEndpoints: [[EndpointPattern]]
  /// The statuses of all codes, concatenated.
  let statuses: [Int]
  let codeTable: NameTable

  init(_ surface: Surface, index: Int, of catalog: Catalog, slots: [[UInt8]: Int]) {
    self.index = index
    key = surface.key
    carrier = surface.response.carrier
    let responseFields = surface.response.fields
    let isOAuth = surface.response.usesOAuth
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

  /// The index of the field with `slot`; nil if the surface has no such field. A surface has few fields.
  @inline(__always)
  func field(ofSlot slot: Int) -> Int? {
    for index in fields.indices where fields[index].slot == slot { return index }
    return nil
  }

  /// Whether the catalogue documents `status` for the code, or documents no status for it.
  @inline(__always)
  func allows(_ status: Int, code: Int) -> Bool {
    let range = codes[code].statuses
    return range.isEmpty || statuses[range].contains(status)
  }

  /// The documented statuses of the code, as a list for messages.
  func statusList(code: Int) -> String {
    enumerated(statuses[codes[code].statuses].map(String.init), "or")
  }
}
