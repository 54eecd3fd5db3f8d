import Foundation
import TestSupport
import Testing

/// The generated code of each language, which reads each case in a program of that language.
@Suite(.slow) struct ReadingTests {
  @Test func python() async throws { try await expectReadings(by: .python) }

  @Test func swift() async throws { try await expectReadings(by: .swift) }

  @Test(.enabled(if: Subject.typeScript.isExpected, "needs tsc: run Scripts/bootstrap --tests"))
  func typeScript() async throws { try await expectReadings(by: .typeScript) }

  @Test(.enabled(if: Subject.kotlin.isExpected, "needs kotlinc and Android's org.json: run Scripts/bootstrap --tests"))
  func kotlin() async throws { try await expectReadings(by: .kotlin) }

  @Test(.enabled(if: Subject.go.isExpected, "needs go: run Scripts/bootstrap --tests"))
  func go() async throws { try await expectReadings(by: .go) }

  private func expectReadings(by subject: Subject) async throws {
    let cases = try Cases.all()
    let readings = try await ReaderPrograms.shared.program(for: subject).readings(of: cases.map(\.line))
    for (item, line) in zip(cases, readings) {
      guard let found = try? JSONDecoder().decode(JSON.self, from: Data(line.utf8)) else {
        // A text with a lone surrogate is no text for Foundation.
        if item.reading.isAny, !line.contains("\"failed\"") { continue }
        Issue.record("\(item)\n  found \(line), which is not JSON")
        continue
      }
      let agrees = item.reading.allows(found)
      if Exemption.exempts(subject, from: item) {
        #expect(!agrees, "needs no exemption: \(item)")
      } else if !agrees {
        Issue.record("\(item)\n  expected \(item.reading)\n  found    \(found)")
      }
    }
  }
}

extension Subject {
  /// Whether the tools that its program needs should be there.
  var isExpected: Bool {
    switch self {
    case .python, .swift: true
    case .go: RequiredTool.go.isExpected
    case .kotlin: RequiredTool.kotlinc.isExpected && RequiredTool.androidJSON.isExpected
    case .typeScript: RequiredTool.tsc.isExpected
    }
  }
}
