import ErrataDiagnostics

/// Where an answer stands in an input.
struct Locus {
  /// The whole text that holds it: a line, an entry, a file.
  var text: ByteView
  /// The number of its first line in the input.
  var line: Int
  /// The number of its first column.
  var column = 1
}

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
    sourceJSON = Array(name.bytes)
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
    for problem in judge.problems {
      message.removeAll()
      writer.write(problem, suggestions: &suggestions, to: &message)
      // A transcoded body has no places that an editor would show.
      let start = judge.bodyStart.map { origin.sourceOffset($0 + problem.offset, in: locus.text) }
      let offset = start ?? origin.sourceOffset(0, in: locus.text)
      guard format == .json else {
        let end = start.map { _ in
          origin.sourceOffset(judge.bodyStart! + problem.offset + problem.length, in: locus.text)
        }
        writeDiagnostic(problem.rule, offset..<max(offset, end ?? offset), locus, to: &output)
        continue
      }
      beginJSON(problem.rule, to: &output)
      output.write(",\"surface\":")
      output.write(surface.keyJSON)
      output.write(",\"code\":")
      if verdict.namesCode {
        writer.writeCode(quoted: false, to: &output)
      } else {
        output.write("null")
      }
      output.write(",\"status\":")
      if let status = answer.status { output.write(status) } else { output.write("null") }
      writePlaceJSON(offset, locus, to: &output)
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
    guard format == .json else { return writeDiagnostic(rule, offset..<offset, locus, to: &output) }
    beginJSON(rule, to: &output)
    output.write(",\"surface\":null,\"code\":null,\"status\":null")
    writePlaceJSON(offset, locus, to: &output)
    output.write("null}\n")
  }

  // MARK: Formats

  private func beginJSON(_ rule: FindingRule, to output: inout TextBuffer) {
    output.write("{\"rule\":\"")
    output.write(rule.literalName)
    output.write("\",\"severity\":")
    output.write(rule.severity(strict: strict) == .error ? "\"error\"" : "\"warning\"")
    output.write(",\"message\":")
    output.writeJSON(message.bytes)
  }

  private func writePlaceJSON(_ offset: Int, _ locus: Locus, to output: inout TextBuffer) {
    let place = place(offset, locus)
    output.write(",\"source\":")
    output.write(sourceJSON)
    output.write(",\"line\":")
    output.write(place.line)
    output.write(",\"column\":")
    output.write(place.column)
    output.write(",\"pointer\":")
  }

  private func place(_ offset: Int, _ locus: Locus) -> (line: Int, column: Int) {
    let position = position(ofByteAt: offset, in: locus.text)
    let isFirst = position.line == 1
    // A byte order mark has no column.
    let mark = isFirst && locus.text.starts(with: [0xEF, 0xBB, 0xBF]) && offset > 0 ? 1 : 0
    return (locus.line + Int(position.line) - 1, Int(position.column) - mark + (isFirst ? locus.column - 1 : 0))
  }

  private func writeDiagnostic(
    _ rule: FindingRule, _ range: Range<Int>, _ locus: Locus, to output: inout TextBuffer
  ) {
    let start = place(range.lowerBound, locus)
    let end = place(range.upperBound, locus)
    func position(_ place: (line: Int, column: Int)) -> SourcePosition {
      SourcePosition(line: UInt32(clamping: place.line), column: UInt32(clamping: place.column))
    }
    let line = ExcerptLine(around: range.lowerBound, in: locus.text, column: start.column)
    if format == .text, !color, line.isPlain {
      return writePlainText(rule, line, start, end, to: &output)
    }
    let excerpt = SourceFile(
      path: source, line: Array(line.text), number: UInt32(clamping: start.line),
      firstColumn: UInt32(clamping: line.firstColumn))
    let diagnostic = Diagnostic(
      Rule(rule.name, rule.severity(strict: strict), ""), String(decoding: message.bytes, as: UTF8.self),
      at: SourceLocation(file: excerpt, start: position(start), end: position(end)))
    output.write(string: format.render(diagnostic, color: color))
  }
}
