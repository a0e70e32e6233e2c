import DossierDomain
import OfficeWork

/// The view of the queue that contains a dossier. The numbers are stored in the database.
enum Bucket: Int {
  case newOnline = 1
  case inProgress = 2
  case waitingForCitizen = 3
  case toHandBack = 4
  case ended = 5

  init(_ dossier: Dossier) {
    switch dossier.status {
    case _ where dossier.isVoid: self = .ended
    case .registered: self = .newOnline
    case .received, .inProgress: self = .inProgress
    case .supplementRequested, .paymentRequested: self = .waitingForCitizen
    case .completed: self = .toHandBack
    case .refused, .withdrawn, .stopped, .handedBack: self = .ended
    }
  }
}

extension Dossier {
  /// It waits for a leader's signature.
  var needsDecision: Bool { !isVoid && status == .inProgress && step == .decision }

  /// Sort key of the open views: the earliest appointment first, dossiers without one last.
  var dueKey: Int64 { dueAt?.milliseconds ?? Int64.max }

  /// Sort key of the view "all": open dossiers by appointment, then ended ones, newest first.
  var allKey: Int64 {
    guard Bucket(self) == .ended else { return min(dueKey, 1 << 52) }
    return (1 << 53) - (resolvedAt ?? lastChangedAt).milliseconds
  }
}
