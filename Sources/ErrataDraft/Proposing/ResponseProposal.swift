import ErrataCatalog
import ErrataText

/// How a surface's errors are sent, as a proposal.
struct ResponseProposal {
  let carrier: ResponseFormat.Carrier
  let isOAuth: Bool
  let mediaType: String?
  /// A member of each error that says that it is one.
  let flag: ErrorFlag?
  let list: ErrorShape.ErrorList?
  let fields: [FieldProposal]
  let details: [FieldProposal]
  /// The number of details that were left out, because there are too many.
  let omittedDetails: Int
}

/// A member of a body that says whether it is an error.
struct ErrorFlag {
  let name: String
  /// Its value in errors.
  let value: FlagValue
}

/// A field or a detail.
struct FieldProposal {
  /// The role, or the key of a detail.
  let key: String
  /// At least one.
  var places: [PlaceProposal]
  let isRequired: Bool
  /// How many errors have it.
  let count: Int
  /// A value as it was sent, shortened; nil if it was always null.
  let example: String?
  /// Whether values at one place had different types.
  let hasSeveralTypes: Bool
}

/// A place of a field.
struct PlaceProposal: Hashable {
  let place: ErrorPlace
  /// nil for the default type.
  let type: FieldType?
  let cut: CodeCut
}

extension ErrorGroup {
  /// The response block that describes the errors.
  var response: ResponseProposal {
    let flag = flag
    var taken: Set<ErrorPlace> = []
    if let flag { taken.insert(.body(JSONPointer(tokens: [flag.name]))) }
    if let list { taken.insert(.body(list.pointer)) }
    if list?.type != nil { taken.insert(.item(JSONPointer(tokens: ["@type"]))) }
    let isOAuth = isOAuth(flag: flag)
    var fields: [FieldProposal] = []
    for role in ResponseField.Role.allCases {
      guard let field = field(role, except: taken, isOAuth: isOAuth) else { continue }
      taken.formUnion(field.places.map(\.place))
      fields.append(field)
    }
    let details = details(except: taken)
    return ResponseProposal(
      carrier: carrier, isOAuth: isOAuth, mediaType: mediaType, flag: flag, list: list, fields: fields,
      details: Array(details.prefix(Self.detailLimit)), omittedDetails: max(0, details.count - Self.detailLimit))
  }

  private static let detailLimit = 40

  // MARK: - Fields

  private func field(_ role: ResponseField.Role, except taken: Set<ErrorPlace>, isOAuth: Bool) -> FieldProposal? {
    let counts = (roles[role] ?? [:]).filter { !taken.contains($0.key) }
    let places = counts.keys.sorted { isBefore($0, $1, role) }
    guard let first = places.first else { return nil }
    let count = counts.values.reduce(0, +)
    let isOptional = count < sampleCount || role != .code && (isOAuth || places.contains { $0.isHeader })
    return FieldProposal(
      key: role.rawValue, places: places.map { proposal($0, role) }, isRequired: !isOptional, count: count,
      example: self.places[first]?.example,
      hasSeveralTypes: places.contains { self.places[$0]?.hasSeveralTypes ?? false })
  }

  private func proposal(_ place: ErrorPlace, _ role: ResponseField.Role) -> PlaceProposal {
    let counts = places[place]?.counts ?? [:]
    let isInteger = counts[.integer] ?? 0 > counts[.text] ?? 0
    let type: FieldType? =
      switch role {
      case .status: isInteger ? nil : .text
      case .retryAfter: nil
      default: isInteger ? .integer : nil
      }
    return PlaceProposal(place: place, type: type, cut: role == .code ? cut(at: place) : .nothing)
  }

  /// The cut of most codes at a place.
  func cut(at place: ErrorPlace) -> CodeCut {
    var counts: [CodeCut: Int] = [:]
    for (code, statistics) in codes where code.place == place { counts[code.cut, default: 0] += statistics.count }
    return counts.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key ?? .nothing
  }

