import DossierDomain
import Screens
import Synchronization

/// Holds the newest state of each clerk's desk until it is written.
final class DraftKeeper: Sendable {
  private let waiting = Mutex<[ClerkID: SeatState]>([:])

  /// - Returns: true when a write has to be started; false when one is on its way and will take this state.
  func keep(_ state: SeatState, of clerk: ClerkID) -> Bool {
    waiting.withLock { waiting in
      defer { waiting[clerk] = state }
      return waiting[clerk] == nil
    }
  }

  /// Whose desks wait to be written.
  var clerks: [ClerkID] { waiting.withLock { Array($0.keys) } }

  /// Takes what waits, to be written or to be forgotten.
  func remove(_ clerk: ClerkID) -> SeatState? {
    waiting.withLock { $0.removeValue(forKey: clerk) }
  }
}
