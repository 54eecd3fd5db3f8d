/// The catalogue that comes with the tool: BankID's, embedded in the binary so that the tool is one file.
public enum BuiltInCatalog {
  /// What to call it where a file would have a path.
  public static let name = "<built-in>/bankid-csc.yaml"
  /// The bytes of `bankid-csc.yaml`.
  public static let bytes: [UInt8] = PackageResources.bankid_csc_yaml
}
