import Foundation
import Testing

extension Repository {
  /// The code block of a page that begins with `start`, with a line break at the end: what a reader copies.
  /// - Parameters:
  ///   - page: the page's path, relative to the root.
  ///   - language: the language after the fence.
  ///   - start: the start of the block's first line.
  public static func block(
    of page: String, _ language: String, beginningWith start: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    let text = try text(page)
    let fence = try #require(text.range(of: "```\(language)\n\(start)"), sourceLocation: sourceLocation)
    let block = text[fence.lowerBound...].dropFirst(language.count + 4)
    return String(block[..<(try #require(block.range(of: "\n```"), sourceLocation: sourceLocation)).lowerBound]) + "\n"
  }
}
