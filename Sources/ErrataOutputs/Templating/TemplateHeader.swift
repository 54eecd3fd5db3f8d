import ErrataDiagnostics
import ErrataMustache
import ErrataText

/// The header of a template: its language, the name of its file, and the mark of a generated file.
struct TemplateHeader {
  private(set) var language: TemplateLanguage?
  private(set) var fileName: FileNamePattern?
  /// The position of the mark in the output.
  private(set) var form: MarkForm?
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile

  /// - Parameters:
  ///   - tags: the tags of `file`.
  ///   - form: the position of the mark in its output; nil to infer it from the template.
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
        0..<0, "missing language in the first line of the template",
        "add `{{% CONTENT_TYPE:KOTLIN}}`; the languages are \(languages.joined(separator: ", "))")
      return
    }
    let parts = tag.text.split(separator: ":", maxSplits: 1).map { singleLine(String($0)) }
    guard parts.count == 2, parts[0] == "CONTENT_TYPE" else {
      report(tag.range, "invalid language declaration", "write `{{% CONTENT_TYPE:KOTLIN}}`")
      return
    }
    language = TemplateLanguage(exactly: parts[1])
    if language != nil { return }
    let hint = suggestion(for: parts[1], among: languages)
    report(
      tag.range, "unknown language `\(parts[1])`",
      hint ?? "the languages are \(languages.joined(separator: ", ")); `JSON` fits the literals of many others")
  }

  private mutating func readFileName(_ tag: Tag?) {
    let ownName = file.path.split(separator: "/").last.map(String.init) ?? ""
    let text =
      tag.map { singleLine(String($0.text.dropFirst("file:".count))) } ?? ownName.replacing(/\.mustache$/, with: "")
    switch FileNamePattern.read(text) {
    case .success(let pattern): fileName = pattern
    case .failure(let error): report(tag?.range ?? 0..<0, error.message, error.hint)
    }
  }

  /// Files without the mark are never replaced, so a template without it would only work once.
  private mutating func readMark(_ tags: [Tag]) {
    form = .template(writing: sample(tags, Array(file.bytes)))
    if form != nil { return }
    report(
      0..<0, "missing `{{generatedBy}}` at the start of the template",
      "add it in a comment, alone on a line before all other text: `// {{generatedBy}}`")
  }

  /// The start of the template's output, with a letter in place of every tag.
  private func sample(_ tags: [Tag], _ bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var end = 0
    for tag in tags where sample.count < GeneratedMark.searchLimit {
      sample += bytes[end..<tag.range.lowerBound]
      end = tag.range.upperBound
      switch (tag.kind, tag.text) {
      case (.comment, _), (.pragma, _):
        // A line with only such a tag is removed.
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
