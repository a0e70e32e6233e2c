import OfficeWork
import PageDescription

/// What draws pages and gives them to printers. Calls may take seconds; they are made on the queue of printing.
protocol PaperDevice: Sendable {
  /// A printer, and how it is.
  /// - Parameter queue: nil for the print server's default.
  func printer(_ queue: String?) -> PrinterNews
  /// - Returns: the PDF.
  func draw(_ page: PageDescription) throws(PaperFailure) -> [UInt8]
  /// - Throws: `.answerLost` if the print server may have it all the same.
  func send(
    _ pdf: [UInt8], on queue: String, media: Media, _ way: PrintWay, title: String
  ) throws(PaperFailure) -> PrintJobID
  func report(of job: PrintJobID) throws(PaperFailure) -> PrintJobReport
  /// - Throws: `.ended` if it is too late.
  func cancel(_ job: PrintJobID) throws(PaperFailure)
}

/// The printers of the machine's print server, through `dossier-paper`.
struct OfficePrinter: PaperDevice {
  let helper: PaperHelper

  init(_ settings: Settings) { helper = PaperHelper(server: settings.printerServer) }

  func printer(_ queue: String?) -> PrinterNews {
    do throws(PaperFailure) {
      let printers = try helper.printers(queue)
      let chosen = queue.map { name in printers.first { $0.name == name } } ?? printers.first(where: \.isDefault)
      // An only printer is meant, whether or not somebody made it the default.
      return (chosen ?? (printers.count == 1 ? printers.first : nil)).map { .printer($0) }
        ?? (printers.isEmpty ? .none : .unknown(.noneChosen))
    } catch {
      return .unknown(error, queue: queue)
    }
  }

  func draw(_ page: PageDescription) throws(PaperFailure) -> [UInt8] { try helper.render(page) }

  func send(
    _ pdf: [UInt8], on queue: String, media: Media, _ way: PrintWay, title: String
  ) throws(PaperFailure) -> PrintJobID {
    try helper.send(pdf, on: queue, media: media, copies: way.copies, title: title, tray: way.tray)
  }

  func report(of job: PrintJobID) throws(PaperFailure) -> PrintJobReport { try helper.state(of: job) }

  func cancel(_ job: PrintJobID) throws(PaperFailure) { try helper.cancel(job) }
}
