/// A language whose generated code reads responses.
enum Subject: String, CaseIterable {
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
    emptyInGo(
      "M1", "the title, with an empty description", "the catalogue's description, with empty texts",
      "an empty reference"),
    emptyInGo("P2", "an empty value"),
    emptyInGo("P3", "an empty description is a value"),
    emptyInGo("P4", "nothing is left"),
    emptyInGo("P6", "an empty description", "an empty reference, title, target, state and URI"),
    emptyInGo("Q1", "an empty description"),
    emptyInGo("W1", "an empty text in quotes"),
  ]

  private static func emptyInGo(_ rule: String, _ cases: String...) -> Exemption {
    Exemption(subject: .go, rule: rule, cases: Set(cases), reason: "a text that is missing is empty in Go")
  }

  /// Whether `subject` is exempt from `item`.
  static func exempts(_ subject: Subject, from item: ReadingCase) -> Bool {
    all.contains { $0.subject == subject && $0.rule == item.rule && $0.cases.contains(item.name) }
  }
}
