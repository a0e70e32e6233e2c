import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The tables of the public keys of clerks and machines, and of the machines' heads.
enum KeyRows {
  private enum Columns: String, ColumnExpression {
    case clerk, device, name, epoch, sequence, hash, at, signature
    case publicKey = "public_key"
  }

  /// Stores a key that was created or used here. If the province reports the same key, its dates replace this one.
  static func note(_ db: Database, _ key: SigningPublicKey, of clerk: ClerkID, at now: Instant) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO clerk_key VALUES (?, ?, ?, NULL)",
      arguments: [Data(clerk.bytes), Data(key.bytes), now.milliseconds])
  }

  static func end(_ db: Database, of clerk: ClerkID, at now: Instant) throws {
    try db.execute(
      sql: "UPDATE clerk_key SET until = ? WHERE clerk = ? AND until IS NULL",
      arguments: [now.milliseconds, Data(clerk.bytes)])
  }

  /// Stores statements, heads, keys and machines from the province.
  static func take(_ db: Database, _ signatures: Signatures) throws {
    for statement in signatures.statements { try StatementRows.keep(db, statement, delivery: .received) }
    for head in signatures.heads { try keep(db, head) }
    for key in signatures.keys {
      try db.execute(
        sql: """
          INSERT INTO clerk_key VALUES (?, ?, ?, ?)
          ON CONFLICT (clerk, public_key) DO UPDATE SET since = excluded.since, until = excluded.until
          """,
        arguments: [Data(key.clerk.bytes), Data(key.key.bytes), key.since.milliseconds, key.until?.milliseconds])
    }
    for machine in signatures.machines {
      try db.execute(
        sql: "INSERT OR REPLACE INTO machine VALUES (?, ?, ?)",
        arguments: [Data(machine.device.bytes), machine.name, Data(machine.key.bytes)])
      guard let revokedAt = machine.revokedAt else { continue }
      try db.execute(
        sql: "INSERT OR REPLACE INTO revoked_machine VALUES (?, ?)",
        arguments: [Data(machine.device.bytes), revokedAt.milliseconds])
    }
  }

  /// Keeps the head with the highest sequence of a chain, because a restored province may report an older one than
  /// before.
  static func keep(_ db: Database, _ head: MachineHead) throws {
    try db.execute(
      sql: """
        INSERT INTO machine_head (epoch, device, sequence, hash, at, signature) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (epoch) DO UPDATE SET device = excluded.device, sequence = excluded.sequence, hash = excluded.hash,
        at = excluded.at, signature = excluded.signature WHERE excluded.sequence > machine_head.sequence
        """,
      arguments: [
        Data(head.epoch.bytes), Data(head.device.bytes), head.sequence, Data(head.hash), head.at.milliseconds,
        Data(head.signature),
      ])
  }

  // MARK: Reading

  static func keys(_ db: Database) throws -> [ClerkID: [SigningPublicKey]] {
    var keys: [ClerkID: [SigningPublicKey]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT clerk, public_key FROM clerk_key") {
      guard let clerk = ClerkID(bytes: row[Columns.clerk] as Data),
        let key = SigningPublicKey(bytes: row[Columns.publicKey] as Data)
      else {
        continue
      }
      keys[clerk, default: []].append(key)
    }
    return keys
  }

  static func machines(_ db: Database) throws -> [DeviceID: Machine] {
    var machines: [DeviceID: Machine] = [:]
    let sql = "SELECT m.device, m.name, m.public_key, r.at FROM machine m LEFT JOIN revoked_machine r USING (device)"
    for row in try Row.fetchAll(db, sql: sql) {
      guard let device = DeviceID(bytes: row[Columns.device] as Data),
        let key = SigningPublicKey(bytes: row[Columns.publicKey] as Data)
      else {
        continue
      }
      let revokedAt = (row[Columns.at] as Int64?).map { Instant(milliseconds: $0) }
      machines[device] = Machine(device: device, name: row[Columns.name], key: key, revokedAt: revokedAt)
    }
    return machines
  }

  static func heads(_ db: Database) throws -> [MachineHead] {
    try Row.fetchAll(db, sql: "SELECT epoch, device, sequence, hash, at, signature FROM machine_head").compactMap {
      row in
      guard let epoch = DeviceEpoch(bytes: row[Columns.epoch] as Data),
        let device = DeviceID(bytes: row[Columns.device] as Data)
      else {
        return nil
      }
      return MachineHead(
        device: device, epoch: epoch, sequence: row[Columns.sequence], hash: Array(row[Columns.hash] as Data),
        at: Instant(milliseconds: row[Columns.at]), signature: Array(row[Columns.signature] as Data))
    }
  }
}
