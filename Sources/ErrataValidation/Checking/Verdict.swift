/// What a response turned out to be, beside its violations.
struct Verdict {
  enum Outcome {
    case checked
    /// A success that names no error: there is nothing to check.
    case success
    /// Neither JSON nor a redirect, where a redirect was expected.
    case outside
  }

  /// The code as the response has it, known or not.
  enum CodeText {
    /// In a JSON body.
    case token(JSONToken)
    /// The value of a parameter, where that is in the URL, with its name.
    case parameter(Range<Int>)
  }

  var outcome = Outcome.checked
  /// The index of the surface whose error it is.
  var surface: Int
  /// The code's index on the surface; nil where there is none, or the catalogue does not have it.
  var code: Int?
  /// nil where the response names none.
  var codeText: CodeText?

  init(surface: Int) {
    self.surface = surface
  }
}
