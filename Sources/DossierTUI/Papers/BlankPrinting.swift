import DossierDomain
import DossierStore
import OfficeWork
import PageDescription

/// Prints blank receipts that have their numbers. Those that no printer has got are kept in one setting beside the journal; only the
/// queue of printing changes it.
struct BlankPrinting: Sendable {
  let workplace: Workplace

  private static let setting = "blanks to print"

  /// All of this desk, with the dossiers that bear their codes.
  func drawer(_ viewer: Viewer) throws(StoreError) -> BlankDrawer {
    let (blanks, kept) = (try workplace.store.decisions.blanks(), try keptCodes())
    var items: [BlankDrawer.Item] = []
    var found = 0
    for blank in blanks {
      var item = BlankDrawer.Item(blank, isToPrint: blank.state == .unused && kept.contains(blank.code.text))
      if blank.state == .used, found < BlankDrawer.mostDossiers {
        found += 1
        item.dossier = try workplace.store.queue.findByCode(blank.code.text, viewer: viewer).first
      }
      items.append(item)
    }
    return BlankDrawer(items)
  }

  /// Nil if there are none, and no printer from which somebody could expect them.
  func counts() throws(StoreError) -> BlankCounts? {
    let unused = try workplace.store.decisions.blanks().filter { $0.state == .unused }
    if unused.isEmpty, workplace.settings.printer == nil { return nil }
    let kept = try keptCodes()
    return BlankCounts(unused: unused.count, toPrint: unused.count { kept.contains($0.code.text) })
  }

  /// They have their numbers now and go to the printer next.
  func keep(_ codes: [DossierCode]) throws(StoreError) {
    try write(try keptCodes().union(codes.map(\.text)))
  }

  /// Gives what is kept to the printer, the sheets of one printing in one job. They are off the list before they go out: a code that
  /// comes out twice would be that of two citizens, and one that does not come out is struck.
  /// - Parameter hasSent: what becomes of a job is asked by whoever goes on running.
  func printOut(
    isAnyway: Bool, hasSent: (PrintJobID, [DossierCode]) -> Void = { _, _ in }
  ) throws(StoreError) -> BlankPrintNews {
    let choice = workplace.printerChoice(for: .blankReceipt)
    let way = choice.way
    var news = BlankPrintNews(printer: choice.news)
    news.failure = choice.news.fault(of: way)
    let (blanks, kept) = (try workplace.store.decisions.blanks(), try keptCodes())
    let waiting = blanks.filter { $0.state == .unused && kept.contains($0.code.text) }
    let office = try workplace.store.office.current()
    for (at, batch) in Dictionary(grouping: waiting, by: \.printedAt).sorted(by: { $0.key < $1.key }) {
      guard let queue = news.printer.queue(isAnyway: isAnyway), news.failure == nil else {
        news.kept += batch.count
        continue
      }
      let codes = batch.map(\.code).sorted { $0.text < $1.text }
      let page = workplace.forms().blanks(codes, of: office, at: at)
      let pdf: [UInt8]
      do throws(PaperFailure) { pdf = try workplace.device.draw(page) } catch {
        news.failure = error
        news.kept += batch.count
        continue
      }
      // Where nothing can be noted, nothing is sent.
      try write(try keptCodes().subtracting(codes.map(\.text)))
      do throws(PaperFailure) {
        let title = codes.first?.short ?? ""
        hasSent(try workplace.device.send(pdf, on: queue, media: Media(page.sheet), way, title: title), codes)
        news.sent += batch.count
      } catch {
        news.failure = error
        if error.mayHaveBeenSent {
          news.unclear += batch.count
        } else {
          news.kept += batch.count
          try keep(codes)
        }
      }
    }
    return news
  }

  private func keptCodes() throws(StoreError) -> Set<String> {
    Set((try workplace.store.office.setting(Self.setting) ?? "").split(separator: " ").map { String($0) })
  }

  private func write(_ codes: Set<String>) throws(StoreError) {
    try workplace.store.office.set(Self.setting, to: codes.sorted().joined(separator: " "))
  }
}
