import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierTUI

/// The real `dossier-paper` gives papers to a real print server with a printer behind it.
@Suite("Papers are printed", .serialized) struct PrintingTests {
  private let printer: TestPrinter
  private let helper: PaperHelper

  init() throws {
    printer = try TestPrinter.ready()
    helper = PaperHelper(server: printer.server)
  }

  /// Different each time, so that it is found among what the printer has received.
  private func document() -> [UInt8] { Array("%PDF-1.4\n% \(UUID().uuidString)\n%%EOF\n".utf8) }

  private func send(
    _ document: [UInt8], on queue: String = TestPrinter.queue, media: Media = .a4, copies: Int = 1, tray: String? = nil
  ) throws(PaperFailure) -> PrintJobID {
    try helper.send(document, on: queue, media: media, copies: copies, title: "Phiếu hẹn trả kết quả", tray: tray)
  }

  private func the(_ queue: String = TestPrinter.queue) throws -> Printer {
    let found = try helper.printers(queue)
    #expect(found.count == 1)
    return try #require(found.first)
  }

  /// The first report of the job that fits, or the last one after ten seconds.
  private func report(_ job: PrintJobID, until fits: (PrintJobReport) -> Bool) throws -> PrintJobReport {
    let deadline = Date(timeIntervalSinceNow: 10)
    while true {
      let report = try helper.state(of: job)
      if fits(report) || Date() > deadline { return report }
      usleep(100_000)
    }
  }

  private func failure(_ body: () throws(PaperFailure) -> Void) -> PaperFailure? {
    do throws(PaperFailure) {
      try body()
      return nil
    } catch { return error }
  }

  @Test func theQueuesAreListedWithTheirNamesSheetsAndTrays() throws {
    let queues = try helper.printers()
    #expect(Set(queues.map(\.name)) == [TestPrinter.queue, TestPrinter.other])
    let first = try #require(queues.first { $0.name == TestPrinter.queue })
    #expect(first.description == "Máy in quầy một cửa" && first.isDefault && first.isReady && first.isReachable == true)
    #expect(first.media == [.a4, .a5] && first.trays == ["tray-1", "tray-2"])
    #expect(queues.contains { $0.name == TestPrinter.other && $0.description == "Máy in giấy A5" && !$0.isDefault })
  }

  @Test func anIdlePrinterGetsThePaperUnchanged() throws {
    let document = document()
    let job = try send(document, copies: 2)
    #expect(try report(job) { $0.state == .completed } == PrintJobReport(state: .completed))
    let options = try #require(try printer.options(of: document))
    #expect(options["IPP_JOB_NAME"] == "Phiếu hẹn trả kết quả")
    #expect(options["IPP_COPIES"] == "2")
    #expect(options["IPP_MEDIA_COL"]?.contains("x-dimension=21000 y-dimension=29700") == true)
  }

