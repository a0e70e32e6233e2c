import DossierDomain
import SwiftProtobuf

import struct Foundation.Data

extension Wire {
  static func message(_ announcement: Announcement) -> Dossier_Journal_Announcement {
    .with {
      $0.number = announcement.number
      $0.title = announcement.title
      $0.date = Int32(clamping: announcement.date.dayNumber)
      $0.signer = announcement.signer
      $0.file = data(bytes: announcement.fileHash ?? [])
      $0.changes = announcement.changes.map { change in
        .with {
          $0.code = change.code
          $0.change = UInt32(change.kind.rawValue)
          $0.name = change.name
          $0.versionHash = data(bytes: change.versionHash ?? [])
        }
      }
      $0.internalProcedures = number(announcement.internalProcedures)
    }
  }

  static func announcement(_ message: Dossier_Journal_Announcement) throws(EntryFormatError) -> Announcement {
    // Counted before anything is made of them.
    guard message.changes.count <= Announcement.mostChanges else { throw .malformed("changes of an announcement") }
    var announcement = Announcement(
      number: message.number, date: try date(message.date), title: message.title, signer: message.signer,
      fileHash: hash(message.file), internalProcedures: Int(message.internalProcedures))
    for change in message.changes {
      announcement.changes.append(
        Announcement.Change(
          code: change.code, kind: try choice(change.change), name: change.name, versionHash: hash(change.versionHash)))
    }
    do throws(Announcement.Fault) {
      return try announcement.checked()
    } catch {
      throw .malformed("announcement: \(error)")
    }
  }

  static func message(_ retraction: AnnouncementRetraction) -> Dossier_Journal_AnnouncementRetraction {
    .with {
      $0.number = retraction.number
      $0.date = Int32(clamping: retraction.date.dayNumber)
      $0.reason = retraction.reason
    }
  }

  static func retraction(
    _ message: Dossier_Journal_AnnouncementRetraction
  ) throws(EntryFormatError) -> AnnouncementRetraction {
    let retraction = AnnouncementRetraction(
      number: message.number, date: try date(message.date), reason: message.reason)
    do throws(Announcement.Fault) {
      return try retraction.checked()
    } catch {
      throw .malformed("retraction: \(error)")
    }
  }

  private static func hash(_ data: Data) -> [UInt8]? { data.isEmpty ? nil : Array(data) }
}

extension EntryFormat {
  /// The payload only, as a projection stores it.
  public static func payload(of announcement: Announcement) throws(EntryFormatError) -> [UInt8] {
    try serialise(Wire.message(announcement))
  }

  public static func announcement(ofPayload payload: [UInt8]) throws(EntryFormatError) -> Announcement {
    try Wire.announcement(parse(payload))
  }

  public static func payload(of retraction: AnnouncementRetraction) throws(EntryFormatError) -> [UInt8] {
    try serialise(Wire.message(retraction))
  }

  public static func retraction(ofPayload payload: [UInt8]) throws(EntryFormatError) -> AnnouncementRetraction {
    try Wire.retraction(parse(payload))
  }
}
