import CErrataYAML
import ErrataDiagnostics

/// What libyaml finds in a text, piece by piece.
struct Event {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  /// A scalar's text, or an alias's name; otherwise empty.
  let text: String
  /// Whether it is a scalar without quotes, and not a block.
  let isPlain: Bool
  let hasTag: Bool
  /// The name after `&`.
  let anchor: String?
  let start: SourcePosition
  let end: SourcePosition
}

/// Why libyaml stopped.
struct SyntaxProblem {
  let isOutOfMemory: Bool
  /// What is wrong, in libyaml's words.
  let message: String
  let position: SourcePosition
  /// What libyaml was doing, in its words, and where that began.
  let context: String?
  let contextPosition: SourcePosition
  /// A character that YAML does not allow: its code point, and its offset in bytes.
  let character: (codePoint: UInt32, offset: Int)?
}

// Unsafe, all of what follows: the C parser, the bytes that it reads and the texts that it gives. The bytes outlive the parser,
// since it is only there while their closure runs; texts are copied before the next call.

/// The C parser with its lifetime tied to a Swift value.
@safe struct EventParser: ~Copyable {
  private let parser: OpaquePointer

  /// What `body` makes of the events in `bytes`; nil where there is no memory for the parser.
  static func parse<Result>(_ bytes: ArraySlice<UInt8>, _ body: (inout EventParser) -> Result) -> Result? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let parser = unsafe errata_yaml_parser_create(bytes.baseAddress, bytes.count) else { return nil }
      var events = unsafe EventParser(parser: parser)
      return body(&events)
    }
  }

  private init(parser: OpaquePointer) { unsafe self.parser = parser }

  deinit { unsafe errata_yaml_parser_destroy(parser) }

  /// The next event, or nil when there is a problem.
  mutating func next() -> Event? {
    var event = unsafe errata_yaml_event()
    return unsafe errata_yaml_parser_next(parser, &event) ? Event(event) : nil
  }

  /// What made `next` answer nil.
  var problem: SyntaxProblem { unsafe SyntaxProblem(errata_yaml_parser_problem(parser)) }
}

extension Event {
  fileprivate init(_ event: errata_yaml_event) {
    kind = unsafe Kind(event.kind)
    text = unsafe String(decoding: UnsafeBufferPointer(start: event.text, count: event.text_length), as: UTF8.self)
    isPlain = unsafe event.is_plain
    hasTag = unsafe event.tag != nil
    anchor = unsafe event.anchor.map { unsafe String(cString: $0) }
    start = unsafe SourcePosition(event.start)
    end = unsafe SourcePosition(event.end)
  }
}

extension Event.Kind {
  fileprivate init(_ kind: errata_yaml_event_kind) {
    self =
      switch kind {
      case ERRATA_YAML_STREAM_START: .streamStart
      case ERRATA_YAML_STREAM_END: .streamEnd
      case ERRATA_YAML_DOCUMENT_START: .documentStart
      case ERRATA_YAML_DOCUMENT_END: .documentEnd
      case ERRATA_YAML_ALIAS: .alias
      case ERRATA_YAML_SCALAR: .scalar
      case ERRATA_YAML_SEQUENCE_START: .sequenceStart
      case ERRATA_YAML_SEQUENCE_END: .sequenceEnd
      case ERRATA_YAML_MAPPING_START: .mappingStart
      case ERRATA_YAML_MAPPING_END: .mappingEnd
      default: preconditionFailure("errata_yaml.h has an event that is not known here")
      }
  }
}

extension SyntaxProblem {
  fileprivate init(_ problem: errata_yaml_problem) {
    isOutOfMemory = unsafe problem.out_of_memory
    message = unsafe String(cString: problem.message)
    position = unsafe SourcePosition(problem.mark)
    context = unsafe problem.context.map { unsafe String(cString: $0) }
    contextPosition = unsafe SourcePosition(problem.context_mark)
    character = unsafe problem.character < 0 ? nil : (UInt32(problem.character), problem.offset)
  }
}

extension SourcePosition {
  fileprivate init(_ mark: errata_yaml_mark) {
    self.init(line: UInt32(clamping: mark.line + 1), column: UInt32(clamping: mark.column + 1))
  }
}
