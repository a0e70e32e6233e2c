import DossierDomain
import OfficeWork
import Testing

@Suite struct SyncFailureTests {
  private static let failures: [SyncFailure] = [
    .notEnrolled, .unreachable, .interrupted, .wrongServer, .captivePortal, .certificateExpired,
    .deviceRevoked, .serverBusy(retryAfterSeconds: 90), .serverFailed, .answerDamaged("cut off at 812 bytes"),
    .orderDiffers(""), .provinceRestored, .copyInUse, .newerProtocol, .diskFull, .storeFailed("disk I/O error"),
    .cancelled, .clerksUnknown([ClerkID(high: 1, low: 2), ClerkID(high: 3, low: 4)]), .clerksUnknown([]),
  ]

  @Test(arguments: failures) func aFailureIsReadBackAsItWasKept(failure: SyncFailure) {
    #expect(SyncFailure(kept: failure.kept) == failure)
  }

  @Test(arguments: ["", "nonsense", "server-busy soon", "server-busy"])
  func whatNoVersionWroteIsNoFailure(text: String) {
    #expect(SyncFailure(kept: text) == nil)
  }

  /// `dossier sync` and `dossier enrol` fail by the same causes, and have no keys.
  @Test(arguments: failures) func onTheCommandLineACommandIsRunAgain(failure: SyncFailure) {
    for language in Language.allCases {
      let (onScreen, sentence) = (failure.wording(language), failure.wording(language, isForCommandLine: true))
      #expect(!sentence.contains(#/\bF[0-9]|\^[A-Z]|[Bb]ấm |[Pp]ress /#), "\(sentence)")
      #expect(onScreen.contains("F5") == (onScreen != sentence))
    }
  }
}
