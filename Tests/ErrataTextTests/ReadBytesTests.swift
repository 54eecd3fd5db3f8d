import ErrataText
import Testing

struct ReadBytesTests {
  private struct Stop: Error {}

  /// A function that appends the bytes of `text` to a buffer, at most `step` at a time.
  private func reader(_ text: String, step: Int) -> (inout OutputSpan<UInt8>) throws -> Void {
    var rest = Array(text.utf8)[...]
    return { output in
      let part = rest.prefix(min(step, output.freeCapacity))
      for byte in part { output.append(byte) }
      rest = rest.dropFirst(part.count)
    }
  }

  @Test(arguments: [1, 3, 100])
  func readsToTheLimitOrTheEnd(_ step: Int) throws {
    var bytes: [UInt8] = []
    let read = reader("abcdef", step: step)
    #expect(try bytes.append(upTo: 4, from: read) == false)
    #expect(bytes == Array("abcd".utf8))
    #expect(try bytes.append(upTo: 4, from: read) == false)
    #expect(try bytes.append(upTo: 100, from: read) == true)
    #expect(bytes == Array("abcdef".utf8))
  }

  @Test func keepsBytesReadBeforeAnError() {
    var bytes: [UInt8] = []
    var isFirst = true
    #expect(throws: Stop.self) {
      try bytes.append(upTo: 10) { output in
        if !isFirst { throw Stop() }
        isFirst = false
        output.append(7)
      }
    }
    #expect(bytes == [7])
  }
}
