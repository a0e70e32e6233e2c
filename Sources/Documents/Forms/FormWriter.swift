import DossierDomain
import PageDescription

/// Writes what all papers have in common around the content of one.
struct FormWriter<Label: FormLabel> {
  let template: FormTemplate
  let issue: PaperIssuer

  init(_ template: FormTemplate, _ issue: PaperIssuer) { (self.template, self.issue) = (template, issue) }

  /// The fixed text of this name.
  subscript(label: Label) -> String { template.texts[label.rawValue] ?? "" }

  /// `label value`, on a line of its own.
  func field(_ label: Label, _ value: [Run]) -> Block {
    .paragraph(Paragraph([.text(self[label] + " ")] + value, .justified))
  }

  func field(_ label: Label, _ value: String) -> Block { field(label, .value(value)) }

  /// Several fields in one line; only the last one is dotted to its end.
  /// - Parameter room: for the others while they are empty, in tenths of a millimetre.
  func line(_ fields: [(label: Label, value: String)], room: Int = 300) -> Block {
    var runs: [Run] = []
    for (place, field) in fields.enumerated() {
      let isLast = place == fields.count - 1
      runs += [.text(self[field.label] + " ")] + (isLast ? .value(field.value) : .short(field.value, room))
      if !isLast { runs.append(.text("    ")) }
    }
    return .paragraph(Paragraph(runs))
  }

  func text(_ label: Label) -> Block { .paragraph(Paragraph(self[label], [], .justified, firstIndent: 100)) }

  /// A table of these columns with its headings.
  func table(
    _ columns: [(label: Label, share: Int)], _ rows: [[Table.Cell]], size: Int? = nil
  ) -> Block {
    let head = columns.map { Table.Cell(self[$0.label], .bold, .centre) }
    return .table(Table(shares: columns.map(\.share), rows: [head] + rows, size: size))
  }

  /// Beside each other, each with a place for the signature and the name below it.
  /// - Parameter room: for a name that is not known yet, in tenths of a millimetre.
  func signatures(_ signers: [(role: Label, name: String)], sign: Label, room: Int = 500) -> Block {
    let columns = signers.map { signer in
      Block.Column(
        1,
        [
          .paragraph(Paragraph(self[signer.role], .bold, .centre, after: 0)),
          .paragraph(Paragraph(self[sign], .italic, .centre, after: 0)), .space(template.isHalf ? 120 : 200),
          .paragraph(Paragraph(.short(signer.name, room), .centre)),
        ])
    }
    // One signer stands on the right.
    return .together([.columns(columns.count == 1 ? [Block.Column(1, [])] + columns : columns)])
  }

  /// The page with the content once for each copy.
  /// - Parameters:
  ///   - due: the appointment, for papers that give one.
  ///   - isByHand: it is filled in later, so that it has no number and no date of its own.
  ///   - copyLabel: before the name of the copy.
  ///   - heading: below the title, centred; empty for none.
  func page(
    _ subject: PaperSubject?, due: Instant? = nil, isByHand: Bool = false, copyLabel: Label? = nil,
    heading: String = "", _ content: [Block]
  ) -> PageDescription {
    let copies = template.copies.isEmpty ? [""] : template.copies
    let parts = copies.map { copy in
      let head = PaperHead(template: template, issue: issue, subject: subject, due: due, isByHand: isByHand)
      let copyName = copy.isEmpty ? [] : [note([copyLabel.map { self[$0] } ?? "", copy], .right)]
      let footnote = template.footnote.isEmpty ? [] : [note([template.footnote], .left)]
      return PageDescription.Part(head.blocks + copyName + title(heading) + content + footnote)
    }
    return PageDescription(
      sheet: template.sheet, margins: template.isHalf ? .small : .official, title: template.title,
      createdAt: issue.at.milliseconds / 1000, textSize: template.isHalf ? 22 : 26, parts: parts)
  }

  private func note(_ words: [String], _ alignment: Paragraph.Alignment) -> Block {
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    return .paragraph(Paragraph(text, .italic, alignment, size: 18, before: alignment == .left ? 20 : 0))
  }

  private func title(_ heading: String) -> [Block] {
    let title = Paragraph(
      template.title.uppercased(), .bold, .centre, size: template.isHalf ? 26 : 28, before: template.isHalf ? 10 : 30,
      after: heading.isEmpty ? 30 : 0)
    return [.paragraph(title)] + (heading.isEmpty ? [] : [.paragraph(Paragraph(heading, .bold, .centre, after: 30))])
  }
}

extension PageDescription.Margins {
  /// For papers of half a sheet.
  static let small = PageDescription.Margins(top: 80, right: 100, bottom: 80, left: 150)
}

extension Table.Cell {
  /// A dossier's code in two lines, because none of its places lets a narrow column break it: `000.19.45.H50-`, `261124-0007`.
  init(code: String) {
    let end = code.split(separator: "-", omittingEmptySubsequences: false).suffix(2).joined(separator: "-")
    let runs: [Run] =
      end.count < code.count ? [.text(String(code.dropLast(end.count))), .lineBreak, .text(end)] : [.text(code)]
    self.init([Paragraph(runs, after: 0)])
  }
}
