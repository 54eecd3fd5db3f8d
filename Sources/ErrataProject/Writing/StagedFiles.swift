import ErrataOutputs

/// The new files of a run: first all written whole, then each renamed into its place.
struct StagedFiles {
  private struct File {
    let folder: StagingFolder
    let number: Int
    let destination: Destination
    /// As the user knows it.
    let path: String
  }

  private var folders: [String: StagingFolder] = [:]
  private var files: [File] = []

  /// Writes `output` where a rename can bring it to `destination`.
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
      throw error.about(output.path)
    }
  }

  /// Renames every file into its place, in the order in which they were added.
  /// - Parameter didMove: told of each file that is in its place.
  func moveAll(_ didMove: (String) -> Void = { _ in }) throws(SystemError) {
    for file in files {
      do throws(SystemError) {
        try file.folder.move(file.number, to: file.destination.path)
      } catch {
        throw error.about(file.path)
      }
      didMove(file.path)
    }
  }

  /// Removes what is not in its place.
  func remove() {
    for folder in folders.values { folder.remove() }
  }
}
