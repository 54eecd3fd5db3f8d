import ErrataCatalog
import ErrataText

/// An error in a response: which member has which role.
struct ErrorSample {
  /// nil for an error without a recognizable code.
  let code: SentCode?
  /// The members with a role besides the code.
  let roles: [(role: ResponseField.Role, member: ErrorMember)]
  /// All members that have a place in the body, the header or the parameters that the error came in.
  let members: [ErrorMember]
  /// The status that it was sent with: its own copy in a list, or else that of the response.
  let status: Int?

  /// The description or else the title.
  var description: ErrorMember? {
    [.description, .title].lazy.compactMap { role in roles.first { $0.role == role }?.member }.first
  }
}

/// What decides on which surface an error is.
struct ErrorShape: Hashable, Sendable {
  let carrier: ResponseFormat.Carrier
  /// The list that has the errors.
  var list: ErrorList?
  /// The place of the code; nil if there is none.
  let code: ErrorPlace?
  /// The place of the description or else of the title; nil if there is neither.
  let description: ErrorPlace?

  /// A list of errors in a body.
  struct ErrorList: Hashable, Sendable {
    let pointer: JSONPointer
    /// The `@type` of the items that are errors; nil if they have none.
    let type: String?
  }
}

/// The errors of a response.
struct ErrorReading {
  let carrier: ResponseFormat.Carrier
  let list: ErrorShape.ErrorList?
  /// At least one.
  let samples: [ErrorSample]

  /// The shape, by the first error that has a code.
  var shape: ErrorShape {
    let sample = samples.first { $0.code != nil } ?? samples[0]
    return ErrorShape(carrier: carrier, list: list, code: sample.code?.place, description: sample.description?.place)
  }

  /// Whether an error has a code.
  var hasCode: Bool { samples.contains { $0.code != nil } }
}

extension RecordedResponse {
  /// The errors of the response; nil if it doesn't look like one.
  ///
  /// The body counts first, then a challenge, then a redirect, if they have a code. A body without a code is an error if it has a
  /// description or a title.
  var errors: ErrorReading? {
    let inBody = body.flatMap(readBody)
    if let inBody, inBody.hasCode { return isSuccess && !inBody.isNamedError ? nil : inBody }
    return readChallenge() ?? readRedirect() ?? (isSuccess ? nil : inBody)
  }

  /// Whether the status is below 400. Then only the names of members can tell that a body is an error.
  private var isSuccess: Bool { status.map { $0 < 400 } ?? false }

  private func readBody(_ body: JSONValue) -> ErrorReading? {
    if let items = body.items { return readList(items, at: JSONPointer(tokens: []), []) }
    let members = errorMembers(of: body, ErrorPlace.body)
    let code = chooseCode(among: members, headers, status: status)
    let whole = ErrorReading(carrier: .json, list: nil, samples: [sample(code?.sent, members)])
    if let code, !code.isWeak { return whole }
    for member in members {
      guard case .body(let pointer) = member.place, let items = member.value.items,
        let list = readList(items, at: pointer, members), list.hasCode || code == nil
      else { continue }
      return list
    }
    return code != nil || whole.samples[0].description != nil ? whole : nil
  }

  /// The errors of a list; nil if no item has a code and none is described.
  /// - Parameter outer: the members of the body around it.
  private func readList(_ items: [JSONValue], at pointer: JSONPointer, _ outer: [ErrorMember]) -> ErrorReading? {
    let errors = items.prefix(1_000).filter { $0.members != nil }.map { item in
      let members = errorMembers(of: item, ErrorPlace.item)
      let code = chooseCode(among: members, [:], status: status).flatMap { $0.isWeak ? nil : $0.sent }
      return (type: item["@type"]?.text, code: code, members: members)
    }
    let first = errors.first { $0.code != nil }
    let isList = pointer.tokens.last.map { plainName($0) == "errors" } ?? true
    guard first != nil || isList else { return nil }
    let outer = outer.filter { $0.place != .body(pointer) }
    let samples = errors.filter { first == nil || $0.type == first?.type }.map { sample($0.code, $0.members, outer) }
    guard samples.contains(where: { $0.code != nil || $0.description != nil }) else { return nil }
    return ErrorReading(
      carrier: .json, list: ErrorShape.ErrorList(pointer: pointer, type: first?.type), samples: samples)
  }

  /// The error with `members`, and with those of the body around it.
  private func sample(_ code: SentCode?, _ members: [ErrorMember], _ outer: [ErrorMember] = []) -> ErrorSample {
    var taken: Set<ErrorPlace> = code.map { [$0.place] } ?? []
    var roles: [(ResponseField.Role, ErrorMember)] = []
    for names in RoleNames.all {
      let choice =
        names.choose(among: members, [:], except: taken) ?? names.choose(among: outer, headers, except: taken)
      guard let choice else { continue }
      taken.insert(choice.place)
      roles.append((names.role, choice))
    }
    let ownStatus = roles.first { $0.0 == .status }.flatMap { itemStatus($0.1) }
    return ErrorSample(code: code, roles: roles, members: members + outer, status: ownStatus ?? status)
  }

  /// The status that an item of a list has itself.
  private func itemStatus(_ member: ErrorMember) -> Int? {
    guard case .item = member.place else { return nil }
    return member.value.integer ?? member.value.text.flatMap(exactInteger)
  }
}

extension ErrorReading {
  /// Whether a name on the way to the code says that it is an error, as in `/error/code` or `errorCode`.
  fileprivate var isNamedError: Bool {
    let names = (list?.pointer.tokens ?? []) + (shape.code?.names ?? [])
    return names.contains { name in ["error", "fault"].contains { plainName(name).contains($0) } }
  }
}
