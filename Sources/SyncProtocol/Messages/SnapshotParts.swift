import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf

extension MessageParts {
  static func message(_ mark: SnapshotMark) -> Dossier_Sync_SnapshotMark {
    .with {
      $0.moment = message(mark.moment)
      $0.aboutOffice = mark.aboutOffice
      if let dossier = mark.dossier { $0.dossier = Data(dossier.bytes) }
    }
  }

  static func mark(_ message: Dossier_Sync_SnapshotMark) throws(SyncProtocolError) -> SnapshotMark {
    SnapshotMark(
      moment: try checkpoint(message.moment), aboutOffice: try sequence(message.aboutOffice),
      dossier: message.dossier.isEmpty ? nil : try identifier(message.dossier))
  }

  static func message(_ page: SnapshotPage) -> Dossier_Sync_Snapshot {
    .with {
      $0.before = message(page.before)
      $0.through = message(page.through)
      $0.isLast = page.isLast
      $0.left = UInt64(clamping: page.left)
      $0.places = message(page.places)
      $0.foldRevision = page.foldRevision
      if !page.folded.isEmpty { $0.folded = FoldedBatch.encode(page.folded) }
      $0.leftOut = page.leftOut.map { Data($0.bytes) }
    }
  }

  static func page(_ message: Dossier_Sync_Snapshot, _ limits: SyncLimits) throws(SyncProtocolError) -> SnapshotPage {
    guard message.left <= Bounds.sequences.upperBound else { throw .malformed("snapshot") }
    var leftOut: [DossierID] = []
    for dossier in message.leftOut { leftOut.append(try identifier(dossier)) }
    return SnapshotPage(
      before: try mark(message.before), through: try mark(message.through), isLast: message.isLast,
      left: Int(message.left), places: try places(message.places, limits), foldRevision: message.foldRevision,
      folded: try FoldedBatch.decode(message.folded, limits: limits), leftOut: leftOut)
  }

  // MARK: Histories

  static func message(_ part: HistoryPart) -> Dossier_Sync_HistoryPart {
    .with {
      $0.dossier = Data(part.dossier.bytes)
      $0.after = part.after
      $0.through = part.through
      $0.isLast = part.isLast
    }
  }

  static func historyPart(_ message: Dossier_Sync_HistoryPart) throws(SyncProtocolError) -> HistoryPart {
    HistoryPart(
      dossier: try identifier(message.dossier), after: try sequence(message.after),
      through: try sequence(message.through), isLast: message.isLast)
  }
}
