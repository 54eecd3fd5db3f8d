import ErrataCatalog

/// How the endpoints of a surface or of an error have changed. What is compared are the requests that they are for, since `/orders/*`
/// is also for `/orders/list`.
struct EndpointChange {
  /// The old ones that no new one covers.
  private(set) var removed: [Endpoint] = []
  /// The new ones that no old one covers.
  private(set) var added: [Endpoint] = []
  /// The old ones that are gone, and that another one covers.
  private(set) var stillCovered: [Endpoint] = []
  /// The new ones that another one has covered before.
  private(set) var alreadyCovered: [Endpoint] = []

  /// The nodes that may be visited to find out what covers what. Beyond that, an endpoint counts as not covered.
  private static let stepLimit = 1_000_000

  init(from old: [Endpoint], to new: [Endpoint]) {
    let (oldEndpoints, newEndpoints) = (Set(old), Set(new))
    let gone = old.filter { !newEndpoints.contains($0) }
    let unknown = new.filter { !oldEndpoints.contains($0) }
    var steps = Self.stepLimit
    let newSet = EndpointSet(gone.isEmpty ? [] : new)
    for endpoint in gone {
      if newSet.covers(endpoint, steps: &steps) == true {
        stillCovered.append(endpoint)
      } else {
        removed.append(endpoint)
      }
    }
    let oldSet = EndpointSet(unknown.isEmpty ? [] : old)
    for endpoint in unknown {
      if oldSet.covers(endpoint, steps: &steps) == true {
        alreadyCovered.append(endpoint)
      } else {
        added.append(endpoint)
      }
    }
  }

  /// Whether the lists differ only in what is written.
  var isOnlyRewritten: Bool {
    removed.isEmpty && added.isEmpty && !(stillCovered.isEmpty && alreadyCovered.isEmpty)
  }
}
