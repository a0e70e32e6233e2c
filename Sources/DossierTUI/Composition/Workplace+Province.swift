import Console
import DossierDomain
import DossierStore
import OfficeWork
import SyncClient
import Version

extension Workplace {
  /// Creates the runner of this desk's exchanges with the province, which sends entries first and then scans.
  func exchangeRunner(
    _ enrolment: Enrolment, limits: HTTPSConnection.Limits = .init()
  ) throws(StoreError) -> ExchangeRunner {
    let clock = clock
    let scans = BlobRunner(store: store, now: { clock.now })
    return try .toProvince(
      store: store, enrolment: enrolment, program: ProgramVersion.text, limits: limits, now: { clock.now },
      sequel: { connection, absent, progress async throws(SyncFailure) in
        try await scans.run(over: connection, without: absent, progress: progress)
      })
  }

  /// - Parameter mostTries: nil to try until the program ends.
  func retryPolicy(mostTries: Int?) -> RetryPolicy {
    let random = store.random
    return RetryPolicy(mostTries: mostTries) { random().0 }
  }
}
