import ErrataCatalog
import ErrataText

/// The part of a value that is not the code.
enum CodeCut: Hashable, Sendable {
  case nothing
  /// The text before the code, as in `https://bank.example/problems/out-of-credit`.
  case prefix(String)
  /// The code begins after this text, as in `com.amazonaws.dynamodb#ResourceNotFoundException`.
  case after(String)
  /// The code ends before this text.
  case until(String)
}

/// A code as it was sent.
struct SentCode: Hashable, Sendable {
  let place: ErrorPlace
  let cut: CodeCut
  let code: ExactText
  let isInteger: Bool
}

/// The code of a value: text that looks like an identifier, possibly at the end of a URI or after a number sign, or an integer.
/// - Returns: nil if the value is anything else, such as a sentence.
func sentCode(_ value: JSONValue, at place: ErrorPlace) -> SentCode? {
  func code(_ text: some StringProtocol, _ cut: CodeCut, isInteger: Bool = false) -> SentCode? {
    let text = String(text)
    guard isCode(text), !meaningless.contains(plainName(text)) else { return nil }
    return SentCode(place: place, cut: cut, code: ExactText(text), isInteger: isInteger)
  }
  if let integer = value.integer { return code("\(integer)", .nothing, isInteger: true) }
  guard let text = value.text, text.utf8.count <= 1_024, text != "about:blank" else { return nil }
  if text.contains("://") || text.hasPrefix("urn:") {
    guard let end = text.lastIndex(where: { $0 == "/" || $0 == "#" || $0 == ":" }) else { return nil }
    return code(text[text.index(after: end)...], .prefix(String(text[...end])))
  }
  if let sign = text.firstIndex(of: "#") { return code(text[text.index(after: sign)...], .after("#")) }
  return code(text, .nothing)
}

/// Values that say only whether there is an error.
private let meaningless: Set<String> = [
  "error", "errors", "exception", "fail", "failed", "failure", "false", "fault", "none", "null", "ok", "success",
  "true",
]
