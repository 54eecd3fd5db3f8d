import ErrataDiagnostics
import ErrataMustache
import ErrataText

/// What the first lines of a template say: the language that it writes, the name of its file, and that the result is generated.
struct TemplateHeader {
  private(set) var language: TemplateLanguage?
  private(set) var fileName: FileNamePattern?
  /// Where the template puts the mark.
  private(set) var form: MarkForm?
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile

  /// - Parameters:
  ///   - tags: those of `file`.
  ///   - form: where the template puts the mark; nil to see it from the template.
  init(_ file: SourceFile, _ tags: [Tag], markedAs form: MarkForm?) {
    self.file = file
    self.form = form
    readLanguage(tags.first)
    readFileName(tags.first { $0.kind == .comment && $0.text.hasPrefix("file:") })
    if form == nil { readMark(tags) }
  }

  private mutating func readLanguage(_ tag: Tag?) {
    let languages = TemplateLanguage.allCases.map(\.rawValue)
    guard let tag, tag.kind == .pragma, tag.range.lowerBound == 0 else {
      report(
        0..<0, "a template begins with the language that it writes",
        "write `{{% CONTENT_TYPE:KOTLIN}}` in its first line; there are \(languages.joined(separator: ", "))")
      return
    }
    let parts = tag.text.split(separator: ":", maxSplits: 1).map { singleLine(String($0)) }
    guard parts.count == 2, parts[0] == "CONTENT_TYPE" else {
      report(tag.range, "this is not how a language is named", "write `{{% CONTENT_TYPE:KOTLIN}}`")
      return
    }
    language = TemplateLanguage(exactly: parts[1])
    if language != nil { return }
    let hint = nearestName(to: parts[1], among: languages).map { "did you mean `\($0)`?" }
    report(
      tag.range, "there is no escaper for `\(parts[1])`",
      hint ?? "there are \(languages.joined(separator: ", ")); `JSON` fits the literals of many languages")
  }

  private mutating func readFileName(_ tag: Tag?) {
    let ownName = file.path.split(separator: "/").last.map(String.init) ?? ""
    let text =
      tag.map { singleLine(String($0.text.dropFirst("file:".count))) } ?? ownName.replacing(/\.mustache$/, with: "")
    switch FileNamePattern.read(text) {
    case .success(let pattern): fileName = pattern
    case .failure(let fault): report(tag?.range ?? 0..<0, fault.message, fault.hint)
    }
  }

  /// Files that are not known to be generated are never replaced, so a template without the mark would work once.
  private mutating func readMark(_ tags: [Tag]) {
    form = .template(writing: sample(tags, Array(file.bytes)))
    if form != nil { return }
    report(
      0..<0, "the template does not say that its result is generated",
      "write `{{generatedBy}}` in a comment, alone on a line before all other text, as in `// {{generatedBy}}`")
  }

  /// How the template's result begins, with a word for every tag that may become one.
  private func sample(_ tags: [Tag], _ bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var end = 0
    for tag in tags where sample.count < GeneratedMark.reach {
      sample += bytes[end..<tag.range.lowerBound]
      end = tag.range.upperBound
      switch (tag.kind, tag.text) {
      case (.comment, _), (.pragma, _):
        // Alone on a line, such a tag leaves no line behind.
        let isAtStart = sample.last.map { $0 == UInt8(ascii: "\n") } ?? true
        if isAtStart, end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
      case (.variable, "generatedBy"), (.unescapedVariable, "generatedBy"):
        sample += Array(GeneratedMark.text(name: "Name", version: "1.0.0").utf8)
      default: sample.append(UInt8(ascii: "x"))
      }
    }
    return sample + bytes[end...]
  }

  private mutating func report(_ range: Range<Int>, _ message: String, _ hint: String) {
    diagnostics.append(Diagnostic(.templateHeader, message, at: file.location(ofBytes: range), hint: hint))
  }
}
