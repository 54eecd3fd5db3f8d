import ErrataCatalog
import ErrataText

/// The names under which APIs usually send the code, in the form of `plainName`, the most telling one first. `status` and numbers
/// that are statuses are a last resort.
let codeNames = ["code", "errorcode", "errcode", "error", "reason", "errortype", "type", "name", "status"]

/// The names whose numbers can be codes.
private let integerNames: Set<String> = ["code", "errorcode", "errcode", "error"]

/// The headers that have a code, in lower case, and the text at which it ends.
let codeHeaders: [(name: String, until: String?)] = [
  ("x-amzn-errortype", ":"), ("x-error-code", nil), ("error-code", nil),
]

/// The code that was chosen among the members of an error.
struct CodeChoice {
  let sent: SentCode
  /// Whether it may only repeat the HTTP status. A list of errors with codes counts more.
  let isWeak: Bool
}

/// The code among `members` and `headers`: a header first, then the member with the best name and, of several with that name,
/// the first.
/// - Parameter status: the HTTP status, if known.
func chooseCode(
  among members: [ErrorMember], _ headers: [String: String], status: Int?
) -> CodeChoice? {
  for (name, until) in codeHeaders {
    guard let value = headers[name] else { continue }
    let text = until.flatMap { value.firstRange(of: $0) }.map { String(value[..<$0.lowerBound]) } ?? value
    guard let sent = sentCode(.string(text), at: .header(name)), sent.cut == .nothing else { continue }
    let cut = until.map(CodeCut.until) ?? .nothing
    return CodeChoice(
      sent: SentCode(place: sent.place, cut: cut, code: sent.code, isInteger: false), isWeak: false)
  }
  var best: (rank: Int, choice: CodeChoice)?
  for member in members {
    guard let name = member.place.names.last.map(plainName), let rank = codeNames.firstIndex(of: name),
      let sent = sentCode(member.value, at: member.place), !sent.isInteger || integerNames.contains(name)
    else { continue }
    let isStatus = repeatsStatus(member.value, status)
    if isStatus, name == "status" { continue }
    let choice = CodeChoice(sent: sent, isWeak: isStatus || name == "status")
    let total = rank + (isStatus ? codeNames.count : 0)
    if total < best?.rank ?? .max { best = (total, choice) }
  }
  return best?.choice
}

/// Whether `value` is a number that is the HTTP status or, if that is unknown, could be one.
private func repeatsStatus(_ value: JSONValue, _ status: Int?) -> Bool {
  guard let integer = value.integer ?? value.text.flatMap(exactInteger) else { return false }
  return status.map { $0 == integer } ?? (100...599).contains(integer)
}
