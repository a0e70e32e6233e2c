import DossierDomain
import JournalFormat
import SwiftProtobuf

extension MessageParts {
  /// More kinds than any version will have.
  private static let mostKinds = 256
  private static let mostNames = 16

  static func message(_ reads: ReadableContent) -> Dossier_Sync_Readable {
    .with {
      $0.revision = reads.revision
      $0.kinds = reads.kinds.map { range in
        .with { ($0.first, $0.last) = (range.lowerBound, range.upperBound) }
      }
    }
  }

  static func readable(_ message: Dossier_Sync_Readable) throws(SyncProtocolError) -> ReadableContent {
    guard message.revision > 0, message.kinds.count <= mostKinds, message.kinds.allSatisfy({ $0.first <= $0.last })
    else {
      throw .malformed("readable")
    }
    return ReadableContent(revision: message.revision, kinds: message.kinds.map { $0.first...$0.last })
  }

  static func message(_ reads: OfficeReads) -> Dossier_Sync_Readable {
    var message = reads.content.map { Self.message($0) } ?? Dossier_Sync_Readable()
    message.behind = Array(reads.behind.prefix(mostNames))
    message.provinceIsBehind = reads.isProvinceBehind
    return message
  }

  static func officeReads(_ message: Dossier_Sync_Readable) throws(SyncProtocolError) -> OfficeReads {
    guard message.behind.count <= mostNames, message.behind.allSatisfy({ $0.utf8.count <= 200 }) else {
      throw .malformed("readable")
    }
    return OfficeReads(
      content: message.revision == 0 ? nil : try readable(message),
      behind: message.behind, isProvinceBehind: message.provinceIsBehind)
  }
}
