import ErrataCatalog

/// Whether the version of a catalogue promises as much change as there is (Semantic Versioning 2.0.0, sections 4 and 6 to 11).
package struct VersionVerdict: Sendable {
  /// The version of the old catalogue.
  package let old: SemanticVersion
  /// The version of the new catalogue.
  package let new: SemanticVersion
  /// The lowest version that the changes deserve: `old` if there are none.
  package let deserved: SemanticVersion
  /// Whether `new` promises enough. A pre-release promises what its release does.
  package let isSufficient: Bool

  /// Whether the version went back, which is never sufficient, not even without a change.
  package var isLower: Bool { new < old }
}

/// Compares the version of a catalogue with what its changes deserve.
///
/// From 1.0.0 on, a breaking change deserves the next major version, an addition the next minor, and documentation the next
/// patch. Below 1.0.0, a breaking change deserves the next minor version, and everything else the next patch. While the old
/// version is a pre-release, its release isn't out yet: changes that the release promises deserve only the next pre-release.
/// - Parameter ratings: the ratings of all changes that count.
package func versionVerdict(
  from old: SemanticVersion, to new: SemanticVersion, for ratings: some Sequence<Rating>
) -> VersionVerdict {
  guard let rating = ratings.max() else {
    return VersionVerdict(old: old, new: new, deserved: old, isSufficient: new >= old)
  }
  let deserved = old.next(for: rating)
  return VersionVerdict(
    old: old, new: new, deserved: deserved, isSufficient: new > old && (new >= deserved || new.release >= deserved))
}

extension SemanticVersion {
  /// The lowest version that promises a change with `rating` from this one.
  fileprivate func next(for rating: Rating) -> SemanticVersion {
    if !prerelease.isEmpty, rating <= release.greatestChange { return nextPrerelease }
    switch (rating, isStable: major > 0) {
    case (.breaking, isStable: true): return Self(major.successor, 0, 0)
    case (.breaking, isStable: false), (.addition, isStable: true): return Self(major, minor.successor, 0)
    case (.addition, isStable: false), (.documentation, _): return Self(major, minor, patch.successor)
    }
  }

  /// The version without pre-release and build metadata.
  fileprivate var release: SemanticVersion { Self(major, minor, patch) }

  /// The most serious change that a release with these numbers promises over the one before it.
  private var greatestChange: Rating {
    if minor == 0, patch == 0 { return .breaking }
    if patch == 0 { return major == 0 ? .breaking : .addition }
    return major == 0 ? .addition : .documentation
  }

  /// `2.0.0-beta.1` becomes `2.0.0-beta.2`, and `2.0.0-beta` becomes `2.0.0-beta.1`.
  private var nextPrerelease: SemanticVersion {
    let next = prerelease.last.flatMap { Int($0) }.flatMap { $0 < .max ? "\($0 + 1)" : nil }
    let identifiers = next.map { prerelease.dropLast() + [$0] } ?? prerelease + ["1"]
    return SemanticVersion("\(release)-\(identifiers.joined(separator: "."))") ?? self
  }

  private init(_ major: Int, _ minor: Int, _ patch: Int) {
    // Three numbers that aren't negative are always a version.
    self = SemanticVersion("\(major).\(minor).\(patch)")!
  }
}

extension Int {
  /// The next number; the largest one has none, and stays.
  fileprivate var successor: Int { self < .max ? self + 1 : self }
}
