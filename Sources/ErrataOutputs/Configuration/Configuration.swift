/// What `errata.yaml` says: the catalogue, and what to make of it.
public struct Configuration: Sendable {
  /// The catalogue's file or folder, relative to the configuration's folder.
  public let catalog: String
  /// Outputs with their folders, relative to the configuration's folder.
  public let outputs: [OutputRequest]
}
