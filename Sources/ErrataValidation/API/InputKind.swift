/// How responses are kept in an input.
public enum InputKind: String, Sendable, CaseIterable {
  /// One body.
  case body
  /// A body a line.
  case lines
  /// An exchange a line: `{"path": …, "status": …, "headers": {…}, "body": text or object}`.
  case exchanges
  /// A recording of a browser or a proxy (HTTP Archive 1.2).
  case har
  /// The URL of a redirect.
  case url
}
