import DossierDomain
import PageDescription

extension PageDescription {
  /// The page as it is looked at, with the numbers of people masked as in lists: those that are known, and whatever else has the form of
  /// one, since a paper may say a number that was corrected since. Lengths stay, so the lines break as on the page.
  /// - Parameter shown: numbers of the office itself.
  public func masked(_ numbers: Set<String>, but shown: Set<String> = []) -> PageDescription {
    // The longest first, because one may be the beginning of another.
    let known = numbers.subtracting(shown).filter { $0.count >= Self.shortestNumber }.sorted { $0.count > $1.count }
    var page = self
    page.parts = parts.map { part in
      Part(
        part.blocks.map { block in
          block.replacingTexts { text in
            let text = known.reduce(text) { $0.replacing($1, with: maskedNumber($1)) }
            return text.replacing(#/[0-9]{9,}/#) { found in
              shown.contains { $0.contains(found.output) } ? String(found.output) : maskedNumber(String(found.output))
            }
          }
        })
    }
    return page
  }

  /// Shorter ones are parts of dates and amounts.
  private static let shortestNumber = 6
}

extension Block {
  /// What a code has is not read as text, and its caption is no number of a person.
  fileprivate func replacingTexts(_ change: (String) -> String) -> Block {
    switch self {
    case .paragraph(let paragraph): return .paragraph(paragraph.replacingTexts(change))
    case .table(var table):
      table.rows = table.rows.map { row in
        row.map { Table.Cell($0.paragraphs.map { $0.replacingTexts(change) }, span: $0.span) }
      }
      return .table(table)
    case .columns(let columns):
      return .columns(columns.map { Column($0.share, $0.blocks.map { $0.replacingTexts(change) }) })
    case .together(let blocks): return .together(blocks.map { $0.replacingTexts(change) })
    case .placed(var placed):
      placed.blocks = placed.blocks.map { $0.replacingTexts(change) }
      return .placed(placed)
    case .code, .space, .rule, .cut: return self
    }
  }
}

extension Paragraph {
  fileprivate func replacingTexts(_ change: (String) -> String) -> Paragraph {
    var paragraph = self
    paragraph.runs = runs.map { run in
      switch run {
      case .text(let text, let style): .text(change(text), style)
      case .blank, .leader, .box, .lineBreak: run
      }
    }
    return paragraph
  }
}
