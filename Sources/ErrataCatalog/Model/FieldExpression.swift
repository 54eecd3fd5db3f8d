/// The compiled `pattern` of a field; nil if it isn't a regular expression.
///
/// Patterns are ECMA-262 regular expressions, limited to the syntax that all dialects share. As in JSON Schema, they match
/// anywhere in the text and by Unicode scalar, not by grapheme cluster. `\d`, `\w` and `\s` match ASCII only.
package func fieldExpression(of pattern: String) -> Regex<AnyRegexOutput>? {
  try? Regex(pattern).matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
    .asciiOnlyWhitespace()
}
