import DossierDomain
import OfficeWork

@testable import Screens

/// Blank receipts of a store in memory.
extension MemoryOffice {
  /// As the store has them, with what was entered since.
  var blanksNow: [BlankReceipt] {
    let borne = Set(entries.keys.compactMap { dossier($0) }.filter { !$0.isVoid }.map(\.code))
    return blanks.map { blank in
      var blank = blank
      if blank.state == .unused, borne.contains(where: { $0.text == blank.code.text }) { blank.state = .used }
      return blank
    }
  }

  func blank(_ code: String) -> FoundBlank? {
    blanksNow.first { $0.code.text == code || $0.code.short == code }.map { .own($0) } ?? blanksElsewhere[code]
  }

  func drawer(_ viewer: Viewer) -> BlankDrawer {
    BlankDrawer(
      blanksNow.map { blank in
        BlankDrawer.Item(
          blank, isToPrint: blank.state == .unused && blanksToPrint.contains(blank.code),
          dossier: blank.state == .used ? rows(viewer).first { $0.code.text == blank.code.text } : nil)
      })
  }

  mutating func printBlanks(_ request: RequestNumber, _ count: Int, _ clerk: ClerkID, _ now: Instant) -> Answer {
    if let recorded = lastNumberRecorded {
      return .failed(request, .notPermitted(.lastNumberUnknown(recorded: recorded)))
    }
    let codes = (0..<count).map {
      DossierCode.office(agency: snapshot.office.agencyCode, date: now.civilDate, number: nextNumber + $0)
    }
    nextNumber += count
    blanks = codes.map { BlankReceipt(code: $0, printedAt: now, state: .unused) } + blanks
    blanksToPrint += codes
    return .blanksNumbered(request, codes)
  }

  mutating func strikeBlanks(_ request: RequestNumber, _ codes: [DossierCode], _ reason: String) -> Answer {
    for index in blanks.indices where codes.contains(where: { $0.text == blanks[index].code.text }) {
      blanks[index].state = .struck(reason: reason)
    }
    return .officeChanged(request, snapshot)
  }

  mutating func printBlanks(_ isAnyway: Bool) -> BlankPrintNews {
    var news = BlankPrintNews(printer: papers.printer)
    guard papers.printer.queue(isAnyway: isAnyway) != nil else {
      news.kept = blanksToPrint.count
      return news
    }
    news.sent = blanksToPrint.count
    blanksPrinted += blanksToPrint
    blanksToPrint = []
    return news
  }
}
