import ErrataCatalog
import Foundation
import TestSupport
import Testing

/// The cases of the specification, and their catalogues.
enum Cases {
  private static let folder = "Tests/Fixtures/reading"

  /// All cases, in the order of the files.
  static func all() throws -> [ReadingCase] { try loaded.get() }

  private static let loaded = Result { try load() }

  private static func load() throws -> [ReadingCase] {
    try names(ofType: "ndjson").flatMap { try Repository.text("\(folder)/\($0).ndjson").split(separator: "\n") }
      .map { try ReadingCase(line: String($0)) } + long()
  }

  /// The names of all catalogues.
  static func catalogNames() throws -> [String] { try names(ofType: "yaml") }

  /// The catalogues whose responses the programs can read: those of the cases and of the examples. The lower case of their names
  /// is what cases call them.
  static func readable() throws -> [Catalog] {
    try catalogNames().map(catalog) + ExampleCatalogue.all.map { try $0.read() }
  }

  /// The catalogue `name`.
  static func catalog(_ name: String) throws -> Catalog {
    try catalogue(Repository.text("\(folder)/\(name).yaml"), path: "\(name).yaml")
  }

  private static func names(ofType type: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: folder).path(percentEncoded: false)
    )
    .filter { $0.hasSuffix(".\(type)") }.map { String($0.dropLast(type.count + 1)) }.sorted()
  }

  /// The cases that are too long for a file.
  private static func long() throws -> [ReadingCase] {
    let items = Array(repeating: #"{"code":"taken"}"#, count: 20_000).joined(separator: ",")
    let code = String(repeating: "x", count: 4_000_000)
    return try [
      line(
        "L5", "20,000 items", "listed", status: 409, body: #"{"errors":[\#(items)]}"#,
        reading: #"{"surface":"api","code":"taken","known":true,"errors":[\#(items)]}"#, checking: "[]"),
      line(
        "B1", "a text that is cut off after 100,000 escapes", "flat", status: 400,
        body: #"{"code":""# + String(repeating: #"\""#, count: 100_000), reading: #"{"surface":"api"}"#,
        checking: #"[{"rule":"not-json","pointer":""}]"#),
      line(
        "B1", "a million brackets", "flat", status: 400, body: String(repeating: "[", count: 1_000_000),
        reading: #"{"surface":"api"}"#, checking: #"[{"rule":"too-deep","pointer":""}]"#),
      line(
        "K1", "a code of four million letters", "flat", status: 400, body: #"{"code":"\#(code)","message":"m"}"#,
        reading: #"{"surface":"api","code":"\#(code)","known":false,"message":"m"}"#,
        checking: #"[{"rule":"unknown-code","pointer":"/code"}]"#),
    ].map(ReadingCase.init(line:))
  }

  private static func line(
    _ rule: String, _ name: String, _ catalog: String, status: Int, body: String, reading: String, checking: String
  ) throws -> String {
    let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
    return """
      {"rule":"\(rule)","case":"\(name)","catalog":"\(catalog)","surface":"api","status":\(status),"body":\(text),\
      "reading":\(reading),"checking":\(checking)}
      """
  }
}
