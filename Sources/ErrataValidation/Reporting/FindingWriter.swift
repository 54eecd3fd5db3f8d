import ErrataDiagnostics
import ErrataText

/// Where an answer stands in an input.
struct Locus {
  /// The whole text that holds it: a line, an entry, a file.
  var text: Bytes
  /// The number of its first line in the input.
  var line: Int
  /// The number of its first column.
  var column = 1
}

/// A line and a column of an input, both from one.
typealias Place = (line: Int, column: Int)

/// Writes findings in the format that was asked for.
struct FindingWriter: ~Copyable {
  let source: String
  let format: DiagnosticFormat
  let color: Bool
  let strict: Bool
  private let sourceJSON: [UInt8]
  /// The source without what a terminal would obey.
  let shownSource: String
  private(set) var message = TextBuffer()
  private var suggestions = Suggestions()

  init(source: String, format: DiagnosticFormat, color: Bool, strict: Bool) {
    self.source = source
    self.format = format
    self.color = color
    self.strict = strict
    shownSource = visible(source)
    var name = TextBuffer()
    name.writeJSON(source)
    sourceJSON = name.bytes
  }

  /// Begins a part of the input whose findings do not depend on the parts before.
  mutating func beginPart() { suggestions.beginPart() }

  /// Writes what `judge` found in `answer`.
  mutating func write(
    _ judge: borrowing Judge, _ verdict: Verdict, _ answer: Answer, at locus: Locus, _ origin: BodyOrigin,
    to output: inout TextBuffer
  ) {
    let writer = MessageWriter(judge, verdict, answer)
    let surface = judge.catalog.surfaces[verdict.surface]
    let source = locus.text.slice.span
    // Problems come in the order of the body, so both count each byte of a long line once.
    var places = SourcePlaces(origin)
    var positions = PositionCounter()
    for problem in judge.problems {
      message.removeAll()
      writer.write(problem, suggestions: &suggestions, to: &message)
      // A transcoded body has no places that an editor would show.
      let start = judge.bodyStart.map { $0 + problem.offset }
      let offset = places.place(ofByteAt: start ?? 0, in: source)
      guard format == .json else {
        // From copies: the next problem may begin before the end of this one.
        var (placesToEnd, positionsToEnd) = (places, positions)
        let end = start.map { placesToEnd.place(ofByteAt: $0 + problem.length, in: source) } ?? offset
        let place = place(offset, locus, &positions)
        let endPlace = self.place(max(offset, end), locus, &positionsToEnd)
        writeDiagnostic(problem.rule, offset, place, endPlace, locus, to: &output)
        continue
      }
      beginJSON(problem.rule, to: &output)
      output.write(",\"surface\":")
      output.write(surface.keyJSON)
      output.write(",\"code\":")
      if verdict.namesCode {
        writer.writeCodeJSON(to: &output)
      } else {
        output.write("null")
      }
      output.write(",\"status\":")
      if let status = answer.status { output.write(status) } else { output.write("null") }
      writePlaceJSON(place(offset, locus, &positions), to: &output)
      if case .field(let field) = problem.place {
        output.write(surface.pointersJSON[field])
      } else if let pointer = problem.place.pointer(surface, judge.body) {
        output.writeJSON(pointer)
      } else {
        output.write("null")
      }
      output.write("}\n")
    }
  }

  /// Writes that something could not be read.
  mutating func write(
    _ rule: FindingRule, _ reason: String, at offset: Int, _ locus: Locus, to output: inout TextBuffer
  ) {
    message.removeAll()
    message.write(string: reason)
    var positions = PositionCounter()
    let place = place(offset, locus, &positions)
    guard format == .json else { return writeDiagnostic(rule, offset, place, place, locus, to: &output) }
    beginJSON(rule, to: &output)
    output.write(",\"surface\":null,\"code\":null,\"status\":null")
    writePlaceJSON(place, to: &output)
    output.write("null}\n")
  }

  // MARK: Formats

  private func beginJSON(_ rule: FindingRule, to output: inout TextBuffer) {
    output.write("{\"rule\":\"")
    output.write(rule.literalName)
    output.write("\",\"severity\":")
    output.write(rule.severity(strict: strict) == .error ? "\"error\"" : "\"warning\"")
    output.write(",\"message\":")
    output.writeJSON(message.bytes.span)
  }

  private func writePlaceJSON(_ place: Place, to output: inout TextBuffer) {
    output.write(",\"source\":")
    output.write(sourceJSON)
    output.write(",\"line\":")
    output.write(place.line)
    output.write(",\"column\":")
    output.write(place.column)
    output.write(",\"pointer\":")
  }

  private func place(_ offset: Int, _ locus: Locus, _ positions: inout PositionCounter) -> Place {
    let (line, column) = positions.position(ofByteAt: offset, in: locus.text.slice.span)
    return (locus.line + line - 1, column + (line == 1 ? locus.column - 1 : 0))
  }

  private func writeDiagnostic(
    _ rule: FindingRule, _ offset: Int, _ start: Place, _ end: Place, _ locus: Locus, to output: inout TextBuffer
  ) {
    func position(_ place: Place) -> SourcePosition {
      SourcePosition(line: UInt32(clamping: place.line), column: UInt32(clamping: place.column))
    }
    let line = ExcerptLine(around: offset, in: locus.text, column: start.column)
    if format == .text, !color, line.isPlain {
      return writePlainText(rule, line, start, end, to: &output)
    }
    let excerpt = SourceFile(
      path: source, line: Array(line.text.slice), number: UInt32(clamping: start.line),
      firstColumn: UInt32(clamping: line.firstColumn))
    let diagnostic = Diagnostic(
      rule.rule(strict: strict), String(decoding: message.bytes, as: UTF8.self),
      at: SourceLocation(file: excerpt, start: position(start), end: position(end)))
    output.write(string: format.render(diagnostic, color: color))
  }
}
