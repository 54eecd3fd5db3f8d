import ErrataText

extension Summary {
  /// The responses with one code, or without any, and one status.
  struct Row {
    /// The code, or what came instead of one.
    let name: String
    let isCode: Bool
    /// The place of its group: known, deprecated, retired and unknown codes, and no code.
    fileprivate let order: Int
    /// Whether it is a code that the catalogue does not have.
    let isUnknown: Bool
    let status: Int?
    /// What a reader should know about it, such as that the code is unknown.
    let note: String?
    private(set) var count = 0
    /// The endpoints with their counts, from the most to the least frequent one.
    private(set) var endpoints: [(endpoint: String, count: Int)] = []

    fileprivate init(_ code: CodeCount) {
      (name, isCode, status, order) = (code.code, true, code.status, code.state.order)
      isUnknown = code.state == .unknown
      note =
        switch code.state {
        case .known: code.isStatusDocumented ? nil : "status not documented"
        case .deprecated: code.nearest.map { "deprecated, replaced by `\($0)`" } ?? "deprecated"
        case .retired: code.nearest.map { "retired, replaced by `\($0)`" } ?? "retired"
        case .unknown: code.nearest.map { "unknown, did you mean `\($0)`?" } ?? "unknown"
        }
    }

    fileprivate init(_ response: CodelessCount) {
      (isCode, isUnknown, status, note, order) = (false, false, response.status, "no code", .max)
      name =
        response.isEmpty
        ? "empty body" : response.mediaType.map { $0.isEmpty ? "no media type" : $0 } ?? "media type unknown"
    }

    fileprivate mutating func add(_ count: Int, at endpoint: String?) {
      self.count += count
      guard let endpoint else { return }
      if let index = endpoints.firstIndex(where: { $0.endpoint == endpoint }) {
        endpoints[index].count += count
      } else {
        endpoints.append((endpoint, count))
      }
    }

    fileprivate func sorted() -> Self {
      var row = self
      row.endpoints = endpoints.mostFrequentFirst(\.count)
      return row
    }

    /// The most frequent endpoints: `/info 80, /credentials/* 32`; only the endpoint if there is one.
    var endpointText: String {
      if endpoints.count == 1 { return endpoints[0].endpoint }
      let shown = endpoints.prefix(3).map { "\($0.endpoint) \(grouped($0.count))" }
      let rest = endpoints.count - shown.count
      return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
    }
  }

  /// The number of unknown codes, responses without a code, paths and codes never seen that are listed for people.
  static let listLimit = 20

  /// The rows to show: all codes of the catalogue, and the most frequent unknown codes and responses without a code.
  func shown(_ rows: [Row], _ limit: Int) -> [Row] {
    var (unknown, codeless) = (0, 0)
    return rows.filter { row in
      unknown += row.isUnknown ? 1 : 0
      codeless += row.isCode ? 0 : 1
      return row.isUnknown ? unknown <= limit : row.isCode || codeless <= limit
    }
  }

  /// How many responses are counted together, since there are too many unknown codes and kinds of responses; nil if there are none.
  var overflow: String? {
    let kinds = [
      otherCodes > 0 ? "\(grouped(otherCodes)) with other unknown codes" : nil,
      otherCodeless > 0 ? "\(grouped(otherCodeless)) with other statuses and media types, and no code" : nil,
    ].compactMap(\.self)
    if kinds.isEmpty { return nil }
    return "counted together beyond the first \(grouped(UnlistedCounts.limit)): " + enumerated(kinds)
  }

  /// How many paths are counted together; nil if there are none.
  var pathOverflow: String? {
    otherPaths == 0 ? nil : "and \(grouped(otherPaths)) at paths beyond the first \(grouped(UnlistedCounts.limit))"
  }

  /// The codes never seen of each surface that has any, for people.
  func neverSeenTexts(_ limit: Int) -> [(surface: String, codes: String)] {
    if checked == 0 { return [] }
    let bySurface = Dictionary(grouping: neverSeen, by: \.surface)
    return surfaces.compactMap { surface, _ in
      guard let codes = bySurface[surface] else { return nil }
      let shown = codes.prefix(limit).map(\.code).joined(separator: ", ")
      return (surface, shown + (codes.count > limit ? " and \(grouped(codes.count - limit)) more" : ""))
    }
  }

  /// The rows of each surface that has any, in catalogue order: first those with a code, in the order of `codes`, then those without.
  var rows: [(surface: String, count: Int, rows: [Row])] {
    let codes = Dictionary(grouping: codes, by: \.surface)
    let codeless = Dictionary(grouping: codeless, by: \.surface)
    return surfaces.filter { $0.count > 0 }.map { surface, count in
      let withCode = merged(codes[surface] ?? [], Row.init) { ($0.count, $0.endpoint) }
      let withoutCode = merged(codeless[surface] ?? [], Row.init) { ($0.count, $0.endpoint) }
      return (surface, count, withCode + withoutCode)
    }
  }

  /// One row for the entries that differ only in their endpoint, those of each group from the most to the least frequent one.
  private func merged<Entry>(
    _ entries: [Entry], _ row: (Entry) -> Row, _ occurrences: (Entry) -> (count: Int, endpoint: String?)
  ) -> [Row] {
    var rows: [Row] = []
    var indexes: [RowKey: Int] = [:]
    for entry in entries {
      let new = row(entry)
      let key = RowKey(name: new.name, status: new.status)
      let index = indexes[key] ?? rows.count
      if index == rows.count {
        indexes[key] = index
        rows.append(new)
      }
      let (count, endpoint) = occurrences(entry)
      rows[index].add(count, at: endpoint)
    }
    return rows.enumerated().sorted { left, right in
      (left.element.order, -left.element.count, left.offset) < (right.element.order, -right.element.count, right.offset)
    }.map { $0.element.sorted() }
  }
}

/// What the entries of a row have in common.
private struct RowKey: Hashable {
  let name: String
  let status: Int?
}
