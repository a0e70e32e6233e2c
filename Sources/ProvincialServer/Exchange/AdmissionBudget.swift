import DossierDomain

/// How much of one request is taken in. The rest is not acknowledged, and the device sends it again within the same
/// exchange. A transaction makes other desks wait (with SQLite all of them), so it must not take long.
struct AdmissionBudget: Sendable {
  /// Entries about one dossier. An honest desk writes about a hundred in a year.
  var entriesOfDossier = 500
  /// Entries of one act. Those of an honest desk have about ten; a longer act than this is stored without effect.
  var entriesOfAct = 64
  /// Asked before each act except the first one. Once it returns true, no further act is taken.
  var isSpent: @Sendable () -> Bool = { false }

  /// - Parameter seconds: the time in which one transaction may take in entries.
  static func lasting(seconds: Int) -> AdmissionBudget {
    let end = ContinuousClock.now + .seconds(seconds)
    return AdmissionBudget(isSpent: { ContinuousClock.now >= end })
  }

  static let seconds = 5
}
