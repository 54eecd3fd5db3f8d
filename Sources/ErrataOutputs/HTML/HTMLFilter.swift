import ErrataCatalog

/// One choice that narrows the codes, and what it offers.
struct HTMLFilter: TemplateContext {
  struct Option: TemplateContext {
    let value: String
    let title: String
    let count: Int

    static let fields = TemplateFields<Self>(
      .text("value", \.value),
      .text("optionTitle", \.title),
      .text("count") { "\($0.count)" })
  }

  /// What the codes' `data-` attribute and the page's address call it.
  let name: String
  let title: String
  let options: [Option]

  static let fields = TemplateFields<Self>(
    .text("name", \.name),
    .text("title", \.title),
    .list("options", \.options))
}

/// The filters that leave something to choose.
func htmlFilters(for catalog: Catalog) -> [HTMLFilter] {
  let errors = catalog.surfaces.flatMap(\.errors)
  func count(_ isMeant: (ErrorEntry) -> Bool) -> Int { errors.count(where: isMeant) }

  let surfaces = catalog.surfaces.map {
    HTMLFilter.Option(value: $0.key, title: singleLine($0.title), count: $0.errors.count)
  }
  let statuses = Set(errors.flatMap(\.statuses)).sorted().map { status in
    HTMLFilter.Option(
      value: "\(status)", title: statusLine(status), count: count { $0.statuses.contains(status) })
  }
  let recoveries = Recovery.allCases.map { recovery in
    HTMLFilter.Option(
      value: recovery.rawValue, title: sentenceCase(recovery.phrase),
      count: count { catalog.recovery(for: $0) == recovery })
  }
  let categories = catalog.categories.map { category in
    HTMLFilter.Option(
      value: category.key, title: singleLine(category.title), count: count { $0.category == category.key })
  }
  return [
    HTMLFilter(name: "surface", title: "Surface", options: surfaces),
    HTMLFilter(name: "status", title: "Status", options: statuses),
    HTMLFilter(name: "category", title: "Category", options: categories),
    HTMLFilter(name: "recovery", title: "Recovery", options: recoveries),
  ].compactMap { filter in
    let options = filter.options.filter { $0.count > 0 }
    return options.count > 1 || options.contains { $0.count < errors.count }
      ? HTMLFilter(name: filter.name, title: filter.title, options: options) : nil
  }
}

/// `text` with a capital at its start.
func sentenceCase(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
