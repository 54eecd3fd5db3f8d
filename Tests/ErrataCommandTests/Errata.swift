import Foundation
import Testing
import TestSupport

/// The tool, as built with the tests.
enum Errata {
  static let path: String = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [folder, Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    let found = candidates.map { $0.appending(path: "errata").path(percentEncoded: false) }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return found ?? Repository.root.appending(path: ".build/debug/errata").path(percentEncoded: false)
  }()

  static func run(
    _ arguments: String..., input: String = "", in folder: URL? = nil, environment: [String: String] = [:]
  ) async throws -> ProcessResult {
    try await runTool(path, arguments, input: input, in: folder, environment: environment)
  }
}

/// A small catalogue with a given title.
func shop(_ title: String = "Shop") -> String {
  """
  errata: 1
  name: Shop
  title: \(title)
  version: 1.0.0
  surfaces:
    api:
      title: API
      endpoints: [/orders/*]
      response: {carrier: json, fields: {code: code, description: message}}
      errors:
        not_found: {status: 404, description: The order does not exist}

  """
}

extension URL {
  var plainPath: String { path(percentEncoded: false) }

  func writing(_ text: String, to name: String) throws {
    let url = appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func reading(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: appending(path: name)), as: UTF8.self)
  }
}
