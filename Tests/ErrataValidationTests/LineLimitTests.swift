@testable import struct ErrataValidation.InputPart

import ErrataText
import ErrataValidation
import Testing

/// Lines that end at, before and after the batch size and the line limit. The findings do not depend on the chunks.
struct LineLimitTests {
  private static let sizes = [64 << 10, 1 << 20, 2 << 20, 4 << 20, 8 << 20].flatMap { [$0 - 1, $0, $0 + 1] }
  private static let wrong = #"{"code":"sold_ot","message":"m"}"#

  /// A log of lines with the given sizes, each followed by a short line, and its expected findings.
  private func log(_ sizes: [Int], end: String = "\n") -> (bytes: [UInt8], findings: [String]) {
    var bytes: [UInt8] = []
    var findings: [String] = []
    for (index, size) in sizes.enumerated() {
      bytes += [UInt8](repeating: UInt8(ascii: "a"), count: size)
      bytes += Array("\n\(Self.wrong)\n".utf8)
      let rule = size > InputPart.sizeLimit ? "too-large" : "not-json"
      findings += ["\(rule) \(2 * index + 1):1", "unknown-code \(2 * index + 2):9"]
    }
    bytes.removeLast()
    return (bytes + Array(end.utf8), findings)
  }

  private func findings(in bytes: [UInt8], chunkSize: Int, threads: Int) throws -> [String] {
    var rest = bytes[...]
    let source = InputSource(name: "log") { output in
      let chunk = rest.prefix(min(chunkSize, output.freeCapacity))
      output.append(contentsOf: chunk)
      rest = rest.dropFirst(chunk.count)
    }
    var text: [UInt8] = []
    let options = ValidationOptions(format: .json, surface: "shop", threads: threads)
    let (_, failure) = try validator().validate(source, as: .lines, options) { findings, _ in text += findings.bytes }
    #expect(failure == nil)
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      func value(_ key: String) -> Substring {
        line[line.firstRange(of: "\"\(key)\":")!.upperBound...].prefix { $0 != "," && $0 != "}" }
      }
      return "\(value("rule").filter { $0 != "\"" }) \(value("line")):\(value("column"))"
    }
  }

  @Test(arguments: [
    sizes, sizes.reversed(), [2_100_000, 3_000_000], [(1 << 20) - wrong.utf8.count - 1, 3 << 20, 8 << 20, 8 << 20],
  ])
  func linesOfAnyLength(_ sizes: [Int]) throws {
    let log = log(sizes)
    for (chunkSize, threads) in [(Int.max, 1), (65_521, 5), (1_000_003, 2)] {
      let findings = try findings(in: log.bytes, chunkSize: chunkSize, threads: threads)
      #expect(findings == log.findings, "read in chunks of \(chunkSize) on \(threads) threads")
    }
  }

  @Test(arguments: [1 << 20, 8 << 20].flatMap { [$0 - 1, $0, $0 + 1] })
  func theLastLineEndsWithOrWithoutALineFeed(_ size: Int) throws {
    for end in ["", "\n", "\r\n"] {
      let bytes = Array("\(Self.wrong)\n".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: size) + Array(end.utf8)
      // A carriage return before the line feed belongs to the line.
      let isTooLong = size + (end == "\r\n" ? 1 : 0) > InputPart.sizeLimit
      let expected = ["unknown-code 1:9", isTooLong ? "too-large 2:1" : "not-json 2:1"]
      #expect(try findings(in: bytes, chunkSize: 65_521, threads: 2) == expected, "ends with \(end.debugDescription)")
    }
  }
}

extension OutputSpan<UInt8> {
  /// Appends all of `bytes` at once. Without optimization, one after the other takes most of the tests' time.
  fileprivate mutating func append(contentsOf bytes: ArraySlice<UInt8>) {
    // Unsafe: `initialize` stops the program if there is no room for the bytes, and `count` is updated accordingly.
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      let room = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
      count += unsafe room.initialize(fromContentsOf: bytes)
    }
  }
}
