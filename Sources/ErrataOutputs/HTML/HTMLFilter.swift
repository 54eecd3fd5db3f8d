import ErrataCatalog
import ErrataMustache
import ErrataText

/// One choice that narrows the codes, and what it offers.
struct HTMLFilter: TemplateView {
  struct Option: TemplateView {
    let value: String
    let title: String
    let count: Int

    static let fields = TemplateFields<Self>(
      .text("value", is: "what the codes' attribute has", \.value),
      .text("optionTitle", is: "its name for people", \.title),
      .text("count", is: "how many codes have it") { "\($0.count)" })
  }

  /// What the codes' `data-` attribute and the page's address call it.
  let name: String
  let title: String
  let options: [Option]

  static let fields = TemplateFields<Self>(
    .text("name", is: "what the codes' `data-` attribute and the page's address call it", \.name),
    .text("title", is: "its name for people", \.title),
    .list("options", is: "what can be chosen", \.options))
}

/// The filters that leave something to choose.
func htmlFilters(for catalog: Catalog) -> [HTMLFilter] {
  let errors = catalog.surfaces.flatMap(catalog.resolvedErrors)
  var statusCounts: [Int: Int] = [:]
  var recoveryCounts: [Recovery: Int] = [:]
  var categoryCounts: [String: Int] = [:]
  for error in errors {
    for status in error.entry.statuses { statusCounts[status, default: 0] += 1 }
    if let recovery = error.recovery { recoveryCounts[recovery, default: 0] += 1 }
    if let category = error.category { categoryCounts[category.key, default: 0] += 1 }
  }

  let surfaces = catalog.surfaces.map {
    HTMLFilter.Option(value: $0.key, title: singleLine($0.title), count: $0.errors.count)
  }
  let statuses = statusCounts.sorted { $0.key < $1.key }.map { status, count in
    HTMLFilter.Option(value: "\(status)", title: statusLine(status), count: count)
  }
  let recoveries = Recovery.allCases.map { recovery in
    HTMLFilter.Option(
      value: recovery.rawValue, title: sentenceCase(recovery.phrase), count: recoveryCounts[recovery, default: 0])
  }
  let categories = catalog.categories.map { category in
    HTMLFilter.Option(
      value: category.key, title: singleLine(category.title), count: categoryCounts[category.key, default: 0])
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
