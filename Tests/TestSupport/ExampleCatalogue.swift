import ErrataCatalog
import Foundation
import Testing

/// A catalogue in `Examples/catalogues`, each of which has errors of another style.
public struct ExampleCatalogue: Sendable, CustomTestStringConvertible {
  private static let folder = "Examples/catalogues"

  /// The name of its files, without extension.
  public let name: String

  /// All of them, by name.
  public static let all: [ExampleCatalogue] = {
    let path = Repository.root.appending(path: folder).path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().map { ExampleCatalogue(name: String($0.dropLast(5))) }
  }()

  /// Reads the catalogue. An error fails the test.
  public func read() throws -> Catalog { try catalogue(Repository.text(path), path: path) }

  /// The path of the catalogue in the repository.
  public var path: String { "\(Self.folder)/\(name).yaml" }

  /// Responses of the API, one exchange per line.
  public func exchanges() throws -> String {
    try Repository.text("\(Self.folder)/\(name).ndjson")
  }

  /// The name in the list of tests.
  public var testDescription: String { name }
}
