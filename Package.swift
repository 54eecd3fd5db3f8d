// swift-tools-version: 6.2
import PackageDescription

let warningsAreErrors = Context.environment["CI"] == "true"
let swiftSettings: [SwiftSetting] =
  [.strictMemorySafety()] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])
let cSettings: [CSetting] = warningsAreErrors ? [.treatAllWarnings(as: .error)] : []

let package = Package(
  name: "errata",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "errata", targets: ["errata"]),
    .library(name: "ErrataCatalog", targets: ["ErrataCatalog"]),
    .plugin(name: "GenerateErrors", targets: ["GenerateErrors"]),
    .plugin(name: "errata-generate", targets: ["errata-generate"]),
    .library(name: "ErrataValidation", targets: ["ErrataCatalog", "ErrataDiagnostics", "ErrataValidation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "CErrataYAML", dependencies: ["CLibYAML"], cSettings: cSettings),
    .target(name: "ErrataText", swiftSettings: swiftSettings),
    .target(name: "ErrataDiagnostics", dependencies: ["ErrataText"], swiftSettings: swiftSettings),
    .target(
      name: "ErrataYAML", dependencies: ["CErrataYAML", "ErrataDiagnostics", "ErrataText"],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataCatalog", dependencies: ["ErrataDiagnostics", "ErrataText", "ErrataYAML"],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataBuiltIn", path: "catalog",
      exclude: ["catalogue.schema.json", "catalogue-part.schema.json", "configuration.schema.json"],
      resources: [.embedInCode("bankid-csc.yaml")],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataTemplates",
      path: "Templates",
      resources: ["swift", "markdown", "html", "kotlin", "go", "python", "typescript"].map { .embedInCode($0) },
      swiftSettings: swiftSettings),
    .target(name: "ErrataMustache", dependencies: ["ErrataDiagnostics", "ErrataText"], swiftSettings: swiftSettings),
    .target(
      name: "ErrataOutputs",
      dependencies: [
        "ErrataCatalog", "ErrataDiagnostics", "ErrataMustache", "ErrataTemplates", "ErrataText",
      ],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataValidation", dependencies: ["ErrataCatalog", "ErrataDiagnostics", "ErrataText"],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataDiff", dependencies: ["ErrataCatalog", "ErrataDiagnostics", "ErrataText"],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataDraft", dependencies: ["ErrataCatalog", "ErrataText", "ErrataValidation"],
      swiftSettings: swiftSettings),
    .target(
      name: "ErrataProject",
      dependencies: [
        "ErrataCatalog", "ErrataDiagnostics", "ErrataDiff", "ErrataDraft", "ErrataOutputs", "ErrataText",
        "ErrataValidation", "ErrataYAML", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "errata",
      dependencies: [
        "ErrataBuiltIn", "ErrataCatalog", "ErrataDiagnostics", "ErrataDiff", "ErrataDraft", "ErrataOutputs",
        "ErrataProject",
        "ErrataText",
        "ErrataValidation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .plugin(name: "GenerateErrors", capability: .buildTool, dependencies: ["errata"]),
    .plugin(
      name: "errata-generate",
      capability: .command(
        intent: .custom(
          verb: "errata-generate",
          description: "Write what errata.yaml asks for: Swift, pages and schemas that are checked in."),
        permissions: [.writeToPackageDirectory(reason: "It writes the files that errata.yaml asks for.")]),
      dependencies: ["errata"]
    ),
    .target(
      name: "TestSupport",
      dependencies: [
        "ErrataCatalog", "ErrataDiagnostics", "ErrataText", "ErrataYAML",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Tests/TestSupport",
      swiftSettings: swiftSettings
    ),
    .testTarget(name: "ErrataTextTests", dependencies: ["ErrataText"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataDiagnosticsTests", dependencies: ["ErrataDiagnostics", "TestSupport"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataMustacheTests", dependencies: ["ErrataMustache"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataYAMLTests", dependencies: ["ErrataYAML", "TestSupport"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataCatalogTests", dependencies: ["ErrataCatalog", "ErrataYAML", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataOutputsTests",
      dependencies: [
        "ErrataOutputs", "ErrataTemplates", "ErrataValidation", "ErrataYAML", "TestSupport",
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataValidationTests", dependencies: ["ErrataValidation", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataDiffTests", dependencies: ["ErrataDiff", "ErrataYAML", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataDraftTests", dependencies: ["ErrataDraft", "ErrataValidation", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataProjectTests", dependencies: ["ErrataOutputs", "ErrataProject", "ErrataValidation", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ErrataCommandTests",
      dependencies: ["errata", "ErrataDiagnostics", "ErrataDiff", "ErrataProject", "ErrataText", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["ErrataCatalog", "ErrataOutputs", "ErrataText", "ErrataValidation", "TestSupport"],
      swiftSettings: swiftSettings),
    .target(name: "GeneratedBankID", path: "Generated/Swift", swiftSettings: swiftSettings),
    .testTarget(
      name: "GeneratedCodeTests",
      dependencies: ["ErrataDiagnostics", "ErrataOutputs", "GeneratedBankID", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(name: "PluginTests", dependencies: ["TestSupport"], swiftSettings: swiftSettings),
    .testTarget(
      name: "AgreementTests",
      dependencies: ["ErrataOutputs", "ErrataValidation", "GeneratedBankID", "TestSupport"],
      swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)

// Scripts/test-memory builds no other tests than those that it runs.
if let names = Context.environment["ERRATA_TESTS"]?.split(separator: " ").map(String.init) {
  package.targets.removeAll { $0.isTest && !names.contains($0.name) }
}
