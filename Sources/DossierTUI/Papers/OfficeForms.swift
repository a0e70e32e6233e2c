import Console
import Documents
import DossierDomain
import Foundation
import OfficeWork
import PageDescription

/// The papers that an office can make out for a dossier: the program's forms in the office's own words where it has any, and the
/// declarations of the procedure.
struct OfficeForms: Sendable {
  /// What an issued paper says beside the dossier.
  struct Issuing: Sendable {
    /// Nil while it is only looked at: the number is given when it is issued.
    var number: PaperNumber?
    var clerk: ClerkID
    var at: Instant
  }

  let templates: FormTemplates
  let settings: Settings
  /// Of the office's file, of which nothing holds then.
  let faults: [FormTemplateFault]
  let path: String

  /// - Parameter path: of the office's own texts, which need not be there.
  init(path: String, settings: Settings) {
    (self.path, self.settings) = (path, settings)
    guard let bytes = WholeFile.bytes(at: path, atMost: 1 << 20) else {
      (templates, faults) = (.shipped, [])
      return
    }
    do throws(FormTemplateFaults) {
      templates = try FormTemplates(changedBy: bytes)
      faults = []
    } catch {
      (templates, faults) = (.shipped, error.all)
    }
  }

  /// What can be made out for a dossier as it is: what is usual at a reception, then the citizen's declarations, then the others.
  func offers(for source: PaperSource, by clerk: Clerk) -> [PaperOffer] {
    let usual = FormKind.atReception(of: source.dossier)
    let kinds = FormKind.allCases.filter { canMake($0, of: source, by: clerk) }
    return kinds.filter { $0 == usual }.compactMap { offer($0) }
      + declarations(of: source.dossier).compactMap { template in
        PaperFormID(template.id).map {
          PaperOffer(
            form: $0, template: template.circular, isDeclaration: true, vi: template.title,
            en: "Declaration: \(template.title)")
        }
      }
      + kinds.filter { $0 != usual }.compactMap { offer($0) }
  }

  private func offer(_ kind: FormKind) -> PaperOffer? {
    PaperFormID(kind.rawValue).map {
      PaperOffer(form: $0, template: templates[kind].version, vi: kind.wording(.vi), en: kind.wording(.en))
    }
  }

  /// What papers of a form are printed on. Declarations are on A4.
  func media(of form: PaperFormID) -> Media {
    FormKind(rawValue: form.text).map { Media(templates[$0].sheet) } ?? .a4
  }

  /// The one that prints by itself at a reception; nil if none does.
  static func atReception(of dossier: Dossier) -> PaperFormID? {
    FormKind.printedAtReception(of: dossier).flatMap { PaperFormID($0.rawValue) }
  }

  /// Nil for a form that the dossier cannot have.
  func page(_ paper: NewPaper, of source: PaperSource, _ issuing: Issuing) -> PageDescription? {
    guard let clerk = source.clerk(issuing.clerk) else { return nil }
    if let kind = FormKind(rawValue: paper.form.text) {
      guard canMake(kind, of: source, by: clerk) else { return nil }
      return page(kind, source, issuer(source, issuing, clerk, replaces: paper.replaces))
    }
    guard let filling = declaration(paper.form, of: source, on: issuing.at.civilDate) else { return nil }
    return DeclarationPage(filling.template, paper.answers.map { DeclarationFacts($0) } ?? filling.known)
      .description(createdAt: issuing.at.milliseconds / 1000)
  }

  /// Nil for another form, and for one that the dossier cannot have.
  /// - Parameter recorded: what was asked before.
  func declaration(
    _ form: PaperFormID, of source: PaperSource, on date: CivilDate, recorded: DeclarationFacts = DeclarationFacts()
  ) -> DeclarationToFill? {
    let declarations = declarations(of: source.dossier)
    guard let template = declarations.first(where: { $0.id == form.text }) else { return nil }
    let sources = DeclarationSources(
      of: source.dossier, in: template, among: declarations, office: source.office, on: date)
    return DeclarationToFill(template, from: sources, recorded: recorded)
  }

  private func canMake(_ kind: FormKind, of source: PaperSource, by clerk: Clerk) -> Bool {
    switch kind {
    case .visitReceipt: source.visit.count > 1 && FormKind.receipt.denial(of: source.dossier, by: clerk) == nil
    case .guideSheet: source.subject.version != nil
    case .register, .blankReceipt: false
    case .receipt, .supplement, .refusal, .apology, .stopping, .controlSlip, .appointmentSlip, .fileLabel,
      .handOverList:
      kind.denial(of: source.dossier, by: clerk) == nil
    }
  }

  private func page(_ kind: FormKind, _ source: PaperSource, _ issuer: PaperIssuer) -> PageDescription? {
    let (dossier, version) = (source.dossier, source.subject.version)
    switch kind {
    case .receipt: return ReceiptPaper(dossier, version: version, issue: issuer).page(templates)
    case .visitReceipt:
      let versions = Dictionary(source.visit.map { ($0.dossier.id, $0.version) }) { first, _ in first }
      return VisitReceiptPaper(source.visit.map(\.dossier), version: { versions[$0.id] ?? nil }, issue: issuer)
        .page(templates)
    case .supplement: return SupplementPaper(dossier, until: source.supplementUntil, issue: issuer).page(templates)
    case .refusal: return RefusalPaper(dossier, returned: nil, issue: issuer).page(templates)
    case .apology: return ApologyPaper(dossier, signer: source.signer, issue: issuer).page(templates)
    case .stopping: return StoppingPaper(dossier, signer: source.signer, issue: issuer).page(templates)
    case .controlSlip: return ControlSlipPaper(dossier, name: source.name, issue: issuer).page(templates)
    case .register, .blankReceipt: return nil
    case .appointmentSlip: return AppointmentSlipPaper(dossier, issue: issuer).page(templates)
    case .fileLabel: return FileLabelPaper(dossier, name: source.name, issue: issuer).page(templates)
    case .handOverList:
      return HandOverPaper(rows: [HandOverPaper.Row(dossier)], giver: issuer.clerk, issue: issuer).page(templates)
    case .guideSheet:
      return version.map { GuidePaper($0, dossier.answers, issue: issuer).page(templates) }
    }
  }

  private func issuer(
    _ source: PaperSource, _ issuing: Issuing, _ clerk: Clerk, replaces: PaperNumber?
  ) -> PaperIssuer {
    PaperIssuer(
      office: source.office, clerk: clerk.name, number: issuing.number?.text ?? "",
      replaces: replaces?.text ?? "", at: issuing.at, phone: settings.officePhone, website: settings.officeWebsite)
  }

  private func declarations(of dossier: Dossier) -> [DeclarationTemplate] {
    guard let receivedAt = dossier.receivedAt, !dossier.isVoid else { return [] }
    let answer = try? Declarations.of(procedure: dossier.procedure.code, on: receivedAt.civilDate)
    return answer?.templates ?? []
  }
}
