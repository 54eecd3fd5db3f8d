/// The JSON pointer (RFC 6901, section 3) to the member `name` of an object.
func jsonPointer(to name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return "/" + name }
  // Scalar by scalar: with a combining mark after it, `/` is part of another `Character`.
  return name.unicodeScalars.reduce(into: "/") { pointer, scalar in
    switch scalar {
    case "~": pointer += "~0"
    case "/": pointer += "~1"
    default: pointer.unicodeScalars.append(scalar)
    }
  }
}
