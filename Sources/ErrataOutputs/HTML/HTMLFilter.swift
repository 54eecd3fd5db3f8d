import ErrataCatalog
import ErrataMustache
import ErrataText

/// A filter for the codes, and its options.
struct HTMLFilter: TemplateView {
  struct Option: TemplateView {
    let value: String
    let title: String
    let count: Int

    static let fields = TemplateFields<Self>(
      .text("value", is: "the value of the codes' attribute", \.value),
      .text("optionTitle", is: "the display name", \.title),
      .text("count", is: "the number of codes with this value") { "\($0.count)" })
  }

  /// The name of the codes' `data-` attribute and of the parameter in the page's address.
  let name: String
  let title: String
  let options: [Option]

  static let fields = TemplateFields<Self>(
    .text("name", is: "the name of the codes' `data-` attribute and of the parameter in the page's address", \.name),
    .text("title", is: "the display name", \.title),
    .list("options", is: "the values to choose from", \.options))
}

/// The filters with at least one option that excludes some codes.
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

/// `text` with its first letter capitalized.
func sentenceCase(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
