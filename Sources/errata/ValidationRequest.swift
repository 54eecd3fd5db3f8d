import ArgumentParser
import ErrataCatalog
import ErrataProject
import ErrataText
import ErrataValidation
import Foundation

/// The inputs and options of a validation, from arguments that were checked against the catalogue.
struct ValidationRequest {
  let inputs: [ValidationInput]
  let validator: Validator
  let options: ValidationOptions
  let selection: FindingLimiter.Selection

  /// - Throws: `ValidationError` if the arguments are invalid or a surface is missing.
  init(_ arguments: Validate, _ catalog: Catalog, _ configuration: ValidationConfiguration?) throws {
    if let status = arguments.status, !(100...599).contains(status) {
      throw ValidationError("\(status) is not a valid HTTP status. Expected a number from 100 to 599.")
    }
    try checkBase(arguments.base)
    if let host = arguments.host, host.isEmpty || host.contains(where: { "/?# *@".contains($0) }) {
      throw ValidationError("`\(host)` is not a host. Expected its name, as in --host api.example.")
    }
    if let key = arguments.surface, !catalog.surfaces.contains(where: { $0.key == key }) {
      let nearest = nearestName(to: key, among: catalog.surfaces.map(\.key)).map { " Did you mean `\($0)`?" } ?? ""
      throw ValidationError(
        "Unknown surface `\(key)`.\(nearest) Expected \(Self.list(catalog.surfaces)).")
    }
    let paths = arguments.inputs.isEmpty ? ["-"] : arguments.inputs
    inputs = paths.map {
      ValidationInput(
        path: $0, kind: arguments.kind ?? Self.kind(of: $0, surface: arguments.surface), isFollowed: arguments.follow)
    }
    if arguments.follow { try Self.expectOneLog(inputs) }
    if !arguments.exchanges.fields.isEmpty, !inputs.contains(where: { $0.kind == .exchanges }) {
      throw ValidationError("--fields names the members of exchanges, and no input has any.")
    }
    try Self.expectErrorsInBodies(of: catalog.surfaces.first { $0.key == arguments.surface }, inputs)

    var rules = configuration?.rules ?? RuleSettings()
    for setting in arguments.rules.flatMap(\.settings) { rules.set(setting.rule, to: setting.level) }
    validator = Validator(catalog, strict: arguments.strict, rules: rules, base: arguments.base)
    selection = arguments.isSummaryOnly ? .none : arguments.all ? .all : .some
    options = ValidationOptions(
      format: arguments.format.diagnosticFormat,
      color: Terminal.supportsColor(STDOUT_FILENO),
      surface: try arguments.surface ?? Self.onlySurface(of: catalog, for: inputs),
      status: arguments.status,
      host: arguments.host,
      fields: try exchangeFields(fieldNames(arguments.exchanges.fields, addedTo: configuration?.fields ?? [:])),
      threads: ProcessInfo.processInfo.activeProcessorCount)
  }

  /// - Throws: `ValidationError` if an input is a body, and the errors of `surface` are in headers.
  private static func expectErrorsInBodies(of surface: Surface?, _ inputs: [ValidationInput]) throws {
    guard let surface, surface.response.carrier == .challenge, let input = inputs.first(where: \.isBody) else { return }
    throw ValidationError(
      "The errors of `\(surface.key)` are in the header `WWW-Authenticate`, and \(input.path) has no headers. "
        + "Validate exchanges or a recording, as with --input exchanges.")
  }

  /// - Throws: `ValidationError` unless there is one input that is a file with lines.
  private static func expectOneLog(_ inputs: [ValidationInput]) throws {
    guard inputs.count == 1, let input = inputs.first, input.path != "-" else {
      throw ValidationError("--follow needs exactly one file.")
    }
    guard input.kind == .lines || input.kind == .exchanges else {
      throw ValidationError("--follow needs a file with lines: exchanges, or bodies with --surface and --input lines.")
    }
  }

  private static func kind(of path: String, surface: String?) -> InputKind {
    if path.contains("://") { return .url }
    switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
    case "json": return .body
    case "har": return .har
    case "ndjson", "jsonl": return surface == nil ? .exchanges : .lines
    default: return surface == nil ? .exchanges : .body
    }
  }

  /// The surface of bodies, which have no path: the catalogue's only surface whose errors are in bodies.
  /// - Throws: `ValidationError` if the catalogue has several.
  private static func onlySurface(of catalog: Catalog, for inputs: [ValidationInput]) throws -> String? {
    guard let input = inputs.first(where: \.isBody) else { return nil }
    let surfaces = catalog.surfaces.filter { $0.response.carrier == .json }
    guard surfaces.count == 1 else {
      throw ValidationError(
        "The surface of \(input.path) is unknown, because a body has no path. "
          + "Name it with --surface: \(list(surfaces)).")
    }
    return surfaces[0].key
  }

  private static func list(_ surfaces: [Surface]) -> String {
    enumerated(surfaces.map(\.key), "or")
  }
}

extension ValidationInput {
  /// Whether its responses are bodies alone.
  fileprivate var isBody: Bool { kind == .body || kind == .lines }
}