  @Test func aTrayAndAQueueWithAVietnameseNameAreTaken() throws {
    let document = document()
    let job = try send(document, on: TestPrinter.other, media: .a5, tray: "tray-2")
    #expect(try report(job) { $0.state == .completed }.state == .completed)
    let sheet = try #require(try printer.options(of: document)?["IPP_MEDIA_COL"])
    #expect(sheet.contains("x-dimension=14800 y-dimension=21000") && sheet.contains("media-source=tray-2"))
    // The number belongs to another queue.
    #expect(
      failure { () throws(PaperFailure) in
        _ = try helper.state(of: PrintJobID(queue: TestPrinter.queue, number: job.number, title: job.title))
      } == .unknownJob)
  }

  @Test func noPaperIsSaidBeforeAndAfterSending() throws {
    try printer.does("empty")
    #expect(try !the().isReady)
    #expect(try the().wording(.vi).contains("hết giấy"))
    let document = document()
    let job = try send(document)
    let waiting = try report(job) { $0.wording(.vi).contains("hết giấy") }
    #expect(waiting.state == .processing && waiting.wording(.vi).hasPrefix("đang in: hết giấy"))
    try printer.does("fill")
    #expect(try report(job) { $0.state == .completed }.state == .completed)
    #expect(try printer.options(of: document) != nil)
    // The server still has the reason of the last job; the printer does not.
    #expect(try the().wording(.vi) == "sẵn sàng")
  }

  @Test func anUnpluggedPrinterIsSaidAndPrintsLater() throws {
    try printer.does("unplug")
    #expect(try the().wording(.vi) == "không liên lạc được máy in")
    let document = document()
    let job = try send(document)
    let waiting = try report(job) { $0.state == .processing }
    #expect(waiting.wording(.vi).contains("không liên lạc được máy in"))
    try printer.does("plug")
    #expect(try report(job) { $0.state == .completed }.state == .completed)
    #expect(try printer.options(of: document) != nil)
  }

  @Test func aPausedQueueKeepsThePaperAndAClosedOneRefusesIt() throws {
    try printer.does("pause \(TestPrinter.queue)")
    #expect(try the().wording(.vi) == "đang tạm dừng")
    let job = try send(document())
    #expect(try helper.state(of: job).wording(.vi) == "đang chờ in: đang tạm dừng")
    try helper.cancel(job)
    #expect(try helper.state(of: job).state == .cancelled)
    #expect(failure { () throws(PaperFailure) in try helper.cancel(job) } == .ended)
    try printer.does("refuse \(TestPrinter.queue)")
    #expect(try !the().acceptsJobs)
    #expect(failure { () throws(PaperFailure) in _ = try send(document()) } == .notAccepting)
  }

  @Test func whatIsNotThereIsSaid() throws {
    let nowhere = PaperHelper(server: NSTemporaryDirectory() + "no-server.sock")
    #expect(failure { () throws(PaperFailure) in _ = try nowhere.printers() } == .unreachable)
    #expect(failure { () throws(PaperFailure) in _ = try send(document(), on: "không-có") } == .unknownPrinter)
    #expect(failure { () throws(PaperFailure) in _ = try send(document(), on: "../admin") } == .unknownPrinter)
    #expect(failure { () throws(PaperFailure) in _ = try helper.printers("không-có") } == .unknownPrinter)
    #expect(
      failure { () throws(PaperFailure) in
        _ = try helper.state(of: PrintJobID(queue: TestPrinter.queue, number: 999_999, title: ""))
      } == .unknownJob)
    // No PDF, and no such number of copies.
    #expect(failure { () throws(PaperFailure) in _ = try send(Array("text".utf8)) } == .malformed)
    #expect(failure { () throws(PaperFailure) in _ = try send(document(), copies: 0) } == .malformed)
  }

  /// A number may be given out again by a server that was set up anew.
  @Test func aJobOfAnotherTitleIsNotThePaper() throws {
    let job = try send(document())
    let other = PrintJobID(queue: job.queue, number: job.number, title: "Giấy khác")
    #expect(failure { () throws(PaperFailure) in _ = try helper.state(of: other) } == .unknownJob)
  }

  /// Somebody listens and never answers.
  @Test func aServerThatDoesNotAnswerIsGivenUp() throws {
    let path = NSTemporaryDirectory() + "silent-\(getpid()).sock"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(listener)
      unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    #expect(bound == 0 && listen(listener, 1) == 0)
    let began = ContinuousClock.now
    #expect(failure { () throws(PaperFailure) in _ = try PaperHelper(server: path).printers() } == .timeout)
    #expect(began.duration(to: .now) < .seconds(12))
  }

  @Test func theCommandListsThePrinters() throws {
    let program = Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(atPath: program.folder, withIntermediateDirectories: true)
    func settings(_ chosen: String) throws {
      try Data("printer = \"\(chosen)\"\nprinter-server = \"\(printer.server)\"\n".utf8).write(
        to: URL(fileURLWithPath: program.folder + "/settings.toml"))
    }
    try settings(TestPrinter.other)
    let table = try program.run("printers")
    #expect(table.code == 0, "\(table.messages)")
    let chosen = try #require(table.output.split(separator: "\n").first { $0.hasPrefix("*") })
    #expect(chosen.contains(TestPrinter.other) && chosen.contains("Máy in giấy A5") && chosen.contains("sẵn sàng"))
    let rows = try #require(try program.json(program.run("printers", "--json")) as? [[String: Any]])
    #expect(rows.count == 2 && rows.allSatisfy { $0["isReady"] as? Bool == true })
    #expect(rows.first { $0["isChosen"] as? Bool == true }?["name"] as? String == TestPrinter.other)
    try settings("không-có")
    #expect(try program.run("printers").code == 3)
  }
}
