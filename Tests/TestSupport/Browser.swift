import Foundation
import Testing

/// What to do with a page in a real browser.
public struct BrowserJob: Encodable, Sendable {
  /// One thing to do.
  public enum Step: Encodable, Sendable {
    /// JavaScript, whose value is one of the job's.
    case evaluate(String)
    /// Text typed into whatever has the focus.
    case type(String)
    /// Text put there at once.
    case paste(String)
    /// `Enter`, `Tab`, `Shift+Tab`, `ArrowDown`, `Escape`, `/` …
    case press(String)
    /// Another address; where only the fragment differs, the page stays.
    case go(URL)

    /// One member: the step's name, and what it takes.
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
  ///   - width: the window's, in CSS pixels.
  ///   - isDark: whether the user prefers dark colours.
  ///   - runsScripts: whether the page's scripts run.
  ///   - steps: what to do there.
  public init(_ url: URL, width: Int = 1440, isDark: Bool = false, runsScripts: Bool = true, _ steps: [Step]) {
    self.url = url.absoluteString
    javascript = runsScripts
    viewport = [width, 900]
    dark = isDark
    self.steps = steps
  }

  /// Does the job.
  /// - Returns: what the steps `evaluate` gave.
  /// - Throws: where the browser cannot be run. A request that the page makes, and a problem that the browser tells of, fails the
  ///   test.
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
