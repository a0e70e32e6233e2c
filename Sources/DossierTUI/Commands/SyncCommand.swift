import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork
import SyncClient

/// `dossier sync`: one exchange with the province.
struct SyncCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sync",
      abstract: said(
        "Gửi những gì đang chờ lên tỉnh và nhận việc của người khác.",
        "Sends what waits to the province and takes in what others did."),
      discussion: said(
        """
        Khi chương trình đang mở ở một cửa sổ thì đồng bộ ở đó. Dừng lúc nào cũng được: việc tỉnh đã nhận thì ở tỉnh \
        rồi, còn lại sẽ được gửi lại.
        """,
        """
        While the program is open in a window, synchronise there instead. Safe to stop at any moment: what was \
        acknowledged is at the province, everything else is sent again.
        """))
  }

  @Option(
    name: .long,
    help: said(
      "Thử mấy lần rồi thôi, lần sau chờ lâu hơn lần trước.", "Tries before giving up, with growing waits between them."
    ))
  var tries = 3

  @Flag(
    name: .long,
    help: said(
      """
      In ra JSON: entriesSent, entriesReceived, conflicts, refused, bytesUp, bytesDown, roundTrips, acknowledged, own, \
      completeUpTo, head, blobsComplete, blobs, failure.
      """,
      """
      JSON: entriesSent, entriesReceived, conflicts, refused, bytesUp, bytesDown, roundTrips, acknowledged, own, \
      completeUpTo, head, blobsComplete, blobs, failure.
      """))
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...100).contains(tries) else {
      throw ValidationError(said("--tries phải từ 1 đến 100.", "--tries must be 1 to 100."))
    }
  }

  func run() throws {
    let workplace = try global.openWorkplace(.readWrite)
    // The exchange's own thread may still hold the store when the command ends, and would keep the log beside the file.
    defer { workplace.store.close() }
    let (result, status): (Result<SyncSummary, SyncFailure>, SyncStatus)
    do throws(StoreError) {
      result = try exchange(workplace)
      status = try workplace.store.exchange.status(now: workplace.clock.now)
    } catch {
      Output.message(error.wording(workplace.language))
      throw ExitCode.storeUnavailable
    }
    let report = SyncReport(result, status)
    if json { Output.json(report) }
    switch result {
    case .success: if !json { Output.data(report.sentence(workplace.language)) }
    case .failure(let failure):
      Output.message(failure.wording(workplace.language, isForCommandLine: true))
      throw ExitCode.provinceUnavailable
    }
  }

  private func exchange(_ workplace: Workplace) throws(StoreError) -> Result<SyncSummary, SyncFailure> {
    guard let enrolment = try workplace.store.exchange.enrolment() else { return .failure(.notEnrolled) }
    let runner = try workplace.exchangeRunner(enrolment)
    let policy = workplace.retryPolicy(mostTries: tries)
    let line = SyncProgressLine(language: workplace.language)
    let result = awaiting {
      await runner.run(retry: policy, control: ExchangeControl()) { line.show($0) }
    }
    line.finish()
    return result
  }
}
