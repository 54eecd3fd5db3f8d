import Foundation
import Testing

/// Steps to perform on a page in a real browser.
public struct BrowserJob: Encodable, Sendable {
  /// A step.
  public enum Step: Encodable, Sendable {
    /// Evaluates JavaScript, whose value is a result of the job.
    case evaluate(String)
    /// Types text into the focused element.
    case type(String)
    /// Pastes text into the focused element.
    case paste(String)
    /// Presses a key: `Enter`, `Tab`, `Shift+Tab`, `ArrowDown`, `Escape`, `/` …
    case press(String)
    /// Navigates to a URL; if only the fragment differs, the page isn't reloaded.
    case go(URL)

    /// Encodes one member: the step's name and its argument.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .evaluate(let script): try container.encode(["evaluate": script])
      case .type(let text): try container.encode(["type": text])
      case .paste(let text): try container.encode(["paste": text])
      case .press(let key): try container.encode(["press": key])
      case .go(let url): try container.encode(["go": url.absoluteString])
      }
    }
  }

  private let browser = RequiredTool.chromium.path
  private let url: String
  private let javascript: Bool
  private let viewport: [Int]
  private let dark: Bool
  private let steps: [Step]

  /// - Parameters:
  ///   - url: the page.
  ///   - width: the width of the window in CSS pixels.
  ///   - isDark: whether the user prefers dark colours.
  ///   - runsScripts: whether the page's scripts run.
  ///   - steps: the steps to perform.
  public init(_ url: URL, width: Int = 1440, isDark: Bool = false, runsScripts: Bool = true, _ steps: [Step]) {
    self.url = url.absoluteString
    javascript = runsScripts
    viewport = [width, 900]
    dark = isDark
    self.steps = steps
  }

  /// Runs the steps. A network request by the page, or a problem that the browser reports, fails the test.
  /// - Returns: the results of the `evaluate` steps.
  /// - Throws: an error if the browser cannot be run.
  public func values(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws -> [String] {
    let tool = Repository.root.appending(path: "Tests/Tools/browser.py").path(percentEncoded: false)
    let input = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    let result = try await runTool("python3", [tool], input: input)
    #expect(result.status == 0, "\(result.error)", sourceLocation: sourceLocation)
    let outcome = try JSONDecoder().decode(Outcome.self, from: Data(result.output.utf8))
    #expect(outcome.requests == [], sourceLocation: sourceLocation)
    #expect(outcome.problems == [], sourceLocation: sourceLocation)
    return outcome.values
  }

  private struct Outcome: Decodable {
    let values: [String]
    let requests: [String]
    let problems: [String]
  }
}
