import PageDescription

/// Looks at a description before anything is drawn: whether the faces have every letter, and whether what is set at once stays within
/// the memory of the process.
struct PageInspection {
  /// Of a block, or of a row of a table: bytes of text, and so many for each element.
  private static let maximumWeight = 256 << 10
  private static let weightOfElement = 64

  private let faces: Faces

  init(_ faces: Faces) { self.faces = faces }

  /// - Throws: `PaperFault.letter`, `PaperFault.tooLarge`
  func check(_ page: PageDescription) throws(PaperFault) {
    for part in page.parts {
      for block in part.blocks {
        // The rows of a table are set one at a time.
        if case .table(let table) = block {
          for row in table.rows { try check(try weight(of: row)) }
        } else {
          try check(try weight(of: block))
        }
      }
    }
  }

  private func check(_ weight: Int) throws(PaperFault) {
    guard weight <= Self.maximumWeight else { throw .tooLarge }
  }

  private func weight(of block: Block) throws(PaperFault) -> Int {
    var weight = Self.weightOfElement
    switch block {
    case .paragraph(let paragraph): weight += try self.weight(of: paragraph)
    case .columns(let columns):
      for column in columns {
        weight += Self.weightOfElement
        for block in column.blocks { weight += try self.weight(of: block) }
      }
    case .table(let table): for row in table.rows { weight += try self.weight(of: row) }
    case .code(let code): weight += try self.weight(of: code.caption)
    case .space, .rule, .cut: break
    case .together(let blocks): for block in blocks { weight += try self.weight(of: block) }
    case .placed(let placed): for block in placed.blocks { weight += try self.weight(of: block) }
    }
    return weight
  }

  private func weight(of row: [Table.Cell]) throws(PaperFault) -> Int {
    var weight = 0
    for cell in row {
      weight += Self.weightOfElement
      for paragraph in cell.paragraphs { weight += try self.weight(of: paragraph) }
    }
    return weight
  }

  private func weight(of paragraph: Paragraph) throws(PaperFault) -> Int {
    var weight = Self.weightOfElement
    for run in paragraph.runs {
      weight += Self.weightOfElement
      switch run {
      case .text(let text, _): weight += try self.weight(of: text)
      case .blank, .leader, .box, .lineBreak: break
      }
    }
    return weight
  }

  private func weight(of text: String) throws(PaperFault) -> Int {
    if let letter = faces.missing(in: text) { throw .letter(letter) }
    return text.utf8.count
  }
}
