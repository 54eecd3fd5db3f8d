/// The `pattern` of a field, compiled; nil where it is no regular expression.
///
/// Patterns are regular expressions of ECMA-262, of which catalogues may use what all dialects share. As JSON Schema has it,
/// they match somewhere in the text, character by character and not by grapheme cluster, and `\d`, `\w` and `\s` mean ASCII.
package func fieldExpression(of pattern: String) -> Regex<AnyRegexOutput>? {
  try? Regex(pattern).matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
    .asciiOnlyWhitespace()
}
