/// The name of a change: whose it is, and in the last part what happened.
///
/// Keys of categories, surfaces and fields are in snake_case. A code or an endpoint can contain `/`, but it is between the first
/// and the last one of its fingerprint.
struct Fingerprint: CustomStringConvertible {
  /// The fingerprint as text.
  let description: String
  /// The key of the surface; nil for the catalogue and its categories.
  let surface: String?
  /// The code; nil for other parts.
  let code: String?

  private init(_ description: String, surface: String? = nil, code: String? = nil) {
    self.description = description
    self.surface = surface
    self.code = code
  }

  /// `catalogue/base-changed`.
  static func catalogue(_ what: String) -> Self { Self("catalogue/\(what)") }

  /// `category:stock/removed`.
  static func category(_ key: String, _ what: String) -> Self { Self("category:\(key)/\(what)") }

  /// `surface:csc/carrier-changed`.
  static func surface(_ key: String, _ what: String) -> Self { Self("surface:\(key)/\(what)", surface: key) }

  /// `endpoint:csc//info/removed`.
  static func endpoint(_ endpoint: String, on surface: String, _ what: String) -> Self {
    Self("endpoint:\(surface)/\(endpoint)/\(what)", surface: surface)
  }

  /// `status:csc/5xx/retry-removed`.
  static func status(_ key: String, on surface: String, _ what: String) -> Self {
    Self("status:\(surface)/\(key)/\(what)", surface: surface)
  }

  /// `field:csc/reference/moved`, and `detail:csc/trace/moved` for a detail.
  static func field(_ key: String, isDetail: Bool, on surface: String, _ what: String) -> Self {
    Self("\(isDetail ? "detail" : "field"):\(surface)/\(key)/\(what)", surface: surface)
  }

  /// `csc/invalid_sad/removed`.
  static func code(_ code: String, on surface: String, _ what: String) -> Self {
    Self("\(surface)/\(code)/\(what)", surface: surface, code: code)
  }
}
