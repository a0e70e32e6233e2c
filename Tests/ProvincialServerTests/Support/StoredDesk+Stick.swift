import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import SyncClient
import SyncProtocol

@testable import DossierStore
@testable import ProvincialServer

/// The exchange of the same desk by stick.
extension StoredDesk {
  var bundles: DeskBundles { get throws { try DeskBundles(store: store, program: "test") } }

  struct NotTaken: Error {}

  /// Writes a file for the province.
  func export(_ name: String, _ province: TestProvince) throws -> DeskBundles.Export {
    try bundles.export(to: path(name), at: province.now)
  }

  /// The province's answer to the file of this name.
  func answer(_ name: String, _ province: TestProvince) throws -> String {
    let back = path(name + "-back")
    try DurableFile.write(to: back) { put in
      _ = try BundleDesk(store: province.store, authority: province.authority).answer(
        { try source(path(name)) }, writing: put, at: province.now)
    }
    return back
  }

  /// An answer to the file of this name with this one response, signed by the province.
  func answer(_ name: String, with response: ExchangeResponse, _ province: TestProvince) throws -> String {
    let back = path(name + "-false")
    let key = try P256.KeyAgreement.PrivateKey(rawRepresentation: enrolment.agreementKey).publicKey
    let header = try BundleReader(source(path(name))).header
    try DurableFile.write(to: back) { put in
      var writer = try BundleWriter(
        BundleHeader(
          direction: .down, id: header.id, office: header.office, device: header.device, madeAt: province.now),
        for: key, sign: province.authority.sign, writing: put)
      try writer.put(.message(SyncFrame.pack(response.encoded())))
      try writer.finish()
    }
    return back
  }

  @discardableResult
  func take(_ answer: String, _ province: TestProvince) throws -> DeskBundles.Taken {
    guard case .taken(let taken) = try bundles.take(answer, at: province.now) else { throw NotTaken() }
    return taken
  }

  /// A file to the province, and its answer back.
  @discardableResult
  func exchangeByStick(_ province: TestProvince) throws -> DeskBundles.Taken {
    let name = UUID().uuidString
    _ = try export(name, province)
    return try take(answer(name, province), province)
  }

  private func path(_ name: String) -> String { store.folder + "/" + name }

  private func source(_ path: String) throws -> BundleSource {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    return { Array(try file.read(upToCount: $0) ?? Data()) }
  }

  // MARK: The journal on the disk

  /// The office's order as this desk has it: hash and verdict of each place.
  func order() throws -> [Int64: OrderRow] {
    try store.exchange.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT office_sequence, hash, verdict, bytes FROM entry WHERE office_sequence IS NOT NULL
          UNION ALL SELECT office_sequence, hash, verdict, NULL FROM \(WithheldPlaces.withoutEntry)
          """)
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let hash = Array(row["hash"] as Data)
          let isWhole = (row["bytes"] as Data?).map { entryHash(Array($0)) == hash } ?? true
          return (
            row["office_sequence"], OrderRow(hash: isWhole ? hash : [], verdict: (row["verdict"] as Data?) ?? Data())
          )
        })
    }
  }

  /// The last place before which the desk has folds instead of entries; 0 if it began with the whole order.
  func beginning() throws -> Int64 {
    try store.exchange.read { try SnapshotRecord.find($0)?.moment.sequence ?? 0 }
  }

  /// The bytes of the entries that this desk has written in its present life, by sequence.
  func written() throws -> [Int64: [UInt8]] {
    try store.exchange.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.sequence, e.bytes FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE d.is_current = 1
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["sequence"], Array($0["bytes"] as Data)) })
    }
  }

  func lives() throws -> Int {
    try store.exchange.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM device_epoch WHERE is_own = 1") ?? 0 }
  }

  /// Removes an entry of the present life, as a fault of the disk would.
  func lose(_ sequence: Int64) throws {
    try store.exchange.write { db in
      try db.execute(
        sql: """
          DELETE FROM entry WHERE sequence = ? AND epoch_id = (SELECT id FROM device_epoch WHERE is_current = 1)
          """, arguments: [sequence])
    }
  }

  /// Puts other bytes in the place of an entry of the present life.
  /// - Parameter hash: what is stored as their hash; nil for the right one.
  func change(_ sequence: Int64, to bytes: [UInt8], hash: [UInt8]? = nil) throws {
    try store.exchange.write { db in
      try db.execute(
        sql: """
          UPDATE entry SET bytes = ?, hash = ? WHERE sequence = ?
          AND epoch_id = (SELECT id FROM device_epoch WHERE is_current = 1)
          """, arguments: [Data(bytes), Data(hash ?? entryHash(bytes)), sequence])
    }
  }

  /// Changes the note of how far this desk has the order. The places stay as they are.
  func damagePosition(sequence: Int64, rolling: RollingHash) throws {
    try store.exchange.write { db in
      try db.execute(
        sql: "UPDATE log_position SET sequence = ?, rolling = ?", arguments: [sequence, Data(rolling.bytes)])
    }
  }

  /// Removes or changes the entry with a place, whoever has written it.
  func damage(place: Int64, isLost: Bool) throws {
    try store.exchange.write { db in
      guard isLost else {
        return try db.execute(
          sql: "UPDATE entry SET bytes = ?, hash = ? WHERE office_sequence = ?",
          arguments: [Data([7]), Data(entryHash([7])), place])
      }
      try db.execute(sql: "DELETE FROM entry WHERE office_sequence = ?", arguments: [place])
    }
  }
}

/// A place of the order, as both sides store it. The hash is empty if the bytes do not have it.
struct OrderRow: Hashable {
  var hash: [UInt8]
  var verdict: Data
}

extension TestProvince {
  func order() throws -> [Int64: OrderRow] {
    try store.read { transaction in
      let rows = try transaction.rows(
        "SELECT sequence, hash, verdict FROM entry WHERE office = $1", [.blob(office.id.bytes)])
      return try Dictionary(
        uniqueKeysWithValues: rows.map {
          (try $0.integer(0), OrderRow(hash: try $0.blob(1), verdict: Data(try $0.optionalBlob(2) ?? [])))
        })
    }
  }
}
