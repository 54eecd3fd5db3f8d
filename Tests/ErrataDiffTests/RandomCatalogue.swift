import ErrataCatalog
import TestSupport
import Testing

/// A random catalogue without errors, which can be changed and written as YAML.
struct RandomCatalogue {
  struct Part {
    var key: String
    /// The YAML values by key. Those without one are omitted.
    var values: [String: String]
  }

  struct Surface {
    var key: String
    var values: [String: String]
    var endpoints: [String]
    var response: [String: String]
    var fields: [Part]
    var errors: [Part]
    var retired: [Part]
  }

  var values: [String: String]
  var categories: [Part]
  var surfaces: [Surface]

  static let recoveries = ["correct_request", "authenticate", "request_access", "restart_flow", "contact_support"]

  init(using generator: inout SeededGenerator) {
    func maybe(_ text: String) -> String? { Bool.random(using: &generator) ? text : nil }
    func recovery() -> String? {
      maybe(Bool.random(using: &generator) ? "retry_later" : Self.recoveries.randomElement(using: &generator)!)
    }
    values = ["errata": "1", "name": "Random", "title": "Random API", "version": "2.0.0"]
    values["base"] = maybe("/v2")
    values["description"] = maybe("An API")
    values["support"] = maybe("Ask us")
    values["documentation"] = maybe("https://random.example/errors")
    let categories = (0..<Int.random(in: 1...3, using: &generator)).map { index in
      var category = Part(key: "category_\(index)", values: ["title": "Category \(index)"])
      category.values["recovery"] = recovery()
      category.values["guidance"] = maybe("Do \(index)")
      return category
    }
    self.categories = categories
    surfaces = (0..<Int.random(in: 1...3, using: &generator)).map { index in
      let endpoints = (0..<Int.random(in: 1...3, using: &generator)).map { "/s\(index)/e\($0)" }
      var surface = Surface(
        key: "surface_\(index)", values: ["title": "Surface \(index)"], endpoints: endpoints,
        response: ["carrier": "json"], fields: [Part(key: "code", values: ["name": "code"])], errors: [], retired: [])
      surface.response["media_type"] = maybe("application/problem+json")
      for role in ["title", "reference", "target"] where Bool.random(using: &generator) {
        var field = Part(key: role, values: ["name": role, "required": "false"])
        field.values["max_length"] = maybe("100")
        surface.fields.append(field)
      }
      for number in 0..<Int.random(in: 1...8, using: &generator) {
        var error = Part(key: "code_\(number)", values: ["description": "Error \(number)"])
        error.values["status"] = maybe("\(400 + Int.random(in: 0...20, using: &generator))")
        error.values["category"] = maybe(categories.randomElement(using: &generator)!.key)
        error.values["recovery"] = Int.random(in: 0...2, using: &generator) == 0 ? recovery() : nil
        error.values["guidance"] = maybe("Repair \(number)")
        error.values["since"] = maybe("1.\(number).0")
        surface.errors.append(error)
      }
      for number in 0..<Int.random(in: 0...2, using: &generator) {
        surface.retired.append(Part(key: "retired_\(number)", values: ["since": "1.0.0"]))
      }
      return surface
    }
  }

  /// The catalogue with all keys and parts in another order.
  func yaml(using generator: inout SeededGenerator) -> String {
    func mapping(_ values: [String: String]) -> String {
      // Sorted first: the order of a dictionary is another one in each process.
      "{" + values.sorted { $0.key < $1.key }.shuffled(using: &generator).map { "\($0): \($1)" }.joined(separator: ", ")
        + "}"
    }
    func mapping(_ parts: [Part]) -> String {
      "{" + parts.shuffled(using: &generator).map { "\($0.key): \(mapping($0.values))" }.joined(separator: ", ") + "}"
    }
    var values = values
    values["categories"] = mapping(categories)
    let surfaces = surfaces.shuffled(using: &generator).map { surface in
      var response = surface.response
      response["fields"] = mapping(surface.fields)
      var values = surface.values
      values["endpoints"] = "[" + surface.endpoints.shuffled(using: &generator).joined(separator: ", ") + "]"
      values["response"] = mapping(response)
      values["errors"] = mapping(surface.errors)
      if !surface.retired.isEmpty { values["retired"] = mapping(surface.retired) }
      return "\(surface.key): \(mapping(values))"
    }
    values["surfaces"] = "{" + surfaces.joined(separator: ", ") + "}"
    return values.sorted { $0.key < $1.key }.shuffled(using: &generator).map { "\($0): \($1)\n" }.joined()
  }

  /// The catalogue as it is read, its parts in random order.
  func read(using generator: inout SeededGenerator) throws -> Catalog {
    let text = yaml(using: &generator)
    let (catalog, diagnostics) = readCatalog([.init(path: "random.yaml", bytes: Array(text.utf8))])
    try #require(!diagnostics.hasErrors, "\(diagnostics.map(\.message)) \(text)")
    return try #require(catalog)
  }
}
