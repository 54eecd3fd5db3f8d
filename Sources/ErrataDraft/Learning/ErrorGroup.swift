import ErrataCatalog
import ErrataText

/// The errors of one shape, counted.
struct ErrorGroup {
  let carrier: ResponseFormat.Carrier
  private(set) var list: ErrorShape.ErrorList?
  /// The number of errors. A response with a list has several.
  private(set) var sampleCount = 0
  private(set) var paths = PathTree()
  /// How often each media type came; an empty one if there was none.
  private(set) var mediaTypes: [String: Int] = [:]
  /// What was seen where.
  private(set) var places: [ErrorPlace: PlaceStatistics] = [:]
  /// The places in the order in which they were first seen.
  private(set) var placeOrder: [ErrorPlace] = []
  /// How often a place had the value of a role.
  private(set) var roles: [ResponseField.Role: [ErrorPlace: Int]] = [:]
  private(set) var codes: [SentCode: CodeStatistics] = [:]

  /// The number of places and of media types that are told apart.
  private static let placeLimit = 200
  private static let mediaTypeLimit = 8

  init(_ shape: ErrorShape) {
    carrier = shape.carrier
    list = shape.list
  }

  /// Adds the errors of a response.
  /// - Parameter codeLimit: how many codes may be added to those of the group.
  /// - Returns: the number of errors whose codes were too many.
  mutating func add(_ reading: ErrorReading, of response: RecordedResponse, codeLimit: Int) -> Int {
    // The paths of errors without a code are needed, too: they tell where a code may be missing.
    if let path = response.path { paths.add(path) }
    let mediaType = response.mediaType ?? ""
    if mediaTypes[mediaType] != nil || mediaTypes.count < Self.mediaTypeLimit { mediaTypes[mediaType, default: 0] += 1 }
    let newCodes = codes.count + codeLimit
    var dropped = 0
    for sample in reading.samples {
      sampleCount += 1
      for member in sample.members { see(member) }
      for (role, member) in sample.roles { choose(role, member) }
      guard let code = sample.code else { continue }
      choose(.code, ErrorMember(place: code.place, value: .string(code.code.description)))
      if codes[code] != nil || codes.count < newCodes {
        codes[code, default: CodeStatistics()].add(
          status: sample.status, description: sample.description?.value.text)
      } else {
        dropped += 1
      }
    }
    return dropped
  }

  private mutating func see(_ member: ErrorMember) {
    if places[member.place] == nil {
      guard placeOrder.count < Self.placeLimit else { return }
      placeOrder.append(member.place)
    }
    places[member.place, default: PlaceStatistics()].add(member.value)
  }

  private mutating func choose(_ role: ResponseField.Role, _ member: ErrorMember) {
    if roles[role]?[member.place] == nil, roles[role]?.count ?? 0 >= 8 { return }
    roles[role, default: [:]][member.place, default: 0] += 1
    // A header or a parameter is not a member of a body.
    switch member.place {
    case .header, .parameter: see(member)
    case .body, .item: break
    }
  }

  /// Adds the errors of a group of the same surface.
  mutating func add(_ other: ErrorGroup) {
    list = list ?? other.list
    sampleCount += other.sampleCount
    if other.hasCodes { paths.add(other.paths) }
    mediaTypes.merge(other.mediaTypes, uniquingKeysWith: +)
    for place in other.placeOrder {
      if places[place] == nil { placeOrder.append(place) }
      places[place, default: PlaceStatistics()].add(other.places[place]!)
    }
    for (role, counts) in other.roles { roles[role, default: [:]].merge(counts, uniquingKeysWith: +) }
    codes.merge(other.codes) { first, second in
      var sum = first
      sum.add(second)
      return sum
    }
  }

  /// Whether any error has a code.
  var hasCodes: Bool { roles[.code] != nil }
}
