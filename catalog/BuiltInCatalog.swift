/// The built-in catalogue for BankID, embedded so that the tool is a single file.
package enum BuiltInCatalog {
  /// The name that commands take instead of a path.
  package static let identifier = "bankid"
  /// The name to show instead of a path.
  package static let name = "<built-in>/bankid-csc.yaml"
  /// The contents of `bankid-csc.yaml`.
  package static let bytes: [UInt8] = PackageResources.bankid_csc_yaml
}
