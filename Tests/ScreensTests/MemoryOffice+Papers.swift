import Documents
import DossierDomain
import OfficeWork

@testable import Screens

/// Papers and the printer of a store in memory.
struct MemoryPapers {
  var printer = PrinterNews.none
  var open: [PaperToPrint] = []
  /// So many more are not printed than the list has.
  var unread = 0
  /// What the printer has got, in order.
  fileprivate(set) var printed: [PaperNumber] = []
  /// How the settings say that papers of a form go, and how the last ones went.
  var ways: [PaperFormID: PrintWay] = [:]
  fileprivate(set) var lastWay: PrintWay?
  fileprivate(set) var count = 0
  var offers = [offer].compactMap { $0 }
  /// What is said of a scanned paper.
  var check = PaperCheck(at: .desk, .noPaper)
  /// What is said beside the text of a paper.
  var remark: String?
  /// Papers have the owner's number.
  var showsNumbers = false
  /// What was asked for each issued declaration.
  fileprivate(set) var answers: [[String: String]] = []
  fileprivate var facts: [DossierID: DeclarationFacts] = [:]
  static let offer = PaperFormID(FormKind.receipt.rawValue).map {
    PaperOffer(form: $0, template: "1", vi: "Giấy tiếp nhận", en: "Receipt")
  }
}

extension MemoryOffice {
  mutating func answer(_ effect: DeviceEffect, _ now: Instant) -> Answer {
    switch effect {
    case .papers(let request, let id, _):
      request.answer(
        dossier(id).map { dossier in
          var shown = DossierPapers(
            dossier, offers: papers.offers,
            states: Dictionary(papers.open.map { ($0.number, $0.state) }) { first, _ in first })
          shown.standing = dossier.standing(at: now)
          return shown
        })
    case .declaration(let request, let id, let form, _): request.answer(declaration(form, of: id, now))
    case .render(let request, let id, _, _):
      request.answer(dossier(id).map { text(of: $0) })
    case .check(let request, _, _): request.answer(papers.check)
    case .printers(let request, let form):
      request.answer(PrinterChoice(papers.printer, form.flatMap { papers.ways[$0] } ?? PrintWay()))
    case .printOut(let request, let order, _): request.answer(printOut(order))
    case .printBlanks(let request, let isAnyway): request.answer(printBlanks(isAnyway))
    case .follow(let request): request.answer(toPrint)
    case .takeOff(let request, let paper): request.answer(takeOff(paper))
    }
  }

  private func text(of dossier: Dossier) -> PaperText {
    let lines = ["GIẤY TIẾP NHẬN", "Mã hồ sơ: \(dossier.code.text)", "Của: \(dossier.owner.name)"]
    guard papers.showsNumbers else { return PaperText(masked: lines, full: lines, remark: papers.remark) }
    let number = dossier.owner.identityNumber
    return PaperText(masked: lines + [maskedNumber(number)], full: lines + [number])
  }

  private func declaration(_ form: PaperFormID, of id: DossierID, _ now: Instant) -> DeclarationToFill? {
    guard let dossier = dossier(id), let template = (try? Declarations.all())?.first(where: { $0.id == form.text })
    else {
      return nil
    }
    let sources = DeclarationSources(
      of: dossier, in: template, among: [template], office: snapshot.office, on: now.civilDate)
    return DeclarationToFill(template, from: sources, recorded: papers.facts[id] ?? DeclarationFacts())
  }

  private var toPrint: PapersToPrint { PapersToPrint(papers.open, of: papers.open.count + papers.unread) }

  private mutating func takeOff(_ paper: PaperNumber) -> PapersToPrint {
    papers.open.removeAll { $0.number == paper }
    return toPrint
  }

  private mutating func printOut(_ order: PrintOrder) -> PrintNews {
    let kept = Set(papers.open.filter { $0.state == .kept }.map(\.number))
    let numbers = order.papers.map(\.number).filter { order.isAgain || kept.contains($0) }
    guard papers.printer.queue(isAnyway: order.isAnyway) != nil else {
      return PrintNews(kept: numbers, printer: papers.printer)
    }
    papers.printed += numbers
    papers.lastWay = order.way
    papers.open.removeAll { numbers.contains($0.number) }
    return PrintNews(sent: numbers, printer: papers.printer)
  }

  mutating func issue(
    _ request: RequestNumber, _ id: DossierID, _ new: NewPaper, _ viewer: Viewer, _ now: Instant
  ) -> Answer {
    papers.count += 1
    if let answers = new.answers {
      papers.answers.append(answers)
      papers.facts[id] = DeclarationFacts(answers)
    }
    guard let series = PaperNumber.Series("7K3QZ0"),
      let number = PaperNumber(count: papers.count, year: 2026, series: series),
      let paper = PaperIssue(
        form: new.form, template: "1", number: number, pageHash: Array(repeating: 1, count: 16),
        sealed: String(repeating: "ab", count: 32), replaces: new.replaces)
    else { return .performed(request, [.denied(id, .numbersUsedUp)]) }
    switch perform(Act(dossier: id, commands: [.issuePaper(paper)]), viewer.clerk, now) {
    case .denied(_, let denial): return .performed(request, [.denied(id, denial)])
    case .done(let row, _):
      papers.open.append(
        PaperToPrint(
          number: number, form: new.form, dossier: id, code: row.code,
          owner: row.isConfidential ? nil : row.ownerName, state: .kept, at: now))
      return .paperIssued(request, paper, row)
    }
  }
}
