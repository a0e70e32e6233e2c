import DossierDomain
import DossierStore
import SyncClient

extension Desk {
  /// What runs this desk's exchanges with the province.
  func exchangeRunner(_ enrolment: Enrolment) throws(StoreError) -> ExchangeRunner {
    let clock = clock
    return try .toProvince(store: store, enrolment: enrolment, program: ProgramVersion.text, now: { clock.now })
  }

  /// - Parameter mostTries: nil for as long as the program runs.
  func retryPolicy(mostTries: Int?) -> RetryPolicy {
    let random = store.random
    return RetryPolicy(mostTries: mostTries) { random().0 }
  }
}
