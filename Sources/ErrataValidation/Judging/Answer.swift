typealias ByteView = UnsafeBufferPointer<UInt8>

/// One answer of an API as an input gives it to the judge: views of bytes that somebody else keeps.
struct Answer {
  /// The headers that mean something for errors. Names are compared without regard to case.
  struct Headers {
    var contentType: ByteView?
    var cacheControl: ByteView?
    var wwwAuthenticate: ByteView?
    var retryAfter: ByteView?
    var location: ByteView?
  }

  /// The surface that the user or the path says.
  var surface: Int
  /// The path without its query; nil where it is not known.
  var path: ByteView?
  /// nil where it is not known.
  var status: Int?
  /// nil where nothing is known of the headers.
  var headers: Headers?
  /// What a JSON surface answered; nil for nothing.
  var body: ByteView?
  /// The URL of a redirect.
  var redirect: ByteView?
  /// Whether whoever brings the answer says that it is an error. Of a recording, only what is an error is judged.
  var isKnownAsError = true

  init(surface: Int) {
    self.surface = surface
  }
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
