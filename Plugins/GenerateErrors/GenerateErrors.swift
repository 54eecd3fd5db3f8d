import Foundation
import PackagePlugin

/// Makes the Swift of a target's error catalogue whenever the target is built.
///
/// One file comes out, `TARGET.errors.swift`: a build must know its files' names before it has read the catalogue.
@main
struct GenerateErrors: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else {
      Diagnostics.error("GenerateErrors makes Swift, and target `\(target.name)` is written in another language")
      return []
    }
    let files = try FileManager.default.contentsOfDirectory(at: target.directoryURL, includingPropertiesForKeys: nil)
    return commands(
      for: TargetFiles(target: target.name, folder: target.directoryURL, files: files),
      errata: try context.tool(named: "errata").url,
      workFolder: context.pluginWorkDirectoryURL)
  }

  /// The command that makes the Swift of a target. Where there is nothing to make it of, the problem is reported instead.
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
    } catch let problem as TargetProblem {
      Diagnostics.error(problem.message)
    } catch {
      Diagnostics.error("target `\(files.target)`: \(error.localizedDescription)")
    }
    return []
  }
}

extension URL {
  /// The path as people write it.
  var plainPath: String { path(percentEncoded: false) }
}
