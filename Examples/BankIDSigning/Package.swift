// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "BankIDSigning",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "BankIDSigning", targets: ["BankIDSigning"])
  ],
  dependencies: [
    .package(name: "errata", path: "../.."),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(
      name: "BankIDSigning", swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "GenerateErrors", package: "errata")]),
    .testTarget(
      name: "BankIDSigningTests", dependencies: ["BankIDSigning", .product(name: "FlyingFox", package: "FlyingFox")]),
  ]
)
