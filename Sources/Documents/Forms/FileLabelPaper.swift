import DossierDomain
import PageDescription

/// The cover of a dossier on the shelf: its code for eyes and scanners, and until when it has to be done.
public struct FileLabelPaper: Hashable, Sendable {
  enum Label: String, FormLabel {
    case owner, birth, content, received, due, sets, holder, hidden
  }

  public var code: String
  public var owner: String
  public var birthYear: String
  public var content: String
  public var receivedAt: Instant?
  public var dueAt: Instant?
  public var sets: Int?
  public var holder: String
  /// A cover lies open: of a confidential dossier it names nobody, and not the matter.
  public var isConfidential: Bool
  public var issue: PaperIssuer

  public init(
    code: String, owner: String, birthYear: String, content: String, receivedAt: Instant?, dueAt: Instant?, sets: Int?,
    holder: String, isConfidential: Bool, issue: PaperIssuer
  ) {
    self.code = code
    self.owner = owner
    self.birthYear = birthYear
    self.content = content
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.sets = sets
    self.holder = holder
    self.isConfidential = isConfidential
    self.issue = issue
  }

  /// - Parameter name: of a clerk; empty if she is not known here.
  public init(_ dossier: Dossier, name: (ClerkID) -> String, issue: PaperIssuer) {
    self.init(
      code: dossier.code.text, owner: dossier.owner.name, birthYear: dossier.owner.birthYear,
      content: ProcedureVersion.shortName(of: dossier.procedure.code) ?? dossier.procedure.name,
      receivedAt: dossier.receivedAt, dueAt: dossier.promisedAt, sets: dossier.copies,
      holder: dossier.assignee.map(name) ?? "", isConfidential: dossier.isConfidential, issue: issue)
  }

  public func page(_ templates: FormTemplates) -> PageDescription {
    let template = templates[.fileLabel]
    let form = FormWriter<Label>(template, issue)
    var blocks: [Block] = [
      .paragraph(Paragraph(issue.desk.uppercased(), .bold, .centre)),
      .paragraph(Paragraph(.short(code, 600).map(Self.bold), .centre, size: 36)),
    ]
    // Code 128 is ASCII; a code with other letters is for eyes only.
    if !code.isEmpty, code.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      blocks.append(.code(Code(.code128, code, size: 150, .centre)))
    }
    blocks += isConfidential ? [.paragraph(Paragraph(form[.hidden], .bold, .centre))] : person(form)
    blocks += [
      form.field(.received, .moment(receivedAt)),
      .paragraph(
        Paragraph(
          [.text(form[.due] + " ", .bold)] + [Run].moment(dueAt).map(Self.bold), size: 32, before: 20, after: 20)),
      form.line([(.sets, sets.map(String.init) ?? ""), (.holder, holder)]),
    ]
    return PageDescription(
      sheet: template.sheet, margins: .small, title: template.title, createdAt: issue.at.milliseconds / 1000,
      numbersPages: false, parts: [PageDescription.Part(blocks)])
  }

  private func person(_ form: FormWriter<Label>) -> [Block] {
    [
      .paragraph(Paragraph([.text(form[.owner] + " ")] + [Run].value(owner).map(Self.bold), size: 30)),
      form.field(.birth, birthYear), form.field(.content, content),
    ]
  }

  private static func bold(_ run: Run) -> Run {
    if case .text(let text, _) = run { .text(text, .bold) } else { run }
  }
}
