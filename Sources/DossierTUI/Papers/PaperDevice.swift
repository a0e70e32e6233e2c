import OfficeWork

/// What draws pages and gives them to printers. Calls may take seconds; they are made on the queue of devices.
protocol PaperDevice: Sendable {
  /// The printer that would be used, and how it is.
  func printer() -> PrinterNews
  /// Draws a page description and hands it to the printer.
  func print(_ page: [UInt8]) throws(PrinterTrouble) -> PrintedJob
  /// What has become of a job.
  func state(of job: PrintedJob) -> JobState
  /// Waits until a job has ended, at most ten minutes.
  func end(of job: PrintedJob) -> JobState
}

enum JobState: Hashable, Sendable {
  case waiting
  case printed
  case stopped(PrinterTrouble)
  /// The print server does not know the job any more.
  case unknown
}

/// A machine without a printer: everything is kept.
struct NoPrinter: PaperDevice {
  func printer() -> PrinterNews { .none }
  func print(_ page: [UInt8]) throws(PrinterTrouble) -> PrintedJob { throw .noPrinter }
  func state(of job: PrintedJob) -> JobState { .unknown }
  func end(of job: PrintedJob) -> JobState { .unknown }
}
