import Crypto
import DossierDomain
import DossierStore
import ExchangeModel
import JournalFormat

extension Outgoing {
  /// Adds the machine's signature on the head of the present epoch, if it has entries that the machine has not signed
  /// and the request contains all that wait.
  mutating func signHead(
    of device: DeviceID, with key: P256.Signing.PrivateKey, at now: Instant
  ) throws(StoreError) {
    guard !hasMore, let epoch = epochs.last, epoch.isCurrent, epoch.lastSequence > signedThrough else { return }
    var head = MachineHead(
      device: device, epoch: epoch.epoch, sequence: epoch.lastSequence, hash: epoch.lastHash, at: now)
    do { try head.sign(with: key, office: request.office) } catch { throw .other("\(error)") }
    request.machineHead = head
    request.machineKey = SigningPublicKey(key.publicKey)
  }
}
