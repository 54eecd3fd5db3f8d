/// The result of checking a response, apart from its violations.
struct Verdict {
  enum Outcome {
    case checked
    /// A success without an error code, which is not checked.
    case success
    /// A response of a redirect surface that is not a redirect.
    case outside
  }

  var outcome = Outcome.checked
  /// The index of the surface that the response belongs to.
  var surface: Int
  /// nil if the response names no code.
  var code: NamedCode?

  init(surface: Int) {
    self.surface = surface
  }
}
