import ErrataDiagnostics
import ErrataText

/// Translates a syntax error of libyaml into a diagnostic.
///
/// libyaml reports where it stopped, which is often a line after the mistake, and where the unfinished construct started. The
/// diagnostic shows both.
func syntaxDiagnostic(for problem: SyntaxProblem, in file: SourceFile) -> Diagnostic {
  if problem.isOutOfMemory {
    return Diagnostic(
      .tooLarge, "not enough memory to read this file", at: SourceLocation(file: file, start: .start))
  }
  if let (codePoint, offset) = problem.character {
    let position = file.position(ofByteAt: offset)
    return Diagnostic(
      .yamlSyntax,
      "the control character \(codePointName(codePoint)) is not allowed in YAML",
      at: SourceLocation(file: file, start: position),
      hint: "remove it, or write it as `\\x\(hexadecimal(codePoint, digits: 2))` in double quotes")
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
  let construct = ["while parsing ", "while scanning "].lazy
    .filter { context.hasPrefix($0) }.map { context.dropFirst($0.count) }.first
  return construct.map { "\($0) starts here" } ?? context
}

private func explain(
  _ message: String, context: String?, in file: SourceFile, at position: SourcePosition
) -> (message: String, hint: String?) {
  let line = Array((file.line(position.line) ?? "").unicodeScalars)
  let index = Int(position.column) - 1
  let character = line.indices.contains(index) ? line[index] : nil

  switch message {
  case "found character that cannot start any token":
    if character == "\t" { return ("tabs are not allowed for indentation", "indent with spaces") }
    let quoted = character.map { "`\($0)`" } ?? "this character"
    return ("unquoted text cannot begin with \(quoted)", "put the text in quotes")
  case "found a tab character where an indentation space is expected",
    "found a tab character that violates indentation":
    return ("tabs are not allowed for indentation", "indent with spaces")
  case "mapping values are not allowed in this context":
    return (
      "unexpected `: `",
      "put text that contains `: ` in quotes, or align the key with the keys around it"
    )
  case "could not find expected ':'":
    return (
      "expected `key: value`",
      "add `: ` after the key, or indent the line to continue the text above it"
    )
  case "did not find expected key":
    if context == "while parsing a flow mapping" { return ("expected a key", nil) }
    return (
      "expected a key that is aligned with the keys above",
      "align the line with the keys of its mapping, or check the closing quote of the text above it"
    )
  case "did not find expected '-' indicator":
    return ("expected `- ` before a list item", "begin each item with `- `, or indent the line under its item")
  case "found unexpected end of stream", "found unexpected document indicator":
    return ("unterminated quoted text", "add the closing quote, or escape a quote that is part of the text")
  case "found unknown escape character":
    return ("unknown escape sequence", "double the backslash, or use single quotes")
  case "did not find expected ',' or ']'":
    return (
      "expected `,` or `]`",
      "separate items with `,` and close the list with `]`; quote items that contain `: ` or `#`"
    )
  case "did not find expected ',' or '}'":
    return (
      "expected `,` or `}`",
      "separate entries with `,` and close the mapping with `}`; quote values that contain `,` or `: `"
    )
  case "did not find expected alphabetic or numeric character":
    return ("unquoted text cannot begin with `&` or `*`", "put the text in quotes")
  case "did not find expected <document start>":
    return ("unexpected text after the end of the document", "remove the text, or indent it under its key")
  default:
    return (message, nil)
  }
}
