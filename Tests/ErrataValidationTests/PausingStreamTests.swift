import ErrataValidation
import Foundation
import TestSupport
import Testing

/// Streams that pause: their findings appear at once, and are the same as without pauses.
struct PausingStreamTests {
  /// Three blocks of parts, each with one of a hundred misspelt codes, so that suggestions are limited in each block.
  private static let codes = (0..<12_000).map { #"{"code":"sold_o\#($0 % 100)","message":"m"}"# }

  private static func stream(_ kind: InputKind) -> [UInt8] {
    let filler = String(repeating: " ", count: 200)
    let parts = codes.map { code in
      switch kind {
      case .exchanges: #"{"path":"/orders/1","status":409,"body":\#(code)}\#(filler)"#
      case .har:
        #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"\#(code.replacing("\"", with: "\\\""))"}}}\#(filler)"#
      case .body, .lines, .url: code + filler
      }
    }
    let text =
      kind == .har ? #"{"log":{"entries":["# + parts.joined(separator: ",\n") + "]}}" : parts.joined(separator: "\n")
    return Array(text.utf8)
  }

  /// The findings in `bytes`.
  /// - Parameter pauses: whether the stream pauses before a chunk, whose length it also chooses.
  private func findings(
    in bytes: [UInt8], as kind: InputKind, threads: Int, chunks: @escaping () -> (pauses: Bool, length: Int)
  ) throws -> [UInt8] {
    var rest = bytes[...]
    var next = chunks()
    let source = InputSource(
      name: "input", waitForInput: { _ in rest.isEmpty || !next.pauses },
      read: { output in
        let chunk = rest.prefix(min(next.length, output.freeCapacity))
        output.append(chunk)
        rest = rest.dropFirst(chunk.count)
        next = chunks()
      })
    var text: [UInt8] = []
    let options = ValidationOptions(format: .text, surface: kind == .lines ? "shop" : nil, threads: threads)
    let (summary, failure) = try validator().validate(source, as: kind, options) { findings, _ in text += findings.bytes
    }
    #expect(failure == nil && summary.checked == Self.codes.count)
    return text
  }

  @Test(arguments: [InputKind.lines, .exchanges, .har], [1, 3])
  func findingsDoNotDependOnPauses(_ kind: InputKind, _ threads: Int) throws {
    let bytes = Self.stream(kind)
    let whole = try findings(in: bytes, as: kind, threads: 1) { (false, .max) }
    let suggestions = String(decoding: whole, as: UTF8.self).components(separatedBy: "did you mean").count - 1
    #expect(suggestions > 3 * 64 && suggestions < Self.codes.count * 3 / 4)
    var random = SeededGenerator(seed: 17)
    let paused = try findings(in: bytes, as: kind, threads: threads) {
      (Bool.random(using: &random), Int.random(in: 1...100_000, using: &random))
    }
    #expect(paused == whole)
  }

  /// Before a stream that has paused is read again, the findings in all complete lines have been emitted.
  @Test func findingsAreEmittedBeforeTheStreamGoesOn() throws {
    let chunks = ["x", "x\nx\nx", "x", "\n"]
    var rest = chunks[...]
    var emitted = 0
    var counts: [Int] = []
    let source = InputSource(
      name: "input", waitForInput: { _ in false },
      read: { output in
        counts.append(emitted)
        if let chunk = rest.popFirst() { for byte in chunk.utf8 { output.append(byte) } }
      })
    let options = ValidationOptions(surface: "shop", threads: 2)
    _ = try validator().validate(source, as: .lines, options) { findings, _ in
      emitted += findings.bytes.count { $0 == 0x0A }
    }
    #expect(counts == [0, 0, 2, 2, 3] && emitted == 3)
  }
}

extension OutputSpan<UInt8> {
  fileprivate mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { append(byte) }
  }
}
