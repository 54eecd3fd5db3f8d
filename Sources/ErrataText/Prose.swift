/// Prose in a catalogue: paragraphs and lists, with code and links in them. Nothing else is markup.
package struct Prose: Sendable, Equatable {
  /// Part of a paragraph, of an item, or of the text of a link.
  package indirect enum Run: Sendable, Equatable {
    case text(String)
    case code(String)
    /// Its text, in which there are no other links, and the URL as written.
    case link([Run], url: String)
  }

  /// A paragraph or a list.
  package enum Block: Sendable, Equatable {
    case paragraph([Run])
    /// The items, at least one.
    case list([[Run]])
  }

  /// The paragraphs and lists, in order. Two lists don't follow one another.
  package let blocks: [Block]

  /// - Parameter blocks: the paragraphs and lists, in order.
  package init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  /// Whether there is no text.
  package var isEmpty: Bool { blocks.isEmpty }

  /// The text without markup: an empty line between paragraphs and lists, `-` before an item, and each URL after its link's text.
  package var plain: String {
    lines { runs, _ in [runs.plain[...]] }.joined(separator: "\n")
  }

  /// Lines of text, with an empty line between paragraphs and lists.
  /// - Parameters:
  ///   - width: the width of a line.
  ///   - bullet: the start of an item. The other lines of the item are indented by its width.
  ///   - wrap: the lines of a paragraph or of an item, and the width that is left for them.
  package func lines(
    width: Int = .max, bullet: String = "- ", _ wrap: (_ runs: [Run], _ width: Int) -> [Substring]
  ) -> [String] {
    let margin = String(repeating: " ", count: bullet.utf8.count)
    let blocks = blocks.map { block -> [String] in
      switch block {
      case .paragraph(let runs): wrap(runs, width).map(String.init)
      case .list(let items):
        items.flatMap { item in
          wrap(item, width - bullet.utf8.count).enumerated().map { $0 == 0 ? bullet + $1 : margin + $1 }
        }
      }
    }
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The prose with each text and each code replaced by what `transform` makes of it. URLs stay.
  package func mapText(_ transform: (String) -> String) -> Prose {
    func map(_ runs: [Run]) -> [Run] {
      runs.map { run in
        switch run {
        case .text(let text): .text(transform(text))
        case .code(let code): .code(transform(code))
        case .link(let text, let url): .link(map(text), url: url)
        }
      }
    }
    return Prose(
      blocks.map { block in
        switch block {
        case .paragraph(let runs): .paragraph(map(runs))
        case .list(let items): .list(items.map(map))
        }
      })
  }
}

extension [Prose.Run] {
  /// The text without markup. A link is followed by its URL in parentheses, unless that is its text.
  package var plain: String {
    map { run in
      switch run {
      case .text(let text), .code(let text): text
      case .link(let text, let url): text.plain == url ? url : "\(text.plain) (\(url))"
      }
    }.joined()
  }
}
