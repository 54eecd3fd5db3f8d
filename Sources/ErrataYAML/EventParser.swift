import CErrataYAML
import ErrataDiagnostics

/// The C parser with its lifetime tied to a Swift value. The bytes must outlive it.
struct EventParser: ~Copyable {
  private let parser: OpaquePointer

  /// nil when there is no memory for it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parser = errata_yaml_parser_create(bytes.baseAddress, bytes.count) else { return nil }
    self.parser = parser
  }

  deinit { errata_yaml_parser_destroy(parser) }

  /// The next event, or nil when there is a problem. The event is good until the next call.
  mutating func next() -> errata_yaml_event? {
    var event = errata_yaml_event()
    return errata_yaml_parser_next(parser, &event) ? event : nil
  }

  var problem: errata_yaml_problem { errata_yaml_parser_problem(parser) }
}

extension SourcePosition {
  init(_ mark: errata_yaml_mark) {
    self.init(line: UInt32(clamping: mark.line + 1), column: UInt32(clamping: mark.column + 1))
  }
}
