import ErrataOutputs

/// The new files of a run, all written before the first is renamed to its destination.
struct StagedFiles {
  private struct File {
    let folder: StagingFolder
    let number: Int
    let destination: Destination
    /// The path as the user knows it.
    let path: String
  }

  private var folders: [String: StagingFolder] = [:]
  private var files: [File] = []

  /// Writes `output` to a staging folder next to `destination`.
  mutating func add(_ output: OutputFile, for destination: Destination) throws(SystemError) {
    let parent = FileSystem.parentFolder(of: destination.path)
    do throws(SystemError) {
      try FileSystem.makeFolder(parent)
      let folder = if let folder = folders[parent] { folder } else { try StagingFolder(in: parent) }
      folders[parent] = folder
      let file = File(folder: folder, number: files.count, destination: destination, path: output.path)
      try folder.write(output.contents, as: file.number, replacing: destination.status)
      files.append(file)
    } catch {
      throw error.withPath(output.path)
    }
  }

  /// Renames every file to its destination, in the order in which they were added.
  /// - Parameter didMove: called with the path of each renamed file.
  func moveAll(_ didMove: (String) -> Void = { _ in }) throws(SystemError) {
    for file in files {
      do throws(SystemError) {
        try file.folder.move(file.number, to: file.destination.path)
      } catch {
        throw error.withPath(file.path)
      }
      didMove(file.path)
    }
  }

  /// Removes the files that were not renamed, and the staging folders.
  func remove() {
    for folder in folders.values { folder.remove() }
  }
}
