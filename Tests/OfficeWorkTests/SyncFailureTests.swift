import DossierDomain
import OfficeWork
import Testing

@Suite struct SyncFailureTests {
  @Test(arguments: [
    SyncFailure.notEnrolled, .unreachable, .interrupted, .wrongServer, .captivePortal, .certificateExpired,
    .deviceRevoked, .serverBusy(retryAfterSeconds: 90), .serverFailed, .answerDamaged("cut off at 812 bytes"),
    .orderDiffers(""), .provinceRestored, .copyInUse, .newerProtocol, .diskFull, .storeFailed("disk I/O error"),
    .cancelled, .clerksUnknown([ClerkID(high: 1, low: 2), ClerkID(high: 3, low: 4)]), .clerksUnknown([]),
  ])
  func aFailureIsReadBackAsItWasKept(failure: SyncFailure) {
    #expect(SyncFailure(kept: failure.kept) == failure)
  }

  @Test(arguments: ["", "nonsense", "server-busy soon", "server-busy"])
  func whatNoVersionWroteIsNoFailure(text: String) {
    #expect(SyncFailure(kept: text) == nil)
  }
}