  /// Whether a place counts before another: the header of a code, then members of the item, then members of the body, by their
  /// names and from the outside in, then other headers.
  private func isBefore(_ left: ErrorPlace, _ right: ErrorPlace, _ role: ResponseField.Role) -> Bool {
    func rank(_ place: ErrorPlace) -> (Int, Int, Int, Int) {
      let kind =
        switch place {
        case .header: role == .code ? 0 : 3
        case .item: 1
        case .body, .parameter: 2
        }
      return (
        kind, nameRank(place.names.last ?? "", of: role), place.names.count, placeOrder.firstIndex(of: place) ?? 0
      )
    }
    return rank(left) < rank(right)
  }

  // MARK: - Details

  /// The members without a role, the most frequent ones first if there are too many.
  private func details(except taken: Set<ErrorPlace>) -> [FieldProposal] {
    var rest = placeOrder.filter { !taken.contains($0) && isDetail($0) }
    if rest.count > Self.detailLimit {
      rest.sort { places[$1]?.count ?? 0 < places[$0]?.count ?? 0 }
    }
    var keys = DetailKeys()
    return rest.compactMap { place in
      guard let statistics = places[place] else { return nil }
      let type = statistics.type
      return FieldProposal(
        key: keys.key(for: place.names),
        places: [PlaceProposal(place: place, type: type == .text ? nil : type, cut: .nothing)],
        isRequired: statistics.count == sampleCount && carrier == .json, count: statistics.count,
        example: statistics.example, hasSeveralTypes: statistics.hasSeveralTypes)
    }
  }

  private func isDetail(_ place: ErrorPlace) -> Bool {
    switch place {
    case .header: false
    case .body, .item, .parameter: true
    }
  }

  // MARK: - The response as a whole

  /// A member of the body that is the same in each error and says that it is one.
  var flag: ErrorFlag? {
    guard carrier == .json else { return nil }
    for (place, statistics) in places {
      guard case .body(let pointer) = place, pointer.tokens.count == 1, statistics.count == sampleCount,
        let value = statistics.onlyValue, errorFlags[plainName(pointer.tokens[0])]?.contains(value) ?? false
      else { continue }
      return ErrorFlag(name: pointer.tokens[0], value: value)
    }
    return nil
  }

  /// The media type of all errors; nil if it varies, is unknown or invalid, or is what it is anyway.
  private var mediaType: String? {
    guard carrier == .json, mediaTypes.count == 1, let type = mediaTypes.keys.first, type != "application/json" else {
      return nil
    }
    let parts = type.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isValid = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isHTTPTokenByte) }
    return isValid && type.hasPrefix("application/") ? type : nil
  }

  /// Whether the errors are those of OAuth 2.0: they have `error` and one of its other fields, or only its codes.
  private func isOAuth(flag: ErrorFlag?) -> Bool {
    guard carrier == .json else { return true }
    let code = ErrorPlace.body(JSONPointer(tokens: ["error"]))
    guard list == nil, flag == nil, Set(roles[.code].map { Array($0.keys) } ?? []) == [code] else { return false }
    let names = ["error_description", "error_uri"].map { ErrorPlace.body(JSONPointer(tokens: [$0])) }
    if names.contains(where: { places[$0] != nil }) { return true }
    return roles[.description] == nil && codes.keys.allSatisfy { tokenErrors.contains($0.code.description) }
  }
}

/// Members that say whether a body is an error, in the form of `plainName`, and the values with which they do.
private let errorFlags: [String: Set<FlagValue>] = [
  "ok": [.boolean(false)], "success": [.boolean(false)], "successful": [.boolean(false)],
  "succeeded": [.boolean(false)], "issuccess": [.boolean(false)], "error": [.boolean(true)],
  "iserror": [.boolean(true)], "haserror": [.boolean(true)], "status": [.text("error"), .text("fail")],
  "type": [.text("error")], "result": [.text("error")],
]

/// The codes of a token endpoint (RFC 6749, section 5.2).
private let tokenErrors: Set<String> = [
  "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
  "invalid_scope",
]

extension ErrorPlace {
  /// Whether it is a header.
  fileprivate var isHeader: Bool {
    if case .header = self { true } else { false }
  }
}
