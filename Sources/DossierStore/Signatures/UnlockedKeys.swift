import Crypto
import DossierDomain
import Synchronization

/// The keys of signed-in clerks, which are only in memory. Safe to use from any thread.
final class UnlockedKeys: Sendable {
  private let held = Mutex<[ClerkID: P256.Signing.PrivateKey]>([:])

  var clerks: [ClerkID] { held.withLock { $0.keys.sorted() } }

  func key(of clerk: ClerkID) -> P256.Signing.PrivateKey? { held.withLock { $0[clerk] } }

  func hold(_ key: P256.Signing.PrivateKey, of clerk: ClerkID) { held.withLock { $0[clerk] = key } }

  func drop(_ clerk: ClerkID) { held.withLock { _ = $0.removeValue(forKey: clerk) } }

  func drop(except clerks: MachineClerks) {
    held.withLock { held in held = held.filter { clerks.contains($0.key) } }
  }
}
