import DossierDomain
import SwiftProtobuf

/// The byte form of a row of a register.
enum ImportedFormat {
  static func message(_ row: ImportedDossier) -> Dossier_Journal_Imported {
    .with {
      $0.code = Wire.message(row.code)
      $0.procedure = Wire.message(row.procedure)
      $0.owner = Wire.message(row.owner)
      $0.status = UInt32(row.status.rawValue)
      $0.copies = Wire.number(row.copies)
      $0.decidingOfficeName = row.decidingOfficeName
      if let instant = row.receivedAt { $0.receivedAt = instant.milliseconds }
      if let instant = row.dueAt { $0.dueAt = instant.milliseconds }
      if let instant = row.resolvedAt { $0.resolvedAt = instant.milliseconds }
      if let instant = row.handedBackAt { $0.handedBackAt = instant.milliseconds }
      if let delivery = row.delivery { $0.delivery = UInt32(delivery.rawValue) }
      $0.note = row.note
      $0.confidential = row.isConfidential
      $0.office = Wire.data(row.office)
      $0.unsaid = row.unsaid.rawValue
    }
  }

  static func row(_ message: Dossier_Journal_Imported) throws(EntryFormatError) -> ImportedDossier {
    guard let status = DossierStatus(rawValue: Int(message.status)) else { throw .malformed("status") }
    return ImportedDossier(
      code: try Wire.code(message.code), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), status: status, copies: Int(message.copies),
      decidingOfficeName: message.decidingOfficeName,
      receivedAt: message.hasReceivedAt ? try Wire.instant(message.receivedAt) : nil,
      dueAt: message.hasDueAt ? try Wire.instant(message.dueAt) : nil,
      resolvedAt: message.hasResolvedAt ? try Wire.instant(message.resolvedAt) : nil,
      handedBackAt: message.hasHandedBackAt ? try Wire.instant(message.handedBackAt) : nil,
      delivery: message.hasDelivery ? try Wire.choice(message.delivery) : nil, note: message.note,
      isConfidential: message.confidential, office: try Wire.identifier(message.office),
      unsaid: ImportedFacts(rawValue: message.unsaid))
  }
}
