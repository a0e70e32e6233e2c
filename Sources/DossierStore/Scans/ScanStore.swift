import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork

/// How the attachments stand: for `doctor` and the Sync screen. Read from the database and the folder's listing; the
/// bytes themselves are checked by `verify`.
public struct AttachmentSurvey: Hashable, Sendable {
  /// Here whole.
  public var here = 0
  /// Of those, at the province too.
  public var sent = 0
  /// Other desks', not here whole yet.
  public var announced = 0
  public var erased = 0
  /// Here according to the database, but there is no such file.
  public var missing = 0
  /// Of earlier versions, in the clear until the next backup seals them.
  public var plain = 0
  /// Sealed bytes on the disk.
  public var bytes = 0
}

/// Scanned papers: sealed in files beside the database, with a row and a key each.
public struct ScanStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let folder: ScanFolder

  public func survey() throws(StoreError) -> AttachmentSurvey {
    let names = Set(RawFile.names(in: folder.path))
    return try read { db in
      var survey = AttachmentSurvey()
      var files: Set<String> = []
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM blob")
      while let found = try rows.next() {
        guard let row = BlobTable.Row(found) else { continue }
        files.insert(row.file.text)
        switch row.state {
        case .announced: survey.announced += 1
        case .erased, .erasedEverywhere: survey.erased += 1
        case .waiting, .sent, .fetched:
          survey.here += 1
          survey.bytes += row.sealedSize
          if row.state == .sent { survey.sent += 1 }
          if !names.contains(row.file.text) { survey.missing += 1 }
        }
      }
      survey.plain = names.count { name in
        BlobHash(name) != nil && !files.contains(name) && !SealedBlob.isSealed(folder.path + "/" + name)
      }
      return survey
    }
  }
}
