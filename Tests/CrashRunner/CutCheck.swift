import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

@testable import DossierStore

/// Opens the data after a cut with the real store, and checks that each promise was kept.
struct CutCheck {
  private let root: String
  private let promises: Promises
  /// Also runs the slower checks: a restore of the newest backup, and another backup.
  private let isThorough: Bool
  private var faults: [String] = []

  static func faults(in root: String, _ promises: Promises, isThorough: Bool) -> [String] {
    var check = CutCheck(root: root, promises: promises, isThorough: isThorough)
    check.run()
    return check.faults
  }

  private init(root: String, promises: Promises, isThorough: Bool) {
    self.root = root
    self.promises = promises
    self.isThorough = isThorough
  }

  private mutating func run() {
    checkFiles()
    attempt("the desk opens") { check in
      let store = try DayOfWork.open(check.root + "/" + DayOfWork.desk, seed: 1)
      try check.check(store, DayOfWork.desk)
      try check.goOn(store)
    }
    checkBare()
  }

  private mutating func attempt(_ what: String, _ body: (inout CutCheck) throws -> Void) {
    do { try body(&self) } catch { faults.append("\(what): \(error)") }
  }

  private mutating func expect(_ isSo: Bool, _ fault: @autoclosure () -> String) {
    if !isSo { faults.append(fault()) }
  }

  // MARK: A data folder

  private mutating func check(_ store: LocalStore, _ folder: String) throws {
    // The program reports an unfinished rebuild when the data are opened, and the clerk runs it again.
    if try store.upkeep.hasUnfinishedRebuild() { try store.upkeep.rebuild() }
    let found = try store.upkeep.verify().faults.filter { fault in
      !(fault.attachment.map { promises.damaged.contains($0) } ?? false)
    }
    expect(found.isEmpty, "\(folder): verify finds \(found.prefix(5))")
    for (epoch, last) in promises.entries[folder] ?? [:] {
      let hash = try store.read { db in
        try Data.fetchOne(
          db,
          sql: """
            SELECT hash FROM entry JOIN device_epoch d ON d.id = epoch_id WHERE epoch = ? AND sequence = ?
            """, arguments: [Data(epoch.bytes), last.sequence])
      }
      expect(hash.map { Array($0) } == last.hash, "\(folder): entry \(last.sequence) was reported and is not there")
    }
    for (hash, content) in promises.attachments[folder] ?? [:]
    where !promises.erasing.contains(hash) && !promises.damaged.contains(hash) {
      let here = try? store.scans.content(of: hash)
      expect(here == content, "\(folder): attachment \(hash.text.prefix(8)) was reported and is not there")
    }
    for hash in promises.erased[folder] ?? [] {
      let isErased = try store.read { try BlobTable.row($0, hash)?.isErased == true && BlobTable.key($0, hash) == nil }
      expect(isErased, "\(folder): attachment \(hash.text.prefix(8)) was reported as erased and has its key")
    }
    let key = try store.backups.recoveryKey().text
    if let promised = promises.keys[folder] { expect(key == promised, "\(folder): another recovery key") }
  }

  /// The clerk continues her work. Her next code must not have been used before.
  private mutating func goOn(_ store: LocalStore) throws {
    let now = DayOfWork.morning.adding(minutes: 1)
    if try store.read({ try Row.fetchOne($0, sql: "SELECT 1 FROM office") }) == nil {
      expect(promises.entries.isEmpty, "the office is gone")
      return
    }
    try store.decisions.perform(.confirmClock(now.civilDate), by: DayOfWork.head.id, at: now)
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Thị Mai"),
      components: [Component(number: 1, name: "Bản chính")], days: 5)
    let id = DossierID(high: 0xC0DE, low: 0xC0DE)
    guard
      case .done(let row, _) = try store.decisions.perform(
        [Act(dossier: id, commands: [.receive(form)])], by: DayOfWork.head.id, at: now
      ).first
    else {
      faults.append("nothing can be received")
      return
    }
    expect(!promises.codes.contains(row.code.text), "\(row.code.text) is issued twice")
    guard isThorough else { return }
    let copy = try store.backups.make(to: root + "/" + DayOfWork.stick, at: now)
    try checkRestore(of: copy.path, store.backups.recoveryKey())
  }

  private mutating func checkRestore(of path: String, _ key: RecoveryKey) throws {
    let folder = root + "/again"
    _ = try BackupStore.restore(from: path, recoveryKey: key, into: folder, at: DayOfWork.morning)
    let found = try DayOfWork.open(folder, seed: 2).upkeep.verify().faults.filter { $0.attachment == nil }
    expect(found.isEmpty, "restored again: verify finds \(found.prefix(5))")
  }

  // MARK: A restore

  private mutating func checkBare() {
    let folder = root + "/" + DayOfWork.bare
    let isThere = RawFile.exists(folder + "/" + LocalStore.fileName)
    if promises.restored.contains(DayOfWork.bare) { expect(isThere, "what was restored is gone") }
    guard isThere else {
      return
    }
    attempt("what was restored opens") { check in
      let store = try DayOfWork.open(folder, seed: 3)
      try check.check(store, DayOfWork.bare)
      let key = try store.backups.recoveryKey().text
      check.expect(key == check.promises.keys[DayOfWork.desk], "what was restored has another recovery key")
    }
  }

  // MARK: Files that others read

  /// Backups, sealed copies and the file of their keys are complete under their names, in the old or the new version.
  private mutating func checkFiles() {
    let stick = root + "/" + DayOfWork.stick
    let names = RawFile.names(in: stick)
    let suffixes = [Backup.suffix, ".keys", ".csv"]
    for name in names where !name.hasPrefix(".") && suffixes.contains(where: { name.hasSuffix($0) }) {
      let path = DayOfWork.stick + "/" + name
      expect(promises.contents[path]?.contains(digest(path)) == true, "\(path) is not whole")
    }
    let shelf = DayOfWork.stick + "/attachments"
    for name in RawFile.names(in: root + "/" + shelf) {
      guard let hash = BlobHash(name) else { continue }
      expect(digest(shelf + "/" + name) == hash.bytes, "\(shelf)/\(name.prefix(8)) is not whole")
    }
    for path in promises.exports { expect(RawFile.exists(root + "/" + path), "\(path) was reported and is not there") }
    guard let newest = promises.backups.last else { return }
    let copies = names.filter { !$0.hasPrefix(".") && $0.hasSuffix(Backup.suffix) }
    let promised = (newest.path as NSString).lastPathComponent
    expect(copies.contains { $0 >= promised }, "the backup \(promised) was reported and is not there")
    for hash in newest.attachments where !promises.erasing.contains(hash) {
      let isThere = RawFile.exists(root + "/" + shelf + "/" + hash.text)
      expect(isThere, "the copy of \(hash.text.prefix(8)) was reported and is not there")
    }
    if !newest.attachments.isEmpty {
      expect(names.contains { $0.hasSuffix(".keys") && !$0.hasPrefix(".") }, "the keys of the backups are gone")
    }
  }

  private func digest(_ path: String) -> [UInt8] {
    Array(SHA256.hash(data: FileManager.default.contents(atPath: root + "/" + path) ?? Data()))
  }
}
