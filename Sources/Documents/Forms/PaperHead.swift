import DossierDomain
import PageDescription

/// What stands at the top of each paper: the code at the left corner (TT 01/2023/TT-VPCP) with the agency below it, the name of
/// the state and its motto at the right, number, place and date below them (NĐ 30/2020/NĐ-CP, Phụ lục I).
struct PaperHead {
  var template: FormTemplate
  var issue: PaperIssuer
  /// Nil for a paper that is of no one dossier, which has no code.
  var subject: PaperSubject?
  var due: Instant?
  /// It has neither number nor date.
  var isByHand = false

  var blocks: [Block] {
    // On half a sheet height is scarce, and the width is that of a whole one.
    let top: [Block] =
      template.isHalf
      ? [.columns([Block.Column(9, code), Block.Column(21, agency), Block.Column(30, state)])]
      : [.columns([Block.Column(7, code + agency), Block.Column(9, state)])]
    if isByHand { return top }
    return top + [
      .columns([
        Block.Column(7, [.paragraph(Paragraph([.text("Số: ")] + .short(issue.number), .centre))] + replaced),
        Block.Column(9, [.paragraph(Paragraph(placeAndDate, .centre))]),
      ])
    ]
  }

  /// Without a dossier's code there is nothing that a machine could find.
  private var code: [Block] {
    guard let subject, !subject.code.isEmpty else { return [] }
    let code = PaperCode(
      dossier: subject.code, procedure: subject.procedureCode, identity: subject.codeIdentity, paper: template.title,
      system: issue.system, issuedAt: issue.at, due: due)
    return [.code(Code(.qr, code.text, size: PaperCode.side))]
  }

  private var replaced: [Block] {
    guard !issue.replaces.isEmpty else { return [] }
    return [.paragraph(Paragraph("(thay giấy số \(issue.replaces))", .italic, .centre, size: 20, after: 0))]
  }

  private var agency: [Block] {
    func line(_ name: String, _ style: Run.Style) -> Block {
      let runs: [Run] = name.isEmpty ? [.blank(500)] : [.text(name.uppercased(), style)]
      return .paragraph(Paragraph(runs, .centre, size: template.isHalf ? 20 : 24, after: 0))
    }
    return [line(issue.authority, []), line(issue.desk, .bold), .rule(percent: 30)]
  }

  private var state: [Block] {
    [
      .paragraph(Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", .bold, .centre, size: 24, after: 0)),
      .paragraph(Paragraph("Độc lập - Tự do - Hạnh phúc", .bold, .centre, size: 26, after: 0)), .rule(percent: 45),
    ]
  }

  private var placeAndDate: [Run] {
    let place = issue.place.isEmpty ? [Run.blank(250)] : [.text(issue.place, .italic)]
    return place + [.text(", \(issue.at.civilDate.inWords)", .italic)]
  }
}
