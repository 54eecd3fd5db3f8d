import ErrataText
import Foundation

/// A case of the specification: a response, and what each view makes of it.
struct ReadingCase: Decodable, Sendable {
  /// The number of the rule that it is a case of.
  let rule: String
  /// What it shows.
  let name: String
  /// The name of the catalogue's file.
  let catalog: String
  /// The key of the surface; nil to find the surface by `path`.
  let surface: String?
  /// The method of the request; nil if it does not matter.
  let method: String?
  let path: String?
  /// The base that the caller gives; nil for the catalogue's.
  let base: String?
  let status: Int?
  /// Pairs of a name and a value; nil if they are not known.
  let headers: [[String]]?
  let body: String?
  /// The body in base64, if it is not text.
  let bodyBase64: String?
  /// The URL of a redirect.
  let url: String?
  /// The current time in ISO 8601; nil if it does not matter.
  let now: String?
  let reading: Reading
  let checking: Checking
  /// The case as a line of JSON, which runners read.
  private(set) var line = ""

  private enum CodingKeys: String, CodingKey {
    case rule
    case name = "case"
    case catalog, surface, method, path, base, status, headers, body
    case bodyBase64 = "body_base64"
    case url, now, reading, checking
  }

  /// Reads the case in `line`.
  init(line: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
    self.line = line
  }
}

extension ReadingCase: CustomStringConvertible {
  var description: String { "\(rule), \(name)" }
}

/// What a reader finds in a response.
enum Reading: Decodable, Sendable {
  /// The fields; null for a redirect that is no error.
  case fields(JSON)
  /// The platform decides.
  case any

  init(from decoder: any Decoder) throws {
    let json = try JSON(from: decoder)
    self = json == .text(ExactText("any")) ? .any : .fields(json)
  }
}

/// What checking makes of a response.
enum Checking: Decodable, Equatable, Sendable {
  /// The findings, in any order.
  case findings(Set<ExpectedFinding>)
  /// A success, which is not checked.
  case success
  /// A response that belongs to no surface.
  case outside
  /// The platform decides.
  case any

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let word = try? container.decode(String.self) else {
      self = .findings(Set(try container.decode([ExpectedFinding].self)))
      return
    }
    switch word {
    case "success": self = .success
    case "outside": self = .outside
    case "any": self = .any
    default: throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown word `\(word)`")
    }
  }
}

/// A rule and a pointer.
struct ExpectedFinding: Decodable, Hashable, Sendable, CustomStringConvertible {
  let rule: String
  /// nil if the problem is outside the body.
  let pointer: String?

  var description: String { pointer.map { "\(rule) at \"\($0)\"" } ?? rule }
}

extension Checking: CustomStringConvertible {
  var description: String {
    switch self {
    case .findings(let findings): "[" + findings.map(\.description).sorted().joined(separator: ", ") + "]"
    case .success: "success"
    case .outside: "outside"
    case .any: "any"
    }
  }
}

extension Reading: CustomStringConvertible {
  /// Whether a reader may find `found`. The line of text for people is compared only if the case has it.
  func allows(_ found: JSON) -> Bool {
    switch self {
    case .any: return found["failed"] == nil
    case .fields(let expected):
      var found = found.withoutAbsentFields
      if expected["text"] == nil { found["text"] = nil }
      return found == expected.withoutAbsentFields
    }
  }

  /// Whether the platform decides.
  var isAny: Bool { if case .any = self { true } else { false } }

  var description: String {
    switch self {
    case .any: "anything but a failure"
    case .fields(let fields): "\(fields)"
    }
  }
}

extension JSON {
  /// The fields of a reader without those that are null, and without empty details and lists of errors.
  fileprivate var withoutAbsentFields: JSON {
    var fields = self
    if let details = self["details"] { fields["details"] = details.withoutNulls }
    if case .list(let errors) = self["errors"] { fields["errors"] = .list(errors.map(\.withoutAbsentFields)) }
    for name in ["details", "errors"] where fields[name] == .object([:]) || fields[name] == .list([]) {
      fields[name] = nil
    }
    return fields.withoutNulls
  }

  private var withoutNulls: JSON {
    if case .object(let members) = self { .object(members.filter { $1 != .null }) } else { self }
  }
}
