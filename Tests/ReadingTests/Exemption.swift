/// Who reads or checks a response.
enum Subject: String {
  case validator
  case go
  case kotlin
  case python
  case swift
  case typeScript
}

/// Cases that a subject cannot express, or that its platform decides.
struct Exemption {
  let subject: Subject
  let rule: String
  let cases: Set<String>
  let reason: String

  /// All of them. A case that is listed without need fails its suite.
  static let all: [Exemption] = [
    Exemption(
      subject: .swift, rule: "B1",
      cases: [
        "a comma at the end", "a number that begins with zero", "a number without a fraction",
        "a control character in a text", "an escape that does not exist",
      ],
      reason: "JSONDecoder checks numbers and texts only as they are decoded, and allows a comma at the end")
  ]

  /// Whether `subject` is exempt from `item`.
  static func exempts(_ subject: Subject, from item: ReadingCase) -> Bool {
    all.contains { $0.subject == subject && $0.rule == item.rule && $0.cases.contains(item.name) }
  }
}
