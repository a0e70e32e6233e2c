import DossierDomain
import DossierStore
import OfficeWork
import Screens

extension Mailbox {
  /// Delivers what `body` returns, or the failure in the screens' terms.
  func answer(_ workplace: Workplace, _ body: () throws(StoreError) -> Answer) {
    do throws(StoreError) { deliver(try body()) } catch { fail(error, workplace.language) }
  }

  func answer<Response>(_ request: Request<Response>, _ workplace: Workplace, _ body: () throws(StoreError) -> Response)
  {
    do throws(StoreError) { deliver(request.answer(try body())) } catch {
      // Overtaken by a newer question, whose answer is on its way.
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
        .other(error.wording(language))
      }
  }
}
