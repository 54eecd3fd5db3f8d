/// The occurrences of the codes of a surface, by status and endpoint.
struct CodeCounts: Sendable {
  /// Where a code occurred.
  struct Site: Hashable, Sendable {
    let code: Int
    /// nil if unknown.
    var status: Int?
    /// The index of the endpoint on the surface; nil if unknown.
    var endpoint: Int?
  }

  /// The maximum number of sites besides the first one of each code. Beyond it, occurrences are counted without status and
  /// endpoint.
  private static let limit = 10_000

  /// The first site of each code with its count, since nearly every code has one usual site.
  private var usual: [(site: Site, count: Int)]
  private var others: [Site: Int] = [:]

  init(codeCount: Int) {
    usual = (0..<codeCount).map { (Site(code: $0), 0) }
  }

  /// Counts occurrences of a code at `site`.
  @inline(__always)
  mutating func add(_ site: Site, count: Int = 1) {
    if usual[site.code].site == site {
      usual[site.code].count += count
    } else {
      addOther(site, count)
    }
  }

  @inline(never)
  private mutating func addOther(_ site: Site, _ count: Int) {
    if usual[site.code].count == 0 {
      usual[site.code] = (site, count)
    } else if others.count < Self.limit || others[site] != nil {
      others[site, default: 0] += count
    } else {
      others[Site(code: site.code), default: 0] += count
    }
  }

  mutating func add(_ other: Self) {
    for (site, count) in other.usual where count > 0 { add(site, count: count) }
    for (site, count) in other.others { add(site, count: count) }
  }

  /// The sites of all codes with their counts, in no order.
  var sites: [(site: Site, count: Int)] {
    usual.filter { $0.count > 0 } + others.map { ($0, $1) }
  }
}
