import DossierDomain
import Screens
import Synchronization

/// Holds the newest state of each clerk's seat until it is written.
final class DraftKeeper: Sendable {
  private let waiting = Mutex<[ClerkID: SeatState]>([:])

  /// - Returns: true if a write has to be started; false if one is already queued and will include this state.
  func keep(_ state: SeatState, of clerk: ClerkID) -> Bool {
    waiting.withLock { waiting in
      defer { waiting[clerk] = state }
      return waiting[clerk] == nil
    }
  }

  /// The clerks whose seats wait to be written.
  var clerks: [ClerkID] { waiting.withLock { Array($0.keys) } }

  /// Removes and returns the waiting state, either to write it or to discard it.
  func remove(_ clerk: ClerkID) -> SeatState? {
    waiting.withLock { $0.removeValue(forKey: clerk) }
  }
}
