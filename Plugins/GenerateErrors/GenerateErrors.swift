import Foundation
import PackagePlugin

/// Generates the Swift code of a target's error catalogue when the target is built.
///
/// The code is in one file, `TARGET.errors.swift`, because a build must know its output files before it reads the catalogue.
@main
struct GenerateErrors: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else {
      Diagnostics.error("GenerateErrors supports only Swift targets; `\(target.name)` is not a Swift target")
      return []
    }
    let files = try FileManager.default.contentsOfDirectory(at: target.directoryURL, includingPropertiesForKeys: nil)
    return commands(
      for: TargetFiles(target: target.name, folder: target.directoryURL, files: files),
      errata: try context.tool(named: "errata").url,
      workFolder: context.pluginWorkDirectoryURL)
  }

  /// The command that generates a target's code. If the target has no catalogue, an error is reported instead.
  func commands(for files: TargetFiles, errata: URL, workFolder: URL) -> [Command] {
    do {
      let source = try files.source()
      let output = workFolder.appending(path: "\(files.target).errors.swift")
      let watched = try WatchList(source.inputs, in: workFolder)
      return [
        .buildCommand(
          displayName: "Generating the errors of \(files.target)",
          executable: errata,
          arguments: ["swift-file", output.plainPath, "--watched", watched.file.plainPath] + source.arguments,
          inputFiles: source.inputs + [watched.file],
          outputFiles: [output])
      ]
    } catch let error as TargetError {
      Diagnostics.error(error.message)
    } catch {
      Diagnostics.error("target `\(files.target)`: \(error.localizedDescription)")
    }
    return []
  }
}

extension URL {
  /// The path without percent-encoding.
  var plainPath: String { path(percentEncoded: false) }
}
