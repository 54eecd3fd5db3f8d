/// The format of an input.
public enum InputKind: String, Sendable, CaseIterable {
  /// One body.
  case body
  /// One body per line.
  case lines
  /// One exchange per line: `{"path": …, "status": …, "headers": {…}, "body": string or object}`.
  case exchanges
  /// A recording made by a browser or a proxy (HTTP Archive 1.2).
  case har
  /// The URL of a redirect.
  case url
}
