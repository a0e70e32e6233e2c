import DossierDomain
import DossierStore
import OfficeWork
import PageDescription

/// Makes papers out, and shows and prints what was made out. Shared by screens and commands.
struct PaperDesk: Sendable {
  /// Lines of a preview are no longer than the narrowest screen.
  static let columns = 76

  let workplace: Workplace

  private var store: LocalStore { workplace.store }

  func papers(of id: DossierID, viewer: Viewer) throws(StoreError) -> DossierPapers? {
    guard let dossier = try store.queue.card(id, viewer: viewer)?.dossier else { return nil }
    var states: [PaperNumber: PrintState] = [:]
    for paper in dossier.issuedPapers { states[paper.issue.number] = try store.papers.printState(of: paper.issue.number) }
    return DossierPapers(dossier, offers: workplace.forms.offers(for: dossier), states: states)
  }

  /// Nil if it cannot be shown.
  func text(of choice: PaperChoice, _ id: DossierID, viewer: Viewer) throws(StoreError) -> [String]? {
    switch choice {
    case .new(let form, let replaces):
      guard let facts = try facts(id, viewer: viewer, replaces: replaces) else { return nil }
      return workplace.forms.page(form, facts).map { workplace.forms.text(of: $0, columns: Self.columns) }
    case .issued(let number):
      guard let bytes = try page(of: PaperName(id, number), viewer: viewer),
        let page = try? PageDescription(bytes: bytes)
      else { return nil }
      return workplace.forms.text(of: page, columns: Self.columns)
    }
  }

  /// The bytes as they were when the paper was issued; nil if they are not here.
  func page(of paper: PaperName, viewer: Viewer) throws(StoreError) -> [UInt8]? {
    guard let issue = try store.queue.card(paper.dossier, viewer: viewer)?.dossier.issuedPaper(paper.number)?.issue else {
      return nil
    }
    do throws(AttachmentError) { return try store.papers.page(of: issue) } catch .store(let error) { throw error } catch {
      return nil
    }
  }

  /// Records a paper; called on the writing queue.
  func issue(
    _ form: PaperFormID, for id: DossierID, replacing replaced: PaperNumber?, viewer: Viewer, leaving drafts: [Draft]?
  ) throws(AttachmentError) -> PaperOutcome {
    let found: PaperFacts?
    do throws(StoreError) { found = try facts(id, viewer: viewer, replaces: replaced) } catch { throw .store(error) }
    guard var facts = found else { return .denied(.dossierUnknown) }
    let forms = workplace.forms
    // What the form lacks now it lacks with its number, too.
    guard let offer = forms.offers(for: facts.dossier).first(where: { $0.form == form }), forms.page(form, facts) != nil
    else { return .denied(.itemsMissing) }
    let order = PaperOrder(form: form, template: offer.template, replaces: replaced)
    return try store.papers.issue(order, for: id, by: viewer.clerk, at: facts.at, leaving: drafts) { number in
      facts.number = number
      return forms.page(form, facts)?.bytes ?? []
    }
  }

  private func facts(
    _ id: DossierID, viewer: Viewer, replaces: PaperNumber?
  ) throws(StoreError) -> PaperFacts? {
    guard let dossier = try store.queue.card(id, viewer: viewer)?.dossier,
      let clerk = try store.office.clerks().first(where: { $0.id == viewer.clerk })
    else { return nil }
    return PaperFacts(
      dossier: dossier, office: try store.office.current(), clerk: clerk, at: workplace.clock.now, replaces: replaces)
  }
}
