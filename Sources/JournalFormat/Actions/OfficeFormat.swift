import DossierDomain
import SwiftProtobuf

/// The byte form of decisions about the office itself.
enum OfficeFormat {
  static func payload(of action: OfficeAction) -> (OfficeKind, any Message) {
    switch action {
    case .setOffice(let office):
      let hours = office.workingHours
      return (
        .setOffice,
        Dossier_Journal_OfficeSettings.with {
          $0.id = Wire.data(office.id)
          $0.name = office.name
          $0.agencyCode = office.agencyCode
          $0.unitCode = office.unitCode
          $0.hours = [
            hours.morning.lowerBound, hours.morning.upperBound, hours.afternoon.lowerBound, hours.afternoon.upperBound,
          ].map(Wire.number)
          $0.restsOn24November = office.restsOn24November
          $0.extensionLimit = Wire.number(office.extensionLimit)
          $0.requiresPin = office.requiresPIN
          $0.idleLockMinutes = Wire.number(office.idleLockMinutes)
          $0.wholePeriodProcedures = office.wholePeriodProcedures.sorted()
          if let day = office.ownCodesFrom { $0.ownCodesFrom = Int32(clamping: day.dayNumber) }
        }
      )
    case .setClerk(let clerk):
      return (
        .setClerk,
        Dossier_Journal_ClerkRecord.with {
          $0.id = Wire.data(clerk.id)
          $0.name = clerk.name
          $0.title = clerk.title
          $0.roles = clerk.roles.sorted().map { UInt32($0.rawValue) }
          $0.active = clerk.isActive
        }
      )
    case .setAbsence(let absence):
      return (
        .setAbsence,
        Dossier_Journal_AbsenceRecord.with {
          $0.clerk = Wire.data(absence.clerk)
          $0.from = Int32(clamping: absence.from.dayNumber)
          $0.through = Int32(clamping: absence.through.dayNumber)
          $0.substitute = Wire.data(absence.substitute)
        }
      )
    case .clearAbsence(let clerk, let from):
      return (
        .clearAbsence,
        Dossier_Journal_AbsenceRecord.with {
          $0.clerk = Wire.data(clerk)
          $0.from = Int32(clamping: from.dayNumber)
        }
      )
    case .confirmClock(let date):
      return (.confirmClock, Dossier_Journal_ClockConfirmation.with { $0.date = Int32(clamping: date.dayNumber) })
    case .mapClerk(let local, let provincial):
      return (
        .mapClerk,
        Dossier_Journal_ClerkMapping.with {
          $0.local = Wire.data(local)
          $0.provincial = Wire.data(provincial)
        }
      )
    case .setDays(let decision): return (.setDays, Wire.message(decision))
    case .setProcedure(let version):
      return (version.needsRules ? .setProcedureRules : .setProcedure, Wire.message(version))
    case .setOpeningWeek(let week): return (.setOpeningWeek, Wire.message(week))
    case .setOpeningDay(let day): return (.setOpeningDay, Wire.message(day))
    case .recordReading(let reading): return (.recordReading, Wire.message(reading))
    case .announce(let announcement): return (.announce, Wire.message(announcement))
    case .retractAnnouncement(let retraction): return (.retractAnnouncement, Wire.message(retraction))
    case .printBlanks(let blanks): return (.printBlanks, Wire.message(blanks))
    case .strikeBlanks(let blanks, let reason): return (.strikeBlanks, Wire.message(blanks, reason: reason))
    case .openBook(let opening): return (.openBook, CertificationFormat.message(opening))
    }
  }

  static func action(_ kind: OfficeKind, _ payload: [UInt8]) throws(EntryFormatError) -> OfficeAction {
    switch kind {
    case .setOffice:
      let message: Dossier_Journal_OfficeSettings = try EntryFormat.parse(payload)
      let hours = message.hours.map(Int.init)
      guard hours.count == 4, hours.sorted() == hours, hours[3] <= 1440 else { throw .malformed("working hours") }
      return .setOffice(
        Office(
          id: try Wire.identifier(message.id), name: message.name, agencyCode: message.agencyCode,
          unitCode: message.unitCode,
          workingHours: WorkingHours(morning: hours[0]..<hours[1], afternoon: hours[2]..<hours[3]),
          restsOn24November: message.restsOn24November, extensionLimit: Int(message.extensionLimit),
          requiresPIN: message.requiresPin, idleLockMinutes: Int(message.idleLockMinutes),
          wholePeriodProcedures: Set(message.wholePeriodProcedures),
          ownCodesFrom: message.hasOwnCodesFrom ? try Wire.date(message.ownCodesFrom) : nil))
    case .setClerk:
      let message: Dossier_Journal_ClerkRecord = try EntryFormat.parse(payload)
      var roles: Set<Clerk.Role> = []
      for role in message.roles { roles.insert(try Wire.choice(role)) }
      return .setClerk(
        Clerk(
          id: try Wire.identifier(message.id), name: message.name, title: message.title, roles: roles,
          isActive: message.active))
    case .setAbsence:
      let message: Dossier_Journal_AbsenceRecord = try EntryFormat.parse(payload)
      return .setAbsence(
        Absence(
          clerk: try Wire.identifier(message.clerk), from: try Wire.date(message.from),
          through: try Wire.date(message.through), substitute: try Wire.optionalIdentifier(message.substitute)))
    case .clearAbsence:
      let message: Dossier_Journal_AbsenceRecord = try EntryFormat.parse(payload)
      return .clearAbsence(try Wire.identifier(message.clerk), from: try Wire.date(message.from))
    case .confirmClock:
      let message: Dossier_Journal_ClockConfirmation = try EntryFormat.parse(payload)
      return .confirmClock(try Wire.date(message.date))
    case .mapClerk:
      let message: Dossier_Journal_ClerkMapping = try EntryFormat.parse(payload)
      return .mapClerk(try Wire.identifier(message.local), to: try Wire.identifier(message.provincial))
    case .setDays:
      let message: Dossier_Journal_YearlyDecision = try EntryFormat.parse(payload)
      return .setDays(try Wire.decision(message))
    case .setProcedure, .setProcedureRules:
      let message: Dossier_Journal_ProcedureVersion = try EntryFormat.parse(payload)
      let version = try Wire.procedure(message)
      guard version.needsRules == (kind == .setProcedureRules) else { throw .malformed("kind of a procedure") }
      return .setProcedure(version)
    case .setOpeningWeek: return .setOpeningWeek(try Wire.openingWeek(EntryFormat.parse(payload)))
    case .setOpeningDay: return .setOpeningDay(try Wire.openingDay(EntryFormat.parse(payload)))
    case .recordReading: return .recordReading(try Wire.reading(EntryFormat.parse(payload)))
    case .announce: return .announce(try Wire.announcement(EntryFormat.parse(payload)))
    case .retractAnnouncement: return .retractAnnouncement(try Wire.retraction(EntryFormat.parse(payload)))
    case .printBlanks:
      return .printBlanks(try Wire.blanks(EntryFormat.parse(payload)))
    case .strikeBlanks:
      let message: Dossier_Journal_BlankReceipts = try EntryFormat.parse(payload)
      return .strikeBlanks(try Wire.blanks(message), reason: try Wire.reason(of: message))
    case .openBook: return .openBook(try CertificationFormat.opening(EntryFormat.parse(payload)))
    }
  }
}
