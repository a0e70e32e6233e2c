import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Stores what the page says about authorship and about the clerks who may sign in here.
extension PageApplication {
  func takeSignatures() throws {
    if let through = response.signaturesThrough { try takeSignatures(through: through) }
    // These are stored even from an older province, which sends PINs but nothing else about signatures.
    for credential in response.credentials { try SignIn.take(db, credential) }
  }

  private func takeSignatures(through: Int64) throws {
    try KeyRows.take(db, response.signatures)
    try db.execute(sql: "UPDATE log_position SET signatures_through = ?", arguments: [through])
    try StatementRows.markTold(db)
    if let head = request.machineHead, try acknowledged(head.epoch) >= head.sequence { try KeyRows.keep(db, head) }
    if let clerks = response.machineClerks { try MachineClerkTable.replace(db, clerks) }
    // If the province does not accept a credential from here, its answer contains the one that is valid there.
    for credential in request.credentials { try SignIn.markTold(db, credential) }
  }

  private func acknowledged(_ epoch: DeviceEpoch) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT acknowledged FROM device_epoch WHERE epoch = ? AND is_own = 1", arguments: [Data(epoch.bytes)])
      ?? 0
  }

  /// After a restore the province may lack statements, credentials and heads that it had, so they are sent again.
  func tellSignaturesAgain() throws {
    try StatementRows.forgetTold(db)
    try SignIn.forgetTold(db)
    try db.execute(
      sql: "DELETE FROM machine_head WHERE epoch IN (SELECT epoch FROM device_epoch WHERE is_own = 1)")
  }
}

extension ExchangeStore {
  /// Removes unlocked keys of clerks who may no longer sign in here or have another key now.
  func forgetKeys(_ response: ExchangeResponse) {
    if let clerks = response.machineClerks { unlocked.drop(except: clerks) }
    for credential in response.credentials {
      guard let key = unlocked.key(of: credential.clerk), SigningPublicKey(key.publicKey) != credential.key else {
        continue
      }
      unlocked.drop(credential.clerk)
    }
  }
}
