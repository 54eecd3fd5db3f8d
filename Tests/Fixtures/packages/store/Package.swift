// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "store",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "errata", path: Context.environment["ERRATA_REPOSITORY"]!)
  ],
  targets: [
    .executableTarget(name: "Store", plugins: [.plugin(name: "GenerateErrors", package: "errata")])
  ]
)
