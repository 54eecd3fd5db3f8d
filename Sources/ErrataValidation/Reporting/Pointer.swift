extension Problem.Place {
  /// The JSON pointer (RFC 6901, section 3); nil for what is not in the body.
  func pointer(_ surface: CompiledSurface, _ body: Bytes) -> String? {
    switch self {
    case .answer: nil
    case .body: ""
    case .field(let field): "/" + pointerEscaped(surface.fieldNames[field])
    case .key(let token): "/" + pointerEscaped(token.string(body.slice.span))
    case .parameter(let name): "/" + pointerEscaped(name)
    }
  }
}

/// `name` as a step of a JSON pointer (RFC 6901, section 3).
func pointerEscaped(_ name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
  // Scalar by scalar: with a combining mark after it, `/` is part of another `Character`.
  return name.unicodeScalars.reduce(into: "") { step, scalar in
    switch scalar {
    case "~": step += "~0"
    case "/": step += "~1"
    default: step.unicodeScalars.append(scalar)
    }
  }
}
