import Dispatch
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import Screens

/// Shows and prints papers on a queue of its own: a printer answers when it likes.
final class DeviceRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let desk: PaperDesk
  private let queue = DispatchQueue(label: "dossier.device", qos: .userInitiated)

  init(workplace: Workplace, mailbox: Mailbox) {
    (self.workplace, self.mailbox) = (workplace, mailbox)
    desk = PaperDesk(workplace: workplace)
  }

  /// Starts an effect and returns at once.
  func run(_ effect: DeviceEffect) {
    queue.async { [self] in
      switch effect {
      case .papers(let request, let id, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try desk.papers(of: id, viewer: viewer) }
      case .render(let request, let id, let choice, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try desk.text(of: choice, id, viewer: viewer) }
      case .printers(let request): mailbox.deliver(request.answer(workplace.device.printer()))
      case .print(let request, let papers, let viewer):
        mailbox.answer(request, workplace) { () throws(StoreError) in try print(papers, viewer) }
      case .follow(let request):
        mailbox.answer(request, workplace) { () throws(StoreError) in try follow() }
      }
    }
  }

  func settle() { queue.sync {} }

  /// Nothing is given to a printer that says that it cannot print: the paper would come out some time, unseen.
  private func print(_ papers: [PaperName], _ viewer: Viewer) throws(StoreError) -> PrintNews {
    _ = try follow()
    var news = PrintNews(printer: workplace.device.printer())
    for paper in papers {
      guard news.printer.trouble == nil, let page = try desk.page(of: paper, viewer: viewer) else {
        news.kept.append(paper.number)
        continue
      }
      do throws(PrinterTrouble) {
        let job = try workplace.device.print(page)
        news.sent.append(paper.number)
        note(.sent, paper.number, job)
        watch(job, of: paper.number)
      } catch {
        news.kept.append(paper.number)
        news.printer.trouble = error
      }
    }
    return news
  }

  /// Asks about every job that was sent and has not ended.
  private func follow() throws(StoreError) -> [PaperToPrint] {
    for paper in try workplace.store.papers.toPrint() where paper.state == .sent {
      guard let job = paper.job else { continue }
      take(workplace.device.state(of: job), of: paper.number)
    }
    return try workplace.store.papers.toPrint()
  }

  /// Follows a job to its end on a thread of its own, which sleeps until the print server answers.
  private func watch(_ job: PrintedJob, of paper: PaperNumber) {
    Thread.detachNewThread { [self] in
      let state = workplace.device.end(of: job)
      queue.async { [self] in
        take(state, of: paper)
        if case .stopped(let trouble) = state {
          let language = workplace.language
          mailbox.deliver(
            .news(
              language.pick("Giấy số \(paper.text) chưa in ra: ", "Paper \(paper.text) did not come out: ")
                + trouble.wording(language) + language.pick(". In lại ở F8.", ". Print it from F8.")))
        }
      }
    }
  }

  private func take(_ state: JobState, of paper: PaperNumber) {
    switch state {
    case .waiting: break
    case .printed: note(.printed, paper)
    case .stopped: note(.kept, paper)
    case .unknown: note(.doubtful, paper)
    }
  }

  /// In a window that only reads, nothing is noted, and the paper stays in the list.
  private func note(_ state: PrintState, _ paper: PaperNumber, _ job: PrintedJob? = nil) {
    try? workplace.store.papers.note(state, of: paper, job: job, at: workplace.clock.now)
  }
}
