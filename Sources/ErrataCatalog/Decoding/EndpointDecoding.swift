import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Decodes endpoints: `/info`, or `POST /orders/*`.
extension CatalogDecoder {
  /// The endpoints of a surface. Instead of a malformed one it has what was probably meant, so that the endpoints of errors can be
  /// compared with it.
  mutating func surfaceEndpoints(_ node: Node?) -> [Endpoint] {
    list(node, "`endpoints`", ifEmpty: "list the paths, as in `[/orders/*]`") { $0.endpoint($1)?.endpoint }
  }

  /// The endpoints that an error is limited to, without malformed ones.
  mutating func errorEndpoints(_ node: Node?) -> [Endpoint] {
    list(node, "`endpoints`", ifEmpty: "remove `endpoints` if the code can occur at all of them") {
      $0.endpoint($1).flatMap { $0.problem == nil ? $0.endpoint : nil }
    }
  }

  /// Reads an endpoint and reports what is wrong with it.
  private mutating func endpoint(_ node: Node) -> WrittenEndpoint.Reading? {
    guard let text = nodes.text(node, "an endpoint") else { return nil }
    let reading = WrittenEndpoint(text).reading
    if let problem = reading.problem {
      nodes.report(.invalidName, problem.message, at: node.range, hint: problem.hint)
    }
    return reading
  }
}

/// The parts of a text that should be an endpoint.
private struct WrittenEndpoint {
  typealias Problem = (message: String, hint: String)
  /// The endpoint, or what was probably meant, and what is wrong with the text; no endpoint if nothing is likely.
  typealias Reading = (endpoint: Endpoint?, problem: Problem?)

  private let text: String
  /// What precedes the path; empty if it is only a path.
  private let method: Substring
  /// The white space between the method and the path.
  private let space: Substring
  /// From the first slash at the beginning or after white space; nil without one.
  private let path: Substring?

  init(_ text: String) {
    // Bytes, not characters: a slash with a combining mark after it is still a slash.
    let bytes = text.utf8
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "/") && (index == bytes.startIndex || isBlank(bytes[bytes.index(before: index)]))
    }
    let beforePath = bytes[..<(start ?? bytes.endIndex)]
    let methodEnd = beforePath.lastIndex { !isBlank($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    self.text = text
    method = Substring(beforePath[..<methodEnd])
    space = Substring(beforePath[methodEnd...])
    path = start.map { text[$0...] }
  }

  var reading: Reading {
    guard let path else { return (nil, pathProblem) }
    let pattern = EndpointPattern(String(path))
    if method.isEmpty { return space.isEmpty ? (Endpoint(path: pattern), nil) : (Endpoint(path: pattern), pathProblem) }
    let methods = method.split { " \t,|/&+".contains($0) }
    if methods.count > 1, methods.allSatisfy({ isRegistered($0) }) {
      let several = methods.prefix(3).map { "`\($0.uppercased()) \(path)`" }.joined(separator: ", ")
      return (
        nil, ("an endpoint has at most one method, found `\(method)`", "write an endpoint for each method: \(several)")
      )
    }
    guard isHTTPToken(method.utf8), method.utf8.contains(where: isLetter) else {
      return (
        nil,
        ("`\(method)` is not an HTTP method", "write a method before the path, as in `POST \(path)`, or only the path")
      )
    }
    let endpoint = Endpoint(method: method.uppercased(), path: pattern)
    if endpoint.method != String(method) {
      return (endpoint, ("the method `\(method)` is not in capitals", "did you mean `\(endpoint)`?"))
    }
    if space != " " {
      return (endpoint, ("expected one space between the method and the path", "did you mean `\(endpoint)`?"))
    }
    return (endpoint, nil)
  }

  /// What is wrong with a text that does not have a path, or does not begin with it.
  private var pathProblem: Problem {
    let first = text.split { $0 == " " || $0 == "\t" }.first ?? ""
    if isRegistered(first) {
      return ("the endpoint `\(text)` has no absolute path", "write the path after the method, as in `GET /orders/*`")
    }
    return ("the endpoint `\(text)` does not begin with `/`", "write an absolute path, as in `/orders/*`")
  }

  /// Whether `word` is a common method, in capitals or not (RFC 9110, section 9.3, and RFC 5789).
  private func isRegistered(_ word: Substring) -> Bool {
    ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"].contains(word.uppercased())
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (65...90).contains(byte) || (97...122).contains(byte)
}
