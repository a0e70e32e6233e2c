import DossierDomain
import PageDescription

/// Receipts that are filled in by hand while there is no current: each code on a sheet of its own in two halves, one stays.
public struct BlankReceiptPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case copy, code, received, owner, applicant, phone, identity, content, papers, due, submitter, receiver, sign, note
  }

  /// By hand a letter takes 3 mm, and names of thirty letters are not rare. It leaves 4 mm for each digit behind it.
  private static let roomOfName = 900

  public var codes: [DossierCode]
  public var issue: PaperIssuer

  /// - Parameter issue: its moment is that of the printing; whoever fills it in signs it.
  public init(codes: [DossierCode], issue: PaperIssuer) {
    self.codes = codes
    self.issue = issue
    self.issue.clerk = ""
  }

  /// All of them in one description, so that one job prints them.
  public func page(_ templates: FormTemplates) -> PageDescription {
    let form = FormWriter<Label>(templates[.blankReceipt], issue)
    // Without a code it is the form alone, as an office looks at its own texts.
    var all = page(of: codes.first?.text ?? "", form)
    for code in codes.dropFirst() { all.parts += page(of: code.text, form).parts }
    return all
  }

  private func page(of code: String, _ form: FormWriter<Label>) -> PageDescription {
    form.page(
      PaperSubject(code: code), isByHand: true, copyLabel: .copy,
      heading: code.isEmpty ? "" : "\(form[.code]) \(code)",
      [
        form.field(.received, .moment(nil)), form.line([(.owner, ""), (.identity, "")], room: Self.roomOfName),
        form.line([(.applicant, ""), (.phone, "")], room: Self.roomOfName), form.field(.content, ""),
        form.field(.papers, ""),
        .paragraph(Paragraph(.value(""))), form.field(.due, .moment(nil)),
        form.signatures([(.submitter, ""), (.receiver, "")], sign: .sign, room: 700),
        .paragraph(Paragraph(form[.note], .italic, size: 18, before: 10)),
      ])
  }
}
