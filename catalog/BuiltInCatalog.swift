/// The catalogue that comes with the tool: BankID's, embedded in the binary so that the tool is one file.
package enum BuiltInCatalog {
  /// What to call it where a file would have a path.
  package static let name = "<built-in>/bankid-csc.yaml"
  /// The bytes of `bankid-csc.yaml`.
  package static let bytes: [UInt8] = PackageResources.bankid_csc_yaml
}
