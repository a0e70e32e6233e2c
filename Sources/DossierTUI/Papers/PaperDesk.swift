import Documents
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
    guard let source = try store.papers.source(of: id, viewer: viewer), let clerk = source.clerk(viewer.clerk) else {
      return nil
    }
    let issued = try store.papers.issued(for: id, viewer: viewer)
    var states: [PaperNumber: PrintState] = [:]
    for paper in issued { states[paper.number] = try store.papers.printState(of: paper.number) }
    let forms = workplace.forms()
    var papers = DossierPapers(
      code: source.dossier.code, issued: issued, offers: forms.offers(for: source, by: clerk), states: states)
    papers.lasting = Set(
      issued.filter { $0.dossier != source.recording($0.paper.issue.form).id }.map(\.number))
    papers.remark = forms.remark(workplace.language)
    papers.standing = source.dossier.standing(at: workplace.clock.now)
    return papers
  }

  /// Nil if it cannot be shown.
  func text(of choice: PaperChoice, _ id: DossierID, viewer: Viewer) throws(StoreError) -> PaperText? {
    guard let source = try store.papers.source(of: id, viewer: viewer) else { return nil }
    let (page, answers): (PageDescription?, DeclarationFacts?)
    switch choice {
    case .new(let paper):
      page = workplace.forms().page(
        paper, of: source, OfficeForms.Issuing(clerk: viewer.clerk, at: workplace.clock.now))
      answers = paper.answers.map { DeclarationFacts($0) }
    case .issued(let number):
      let issue = try store.papers.find(number, for: id, viewer: viewer)?.paper.issue
      page = issue.flatMap { self.page(of: $0) }
      answers = issue?.facts.flatMap { facts(of: $0) }
    }
    guard let page else { return nil }
    let people = source.visit.flatMap(\.dossier.people) + source.dossier.people
    let numbers = people.flatMap { [$0.identityNumber, $0.oldNumber, $0.phone] } + (answers?.numbersOfPeople ?? [])
    let text = PageText(width: Self.columns, isPlain: workplace.settings.isPlain)
    return PaperText(
      masked: text.lines(of: page.masked(Set(numbers), but: [workplace.settings.officePhone])),
      full: text.lines(of: page))
  }

  /// The questions of a declaration, with what was asked for an earlier one; nil if the dossier cannot have it.
  func declaration(
    _ form: PaperFormID, _ id: DossierID, viewer: Viewer
  ) throws(StoreError) -> DeclarationToFill? {
    guard let source = try store.papers.source(of: id, viewer: viewer) else { return nil }
    return workplace.forms().declaration(
      form, of: source, on: workplace.clock.now.civilDate, recorded: recorded(source))
  }

  /// Nothing if it was destroyed, or has not come from the other desk yet: it is asked for again then.
  private func recorded(_ source: PaperSource) -> DeclarationFacts {
    source.dossier.facts.flatMap { facts(of: $0) } ?? DeclarationFacts()
  }

  private func facts(of sealed: SealedFacts) -> DeclarationFacts? {
    (try? store.papers.facts(of: sealed)).flatMap { try? DeclarationFacts(bytes: $0) }
  }

  /// The bytes as they were when the paper was issued; nil if they are not here.
  func page(of paper: PaperName, viewer: Viewer) throws(StoreError) -> [UInt8]? {
    guard let issue = try store.papers.find(paper.number, for: paper.dossier, viewer: viewer)?.paper.issue else {
      return nil
    }
    do throws(AttachmentError) {
      return try store.papers.page(of: issue, unsealed: PageDescription.unsealed)
    } catch .store(let error) { throw error } catch { return nil }
  }

  /// Nil if it is not known here, or not for this viewer.
  func form(of paper: PaperName, viewer: Viewer) throws(StoreError) -> PaperFormID? {
    do throws(StoreError) {
      return try store.papers.find(paper.number, for: paper.dossier, viewer: viewer)?.paper.issue.form
    } catch {
      // Drawing it says so, of this paper only.
      if case .denied = error { return nil }
      throw error
    }
  }

  /// Records a paper; called on the writing queue.
  ///
  /// It is drawn before, with dots in the place of its number, so that no paper is recorded that nobody can print.
  func issue(
    _ paper: NewPaper, for id: DossierID, viewer: Viewer, leaving drafts: [Draft]?
  ) throws(PaperIssueFailure) -> PaperOutcome {
    let found: PaperSource?
    do throws(StoreError) { found = try store.papers.source(of: id, viewer: viewer) } catch { throw .store(error) }
    guard let source = found, let clerk = source.clerk(viewer.clerk) else { return .denied(.dossierUnknown) }
    let forms = workplace.forms()
    var issuing = OfficeForms.Issuing(clerk: clerk.id, at: workplace.clock.now)
    // What the form lacks now it lacks with its number, too.
    guard let offer = forms.offers(for: source, by: clerk).first(where: { $0.form == paper.form }),
      let page = forms.page(paper, of: source, issuing)
    else { throw .notOffered(Self.denial(of: paper.form, source.dossier, by: clerk)) }
    do throws(PaperFailure) { _ = try workplace.device.draw(page) } catch {
      // A machine that cannot draw says nothing of the paper, which is kept until it can.
      if error.isOfPaper { throw .unprintable(error) }
    }
    let order = PaperOrder(
      form: paper.form, template: offer.template, replaces: paper.replaces,
      facts: paper.answers.map { DeclarationFacts($0).bytes } ?? [])
    do throws(AttachmentError) {
      let sealer = try sealer()
      let recording = source.recording(paper.form).id
      return try store.papers.issue(
        order, for: recording, by: clerk.id, at: issuing.at, leaving: drafts, unsealed: PageDescription.unsealed
      ) { number in
        issuing.number = number
        return forms.page(paper, of: source, issuing)?.sealed(number, paper.form, by: sealer).bytes ?? []
      }
    } catch {
      throw PaperIssueFailure(error)
    }
  }

  /// Nil for a form whose rule does not look at one dossier alone.
  private static func denial(of form: PaperFormID, _ dossier: Dossier, by clerk: Clerk) -> PaperDenial? {
    guard let kind = FormKind(rawValue: form.text), FormKind.ofDossier.contains(kind) else { return nil }
    return kind.denial(of: dossier, by: clerk)
  }
}

extension Workplace {
  /// Read whenever papers are made, so that a start does not wait for it and a corrected file holds at once.
  func forms() -> OfficeForms { OfficeForms(path: locations.configuration + "/forms.txt", settings: settings) }
}
