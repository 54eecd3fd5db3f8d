#if canImport(XcodeProjectPlugin)
  import Foundation
  import PackagePlugin
  import XcodeProjectPlugin

  extension GenerateErrors: XcodeBuildToolPlugin {
    /// A target of an Xcode project has no folder, so its catalogue must be one of the files that it lists.
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
      commands(
        for: TargetFiles(
          target: target.displayName, folder: context.xcodeProject.directoryURL, files: target.inputFiles.map(\.url)),
        errata: try context.tool(named: "errata").url,
        workFolder: context.pluginWorkDirectoryURL)
    }
  }
#endif
