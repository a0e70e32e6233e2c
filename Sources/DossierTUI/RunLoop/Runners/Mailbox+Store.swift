import DossierDomain
import DossierStore
import OfficeWork
import Screens

extension Mailbox {
  /// Delivers the answer of `body`, or its error as a `Failure`.
  func answer(_ workplace: Workplace, _ body: () throws(StoreError) -> Answer) {
    do throws(StoreError) { deliver(try body()) } catch { fail(error, workplace.language) }
  }

  func answer<Response>(_ request: Request<Response>, _ workplace: Workplace, _ body: () throws(StoreError) -> Response)
  {
    do throws(StoreError) { deliver(request.answer(try body())) } catch {
      // An interrupted query was replaced by a newer one, whose answer will follow.
      if !error.isInterruption { deliver(request.failure(Failure(error, workplace.language))) }
    }
  }

  func fail(_ error: StoreError, _ language: Language) {
    if !error.isInterruption { deliver(.failed(nil, Failure(error, language))) }
  }
}

extension Failure {
  init(_ error: StoreError, _ language: Language) {
    self =
      switch error {
      case .busy, .inUse: .storeBusy
      case .diskFull: .diskFull
      case .readOnly: .readOnly(.anotherWindowWrites)
      case .readOnlyDisk: .readOnlyDisk
      case .damaged: .storeDamaged
      case .denied(let denial): .notPermitted(denial)
      case .newerSchema, .foreign, .noPermission, .interrupted, .order, .rebuildUnfinished, .noOffice, .officeExists,
        .dataGone, .other:
        .other(error.wording(language, isForCommandLine: false))
      }
  }
}
