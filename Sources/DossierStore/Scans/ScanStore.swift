import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork

/// The state of the attachments, for `doctor` and the Sync screen. It is read from the database and the listing of the
/// folder; `verify` checks the bytes.
public struct AttachmentSurvey: Hashable, Sendable {
  /// Complete attachments here.
  public var here = 0
  /// Those of them that the province has too.
  public var sent = 0
  /// Attachments of other desks that are not here completely.
  public var announced = 0
  public var erased = 0
  /// Attachments that are here according to the database, but whose file is missing.
  public var missing = 0
  /// Unencrypted attachments of earlier versions, which the next backup seals.
  public var plain = 0
  /// Size of the sealed files in bytes.
  public var bytes = 0
}

/// Scanned papers: sealed files beside the database, each with a row and a key.
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
