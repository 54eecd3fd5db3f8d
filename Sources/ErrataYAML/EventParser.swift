import CErrataYAML
import ErrataDiagnostics

/// A parsing event of libyaml.
struct Event {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  /// A scalar's text or an alias's name; otherwise empty.
  let text: String
  /// Whether it is a plain scalar: neither quoted nor a block.
  let isPlain: Bool
  let hasTag: Bool
  /// The name after `&`.
  let anchor: String?
  let start: SourcePosition
  let end: SourcePosition
}

/// Why libyaml stopped parsing.
struct SyntaxProblem {
  let isOutOfMemory: Bool
  /// libyaml's description of the problem.
  let message: String
  let position: SourcePosition
  /// libyaml's description of what it was parsing, which started at `contextPosition`.
  let context: String?
  let contextPosition: SourcePosition
  /// The code point and byte offset of a character that YAML does not allow.
  let character: (codePoint: UInt32, offset: Int)?
}

// Unsafe: everything below uses the C parser, the bytes that it reads, and the strings that it returns. The bytes outlive the
// parser, which exists only while their closure runs; strings are copied before the next call.

/// The C parser with its lifetime tied to a Swift value.
@safe struct EventParser: ~Copyable {
  private let parser: OpaquePointer

  /// Calls `body` with a parser for `bytes`.
  /// - Returns: the result of `body`; nil if there is not enough memory for the parser.
  static func parse<Result>(_ bytes: ArraySlice<UInt8>, _ body: (inout EventParser) -> Result) -> Result? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let parser = unsafe errata_yaml_parser_create(bytes.baseAddress, bytes.count) else { return nil }
      var events = unsafe EventParser(parser: parser)
      return body(&events)
    }
  }

  private init(parser: OpaquePointer) { unsafe self.parser = parser }

  deinit { unsafe errata_yaml_parser_destroy(parser) }

  /// The next event; nil if there is a problem.
  mutating func next() -> Event? {
    var event = unsafe errata_yaml_event()
    return unsafe errata_yaml_parser_next(parser, &event) ? Event(event) : nil
  }

  /// The problem for which `next()` returned nil.
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
      default: preconditionFailure("unknown event kind from errata_yaml.h")
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
