/// One answer of an API as an input gives it to the judge.
struct Answer {
  /// The surface that the user or the path says.
  var surface: Int
  /// Whether the request was one of HEAD: then no response to it has a body (RFC 9110, section 9.3.2).
  var isToHEAD = false
  /// The path without its query; nil where it is not known.
  var path: Bytes?
  /// nil where it is not known.
  var status: Int?
  /// nil where nothing is known of the headers.
  var headers: AnswerHeaders?
  /// What a JSON surface answered; nil for nothing.
  var body: Bytes?
  /// The URL of a redirect.
  var redirect: Bytes?
  /// Whether whoever brings the answer says that it is an error. Of a recording, only what is an error is judged.
  var isKnownAsError = true

  init(surface: Int) {
    self.surface = surface
  }

  /// Whether HTTP allows the response no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5).
  var canHaveNoBody: Bool { isToHEAD || status == 204 || status == 304 }
}

/// What the judge says of an answer, beside the problems.
struct Verdict {
  enum Outcome {
    case judged
    /// An answer of success that names no error: nothing to judge.
    case success
    /// An answer that is none of JSON's and no redirect, where one of these was expected.
    case outside
  }

  var outcome = Outcome.judged
  /// The surface whose error it is.
  var surface: Int
  /// Its code's index on the surface; nil where there is none, or the catalogue does not have it.
  var code: Int?
  /// Whether it names one, known or not.
  var namesCode = false
  /// Where the code stands in a JSON body.
  var codeToken: JSONToken?
}
