import ErrataDiagnostics
import ErrataText

/// libyaml's account of a syntax error, said to a person.
///
/// libyaml names the place where it could not go on, which is often a line after the mistake, and the place where the
/// unfinished thing began: both are shown.
func syntaxDiagnostic(for problem: SyntaxProblem, in file: SourceFile) -> Diagnostic {
  if problem.isOutOfMemory {
    return Diagnostic(
      .tooLarge, "there is not enough memory to read this file", at: SourceLocation(file: file, start: .start))
  }
  if let (codePoint, offset) = problem.character {
    let position = file.position(ofByteAt: offset)
    let hex = String(codePoint, radix: 16, uppercase: true)
    return Diagnostic(
      .yamlSyntax,
      "the control character \(codePointName(codePoint)) cannot stand in YAML",
      at: SourceLocation(file: file, start: position),
      hint: "remove it; if the text needs it, write it in double quotes as \\x\(hex.count == 1 ? "0" : "")\(hex)")
  }

  let (context, position, contextPosition) = (problem.context, problem.position, problem.contextPosition)
  let explanation = explain(problem.message, context: context, in: file, at: position)
  let hasContext = context != nil && contextPosition != position
  return Diagnostic(
    .yamlSyntax, explanation.message, at: SourceLocation(file: file, start: position),
    related: hasContext
      ? [.init(contextNote(context ?? ""), at: SourceLocation(file: file, start: contextPosition))] : [],
    hint: explanation.hint)
}

private func contextNote(_ context: String) -> String {
  let started = ["while parsing ", "while scanning "].lazy
    .filter { context.hasPrefix($0) }.map { context.dropFirst($0.count) }.first
  return started.map { "this is where \($0) began" } ?? context
}

private func explain(
  _ message: String, context: String?, in file: SourceFile, at position: SourcePosition
) -> (message: String, hint: String?) {
  let line = Array((file.line(position.line) ?? "").unicodeScalars)
  let index = Int(position.column) - 1
  let character = line.indices.contains(index) ? line[index] : nil

  switch message {
  case "found character that cannot start any token":
    if character == "\t" { return ("a tab cannot indent YAML", "indent with spaces") }
    let quoted = character.map { "`\($0)`" } ?? "this character"
    return ("\(quoted) cannot begin a text without quotes", "put the text in quotes")
  case "found a tab character where an indentation space is expected",
    "found a tab character that violates indentation":
    return ("a tab cannot indent YAML", "indent with spaces")
  case "mapping values are not allowed in this context":
    return (
      "`: ` is not allowed here",
      "if it is part of a text, put the text in quotes; if it ends a key, align the key with its neighbours"
    )
  case "could not find expected ':'":
    return (
      "this line is neither `key: value` nor part of a text",
      "put `: ` after the key, or indent the line under its text"
    )
  case "did not find expected key":
    if context == "while parsing a flow mapping" { return ("a key is missing before this", nil) }
    return (
      "this line does not fit in with the lines above it",
      "align it with the keys beside it; if a text in quotes ends here, check its closing quote"
    )
  case "did not find expected '-' indicator":
    return ("this list goes on without a `-`", "begin each entry with `- `, or indent this line under its entry")
  case "found unexpected end of stream", "found unexpected document indicator":
    return ("the quotes opened above are never closed", "close them, or double a quote that belongs to the text")
  case "found unknown escape character":
    return ("this backslash begins no escape that YAML knows", "double the backslash, or use single quotes")
  case "did not find expected ',' or ']'":
    return (
      "the list in `[ ]` is not closed",
      "put `,` between entries and `]` at the end; quote entries that hold `: ` or `#`"
    )
  case "did not find expected ',' or '}'":
    return (
      "the mapping in `{ }` is not closed",
      "put `,` between entries and `}` at the end; quote values that hold `,` or `: `"
    )
  case "did not find expected alphabetic or numeric character":
    return ("`&` and `*` at the start of a text mean anchors and aliases", "put the text in quotes")
  case "did not find expected <document start>":
    return ("there is text after the end of the document", "remove it, or indent it where it belongs")
  default:
    return (message, nil)
  }
}
