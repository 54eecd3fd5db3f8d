import ErrataCatalog
import ErrataText

/// The names under which APIs usually send the value of a role, and which values it can have.
struct RoleNames: Sendable {
  let role: ResponseField.Role
  /// Names of members in the form of `plainName`, the most telling one first.
  let members: [String]
  /// Names of headers in lower case.
  let headers: [String]
  /// Whether a value can be that of the role.
  let accepts: @Sendable (JSONValue) -> Bool

  /// The roles besides the code, in the order in which they choose their member.
  static let all = [
    RoleNames(
      role: .description,
      members: [
        "message", "errormessage", "errordescription", "description", "detail", "details", "errordetail",
        "errorsummary",
        "msg", "summary", "error", "reason", "faultstring",
      ], headers: [], accepts: isText),
    RoleNames(role: .title, members: ["title"], headers: [], accepts: isText),
    RoleNames(
      role: .status,
      members: ["status", "statuscode", "httpstatus", "httpstatuscode", "httpcode", "code", "errorcode"],
      headers: [], accepts: isStatus),
    RoleNames(
      role: .reference,
      members: [
        "requestid", "traceid", "correlationid", "errorid", "errorreference", "referenceid", "reference", "incidentid",
        "supportid", "eventid", "debugid", "logid", "instance", "id",
      ], headers: ["request-id", "x-request-id", "x-amzn-requestid", "x-correlation-id", "x-trace-id"],
      accepts: { isText($0) || $0.integer != nil }),
    RoleNames(
      role: .uri,
      members: [
        "moreinfo", "docurl", "docsurl", "documentationurl", "documentation", "erroruri", "helpurl", "help", "about",
        "infourl", "href", "url", "link",
      ], headers: [], accepts: { $0.text?.contains("://") ?? false }),
    RoleNames(
      role: .target,
      members: ["target", "param", "pointer", "parameter", "field", "fieldname", "attribute", "property"], headers: [],
      accepts: isText),
    RoleNames(
      role: .retryAfter, members: ["retryafter", "retryafterseconds"], headers: [],
      accepts: { value in
        switch value {
        case .number(let seconds): seconds >= 0
        case .decimal(let seconds): seconds >= 0
        default: false
        }
      }),
  ]

  private static func isText(_ value: JSONValue) -> Bool {
    value.text.map { !$0.isEmpty } ?? false
  }

  /// An HTTP status as a number or as text.
  private static func isStatus(_ value: JSONValue) -> Bool {
    guard let status = value.integer ?? value.text.flatMap(exactInteger) else { return false }
    return (100...599).contains(status)
  }

  /// The place of the role among `members` and `headers` that aren't `taken`: of the best name and, of several with that
  /// name, the first. Members count before headers.
  func choose(
    among members: [ErrorMember], _ headers: [String: String], except taken: Set<ErrorPlace>
  ) -> ErrorMember? {
    var best: (rank: Int, member: ErrorMember)?
    for member in members where accepts(member.value) && !taken.contains(member.place) {
      guard let name = member.place.names.last, let rank = self.members.firstIndex(of: plainName(name)),
        rank < best?.rank ?? .max
      else { continue }
      best = (rank, member)
    }
    if let best { return best.member }
    let header = self.headers.lazy.compactMap { name in headers[name].map { (name, $0) } }.first
    return header.map { name, value in ErrorMember(place: .header(name), value: .string(value)) }
  }
}

/// The rank of a member's name among those of a role; the lowest one is the most telling.
func nameRank(_ name: String, of role: ResponseField.Role) -> Int {
  let names = role == .code ? codeNames : RoleNames.all.first { $0.role == role }?.members
  return names?.firstIndex(of: plainName(name)) ?? .max
}
