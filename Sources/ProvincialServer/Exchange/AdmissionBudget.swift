import DossierDomain

/// How much of one request is taken in: the rest is told to the device as not acknowledged, and it goes on within the same
/// exchange. A transaction holds other desks back (on SQLite all of them), so that none may take long.
struct AdmissionBudget: Sendable {
  /// About one dossier. An honest desk writes some hundred in a year.
  var entriesOfDossier = 500
  /// Of one act: an honest desk's have some ten entries. A longer one is kept without effect.
  var entriesOfAct = 64
  /// Asked before each act but the first; no more is taken once it says so.
  var isSpent: @Sendable () -> Bool = { false }

  /// - Parameter seconds: for which one transaction may take in entries.
  static func lasting(seconds: Int) -> AdmissionBudget {
    let end = ContinuousClock.now + .seconds(seconds)
    return AdmissionBudget(isSpent: { ContinuousClock.now >= end })
  }

  static let seconds = 5
}
