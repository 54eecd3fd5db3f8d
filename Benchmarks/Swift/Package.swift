// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "errata", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    // A symbolic link to Generated/Swift.
    .target(name: "GeneratedBankID", path: "GeneratedBankID"),
    .executableTarget(
      name: "Decoding",
      dependencies: ["GeneratedBankID", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Decoding",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Validation",
      dependencies: [
        .product(name: "ErrataValidation", package: "errata"), .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Validation",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
