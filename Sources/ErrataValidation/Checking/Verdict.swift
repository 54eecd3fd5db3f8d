/// The result of checking a response, apart from its violations.
struct Verdict {
  enum Outcome {
    case checked
    /// A success without an error code, which is not checked.
    case success
    /// A response of a redirect surface that is not a redirect.
    case outside
  }

  /// The location of the code in the response, whether the catalogue has the code or not.
  enum CodeText {
    /// In a JSON body.
    case token(JSONToken)
    /// In the URL of a redirect: the range of the parameter, including its name.
    case parameter(Range<Int>)
  }

  var outcome = Outcome.checked
  /// The index of the surface that the response belongs to.
  var surface: Int
  /// The index of the code on the surface; nil if the response has no code or the catalogue does not have it.
  var code: Int?
  /// nil if the response has no code.
  var codeText: CodeText?

  init(surface: Int) {
    self.surface = surface
  }
}
