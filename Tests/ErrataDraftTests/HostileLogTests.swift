import ErrataCatalog
import ErrataDraft
import ErrataText
import Foundation
import TestSupport
import Testing

/// Logs that nobody wrote for people to read.
struct HostileLogTests {
  /// Whatever is in names, codes, descriptions and paths, the draft has no problems, and has them as they were sent.
  @Test func anyTextIsReadBackAsItWasSent() throws {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let description = text(&random, 0...40) + "."
      let code = "c" + text(&random, 0...6, from: ["_", "-", ".", ":", "/", "\u{E9}", "\u{4E2D}", "0", "a", "Z"])
      let body = JSONValue.object([
        ("code", .string(code)), ("message", .string(description)),
        (text(&random, 1...12), .string(text(&random, 0...80))),
        ("error", .object([(text(&random, 1...12), .number(1))])),
      ])
      let path = "/" + text(&random, 0...12) + "/" + text(&random, 0...12)
      let type = ("Content-Type", JSONValue.string("application/" + text(&random, 0...3)))
      let yaml = try draft(exchange(path, 400, body, headers: [type]))
      let error = try catalogue(yaml).surfaces[0].errors[0]
      #expect(Array(error.code.unicodeScalars) == Array(code.unicodeScalars))
      #expect(Array(error.description.unicodeScalars) == Array(description.unicodeScalars))
    }
  }

  /// Characters that mean something to YAML, and any others.
  private func text(
    _ random: inout SeededGenerator, _ length: ClosedRange<Int>,
    from alphabet: [Unicode.Scalar] = Array(" \t\n\r\0:#-?,[]{}&*!|>'\"%@`\\~<=.aZ09/".unicodeScalars) + [
      "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{301}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
      "\u{FFFE}", "\u{E000}", "\u{1F600}", "\u{E0041}", "\u{10FFFF}",
    ]
  ) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &random) { text.append(alphabet.randomElement(using: &random)!) }
    return String(text)
  }

  @Test func tooManyCodesAreCountedTogether() throws {
    let count = LearnedErrors.codeLimit + 2_500
    let log = (0..<count).map { exchange("/x", 400, flat("code_\($0)")) }.joined() + exchange("/x", 400, flat("code_1"))
    let learned = try ErrataDraftTests.learned(log.utf8)
    #expect(learned.errorCount == count + 1)
    #expect(learned.droppedCount == 2_500)
    let draft = try #require(CatalogueDraft(learned))
    #expect(draft.codeCount == LearnedErrors.codeLimit)
    let yaml = draft.yaml(from: "x")
    #expect(yaml.contains("#   2500 errors beyond the limit of 10000 codes\n"))
    #expect(try catalogue(yaml).surfaces[0].errors[0].code == "code_1")
  }

  @Test func tooManyPathsAndMembersAndShapes() throws {
    let log = (0..<3_000).map { number in
      let names = (0..<5).map { ("m\(number * 5 + $0)", JSONValue.number(1)) }
      let code = number % 10 == 0 ? "error" : "code"
      let members = [(code, JSONValue.string("bad")), ("message", .string("Bad"))] + names
      let body = JSONValue.object(
        number % 3 == 0 ? [("x\(number)", .null), ("errors", .array([.object(members)]))] : members)
      return exchange("/a\(number % 60)/b\(number)/c\(number % 7)/\(number)", 400, body)
    }.joined()
    let catalog = try catalogue(draft(log))
    // The code is in two members, of the body or of the items of a list.
    #expect(catalog.surfaces.count == 4)
    for surface in catalog.surfaces {
      #expect(surface.endpoints.count <= 50)
      #expect(surface.response.details.count <= 40)
    }
    // Every path still is at an endpoint.
    #expect(validation(of: log, with: catalog).summary.unmatched == 0)
  }

  @Test func brokenLinesAreCountedAndTheRestIsLearned() throws {
    var bytes = Array("\u{FEFF}".utf8) + Array(exchange("/x", 400, flat("first")).utf8)
    bytes += Array("{\n\n  \r\n[]\n17\n{\"code\":\"bad\"}\n\0\0\n".utf8) + [0x22, 0xFF, 0x22, 0x0A]
    bytes += Array("{\"path\":\"/x\",\"status\":\"400\",\"body\":{\"code\":\"\\uD800\"}}\n".utf8)
    bytes += Array(String(repeating: "[", count: 100_000).utf8) + [0x0A]
    bytes += Array(exchange("/x", 400, flat("last")).utf8).dropLast()
    let learned = try ErrataDraftTests.learned(bytes)
    #expect(learned.errorCount == 2 && learned.responseCount == 3 && learned.codelessCount == 1)
    #expect(learned.unreadableCount == 7)
    let draft = try #require(CatalogueDraft(learned))
    #expect(draft.yaml(from: "x").contains("#   7 unreadable lines or entries\n"))
  }

  @Test func aLineThatIsTooLongIsSkipped() throws {
    let long = [UInt8](repeating: UInt8(ascii: " "), count: 20 << 20)
    let learned = try ErrataDraftTests.learned(long + Array(("\n" + exchange("/x", 400, flat("bad"))).utf8))
    #expect(learned.unreadableCount == 1 && learned.errorCount == 1)
  }
}
