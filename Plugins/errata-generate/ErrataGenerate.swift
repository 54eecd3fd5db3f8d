import Foundation
import PackagePlugin

/// Runs `errata generate` in a package, for generated files that are checked in.
@main
struct ErrataGenerate: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    try generate(
      arguments, errata: context.tool(named: "errata").url, package: context.package.displayName,
      folder: context.package.directoryURL)
  }

  /// Runs `errata generate` in `folder` with `arguments` and, by default, the errata.yaml there.
  func generate(_ arguments: [String], errata: URL, package: String, folder: URL) throws {
    var arguments = ArgumentExtractor(arguments)
    // Xcode passes the selected targets, but errata.yaml determines the outputs.
    _ = arguments.extractOption(named: "target")
    var options = arguments.remainingArguments
    if !options.contains(where: { $0.hasPrefix("--config") }) { options += ["--config", "errata.yaml"] }

    let process = Process()
    process.executableURL = errata
    process.currentDirectoryURL = folder
    process.arguments = ["generate"] + options
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 0 { return }
    if options.contains("errata.yaml"),
      !FileManager.default.fileExists(atPath: folder.appending(path: "errata.yaml").path)
    {
      Diagnostics.error(
        "package `\(package)` has no errata.yaml; add one, or name a catalogue and an output, as in: "
          + "swift package errata-generate errors.yaml --swift Sources/Errors")
    } else {
      Diagnostics.error("package `\(package)`: `errata generate` failed with exit status \(process.terminationStatus)")
    }
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension ErrataGenerate: XcodeCommandPlugin {
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
      try generate(
        arguments, errata: context.tool(named: "errata").url, package: context.xcodeProject.displayName,
        folder: context.xcodeProject.directoryURL)
    }
  }
#endif
