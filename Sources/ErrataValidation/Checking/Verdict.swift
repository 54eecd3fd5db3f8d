/// The result of checking a response, apart from its violations.
struct Verdict {
  enum Outcome {
    case checked
    /// A success without an error code, which is not checked.
    case success
    /// An error at an endpoint of a redirect surface that is not a redirect.
    case notRedirect
  }

  var outcome = Outcome.checked
  /// The index of the surface that the response belongs to.
  var surface: Int
  /// The index of the endpoint on that surface; nil if the path is unknown or at none of them.
  var endpoint: Int?
  /// nil if the response names no code.
  var code: NamedCode?

  init(surface: Int) {
    self.surface = surface
  }
}
