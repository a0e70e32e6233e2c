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
      full: text.lines(of: page), remark: remark(on: choice, source))
  }

  /// Why a declaration has a dotted line where something is known.
  private func remark(on choice: PaperChoice, _ source: PaperSource) -> String? {
    guard case .new(let paper) = choice,
      let filling = workplace.forms().declaration(paper.form, of: source, on: workplace.clock.now.civilDate)
    else { return nil }
    let facts = paper.answers.map { DeclarationFacts($0) } ?? filling.known
    return DeclarationQuestions([filling.template], facts).leftBlankWording(workplace.language)
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

  /// Draws a paper as it will be issued, beside the acts.
  /// - Returns: nil if it cannot be made or drawn; `issue` says why.
  func draw(_ paper: NewPaper, for id: DossierID, viewer: Viewer) -> DrawnPaper? {
    var issuing = OfficeForms.Issuing(clerk: viewer.clerk, at: workplace.clock.now)
    issuing.number = try? store.papers.nextNumber(at: issuing.at)
    guard let number = issuing.number, let source = try? store.papers.source(of: id, viewer: viewer),
      let plain = workplace.forms().page(paper, of: source, issuing)
    else { return nil }
    // A machine without a key to seal with draws a paper without a seal.
    let sealer: PaperSealer?
    do throws(AttachmentError) { sealer = try self.sealer() } catch { return nil }
    let sealed = plain.sealed(number, paper.form, by: sealer)
    do throws(PaperFailure) { try workplace.drawnPages.draw(sealed, on: workplace.device) } catch { return nil }
    return DrawnPaper(number: number, issuing: issuing, plain: plain, sealed: sealed)
  }

  /// Records a paper; called on the writing queue. Nothing is recorded that nobody can print.
  /// - Parameter drawn: the same paper from before. It is drawn now if there is none, or if what stands on it has changed since.
  func issue(
    _ paper: NewPaper, for id: DossierID, viewer: Viewer, leaving drafts: [Draft]?, drawn: DrawnPaper? = nil
  ) throws(PaperIssueFailure) -> PaperOutcome {
    let found: PaperSource?
    do throws(StoreError) { found = try store.papers.source(of: id, viewer: viewer) } catch { throw .store(error) }
    guard let source = found, let clerk = source.clerk(viewer.clerk) else { return .denied(.dossierUnknown) }
    let forms = workplace.forms()
    var issuing = OfficeForms.Issuing(clerk: clerk.id, at: workplace.clock.now)
    guard let offer = forms.offers(for: source, by: clerk).first(where: { $0.form == paper.form }) else {
      throw .notOffered(Self.denial(of: paper.form, source.dossier, by: clerk))
    }
    let order = PaperOrder(
      form: paper.form, template: offer.template, replaces: paper.replaces,
      facts: paper.answers.map { DeclarationFacts($0).bytes } ?? [])
    var fault: PaperFailure?
    do throws(AttachmentError) {
      let sealer = try sealer()
      let recording = source.recording(paper.form).id
      return try store.papers.issue(
        order, for: recording, by: clerk.id, at: issuing.at, leaving: drafts, unsealed: PageDescription.unsealed
      ) { number in
        // The time on a paper is that of its entry.
        if let drawn, drawn.number == number, drawn.issuing.at.clockAndDate == issuing.at.clockAndDate,
          forms.page(paper, of: source, drawn.issuing) == drawn.plain
        {
          return drawn.sealed.bytes
        }
        issuing.number = number
        guard let page = forms.page(paper, of: source, issuing)?.sealed(number, paper.form, by: sealer) else {
          return []
        }
        do throws(PaperFailure) { try workplace.drawnPages.draw(page, on: workplace.device) } catch {
          // A machine that cannot draw says nothing of the paper, which is kept until it can.
          if error.isOfPaper { fault = error }
        }
        return fault == nil ? page.bytes : []
      }
    } catch {
      if let fault { throw .unprintable(fault) }
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

extension Workplace {
  /// Asks the printer that papers of a form go to.
  func printerChoice(for form: PaperFormID?) -> PrinterChoice {
    let way = settings.printWay(of: form)
    return PrinterChoice(device.printer(way.queue), way, on: form.map { forms().media(of: $0) })
  }

  func printerChoice(for kind: FormKind) -> PrinterChoice { printerChoice(for: PaperFormID(kind.rawValue)) }
}

extension OfficeForms {
  /// That the office's own texts do not hold, and where its file is wrong; nil if all is well.
  func remark(_ language: Language) -> String? {
    guard let fault = faults.first else { return nil }
    return language.pick(
      "\(path), \(fault.wording(.vi)). Đang dùng mẫu của chương trình.",
      "\(path), \(fault.wording(.en)). The program's own texts are used.")
  }
}
