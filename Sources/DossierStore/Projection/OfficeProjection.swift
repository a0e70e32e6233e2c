import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Stores clerks, absences and the office's settings from the journal.
enum OfficeProjection {
  private enum Columns: String, ColumnExpression {
    case id, name, title, roles, date, kind, source, clerk, first, last, substitute
    case isActive = "is_active"
    case agencyCode = "agency_code"
    case extensionLimit = "extension_limit"
    case hours
    case idleLock = "idle_lock"
    case requiresPIN = "requires_pin"
    case restsOn24November = "rests_24_november"
    case unitCode = "unit_code"
    case wholePeriod = "whole_period"
    case ownCodesFrom = "own_codes_from"
  }

  /// Computes clerks, absences, settings and days again from their entries in the office's order. There are only a few
  /// dozen.
  /// - Parameter withProcedures: also what was decided about procedures, which may be thousands of entries.
  static func rebuild(_ db: Database, withProcedures: Bool = true) throws {
    for table in tables where withProcedures || !ProcedureProjection.tables.contains(table) {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    if withProcedures { try ProcedureProjection.oweNothing(db) }
    for decision in try decisions(db, withProcedures: withProcedures) {
      try apply(db, decision.action, from: decision.source)
    }
  }

  /// Whether the tables agree with the journal.
  static func agrees(_ db: Database) throws -> Bool {
    let decisions = try decisions(db)
    let owed = try ProcedureProjection.isOwed(db) ? ProcedureProjection.tables : []
    return try DatabaseQueue().write { made in
      for table in tables + ["setting"] {
        let schema = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])
        try made.execute(sql: schema ?? "")
      }
      for decision in decisions { try apply(made, decision.action, from: decision.source) }
      return try tables.filter { !owed.contains($0) }.allSatisfy { table in
        let rows = "SELECT * FROM \(table) ORDER BY 1, 2"
        return try Row.fetchAll(db, sql: rows) == Row.fetchAll(made, sql: rows)
      }
    }
  }

  typealias Source = ProcedureProjection.Source

  /// The decisions about the office; the resulting settings come last.
  static func decisions(_ db: Database, withProcedures: Bool = true) throws -> [(action: OfficeAction, source: Source)]
  {
    let entries = try Row.fetchCursor(
      db,
      sql: """
        SELECT bytes, verdict, office_sequence, position FROM entry WHERE dossier IS NULL
        ORDER BY office_sequence IS NULL, office_sequence, position
        """)
    var decisions: [(action: OfficeAction, source: Source)] = []
    var settings: [OfficeSetting] = []
    while let row = try entries.next() {
      guard try JournalReader.verdict(row[EntryColumn.verdict]).counts else { continue }
      let bytes = Array(row[EntryColumn.bytes] as Data)
      guard withProcedures || !EntryFormat.mayDecideProcedures(bytes) else { continue }
      let entry = try EntryFormat.decodeTrusted(bytes)
      switch entry.content {
      case .office(.setOffice(let office)):
        settings.append(
          OfficeSetting(
            epoch: entry.reference.epoch, place: row[EntryColumn.officeSequence], base: entry.base, office: office))
      case .office(let action):
        // What is issued again in another life was decided in the earlier one.
        let epoch = entry.origin?.reference.epoch ?? entry.reference.epoch
        decisions.append((action, Source(position: row[EntryColumn.position], at: entry.at, epoch: epoch)))
      case .dossier, .unknown: break
      }
    }
    if let office = Office.folded(settings) {
      decisions.append((.setOffice(office), Source(position: 0, at: Instant(milliseconds: 0))))
    }
    return decisions
  }

  private static let tables =
    ["clerk", "absence", "office", "decided_day", VolumeTable.table] + OpeningTable.tables + ProcedureProjection.tables

  /// - Parameter source: of the entry.
  static func apply(_ db: Database, _ action: OfficeAction, from source: Source) throws {
    switch action {
    case .setOffice(let office):
      let hours = office.workingHours
      try db.execute(
        sql: "INSERT OR REPLACE INTO office VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          Data(office.id.bytes), office.name, office.agencyCode, office.unitCode,
          "\(hours.morning.lowerBound) \(hours.morning.upperBound) \(hours.afternoon.lowerBound) \(hours.afternoon.upperBound)",
          office.restsOn24November, office.extensionLimit, office.requiresPIN, office.idleLockMinutes,
          office.wholePeriodProcedures.sorted().joined(separator: ","), office.ownCodesFrom?.dayNumber,
        ])
    case .setClerk(let clerk):
      let roles = clerk.roles.reduce(0) { $0 | 1 << Int($1.rawValue) }
      try db.execute(
        sql: """
          INSERT INTO clerk VALUES (?, ?, ?, ?, ?, (SELECT count(*) FROM clerk)) ON CONFLICT (id) DO UPDATE SET
          name = excluded.name, title = excluded.title, roles = excluded.roles, is_active = excluded.is_active
          """,
        arguments: [Data(clerk.id.bytes), clerk.name, clerk.title, roles, clerk.isActive])
    case .setAbsence(let absence):
      try db.execute(
        sql: "INSERT OR REPLACE INTO absence VALUES (?, ?, ?, ?)",
        arguments: [
          Data(absence.clerk.bytes), absence.from.dayNumber, absence.through.dayNumber,
          absence.substitute.map { Data($0.bytes) },
        ])
    case .clearAbsence(let clerk, let from):
      try db.execute(
        sql: "DELETE FROM absence WHERE clerk = ? AND first = ?", arguments: [Data(clerk.bytes), from.dayNumber])
    case .setDays(let decision):
      try db.execute(sql: "DELETE FROM decided_day WHERE year = ?", arguments: [decision.year])
      for row in decision.rows {
        try db.execute(
          sql: "INSERT INTO decided_day VALUES (?, ?, ?, ?, ?)",
          arguments: [row.date.dayNumber, decision.year, row.kind.rawValue, row.name, row.source])
      }
    case .setProcedure(let version): try ProcedureProjection.apply(db, version, from: source)
    case .announce(let announcement): try ProcedureProjection.apply(db, announcement, from: source)
    case .retractAnnouncement(let retraction): try ProcedureProjection.apply(db, retraction, from: source)
    case .setOpeningWeek(let week): try OpeningTable.apply(db, week)
    case .setOpeningDay(let day): try OpeningTable.apply(db, day)
    case .confirmClock, .mapClerk, .recordReading, .printBlanks, .strikeBlanks: break
    case .openBook(let opening): try VolumeTable.apply(db, opening, from: source)
    }
  }

  /// The office's working days: the defaults and the yearly decisions.
  static func calendar(_ db: Database) throws -> WorkingCalendar {
    let decisions = try Row.fetchAll(db, sql: "SELECT date, kind, name, source FROM decided_day ORDER BY date")
      .compactMap { row in
        CalendarRow.Kind(rawValue: row[Columns.kind]).map {
          CalendarRow(
            date: CivilDate(dayNumber: row[Columns.date]), kind: $0, name: row[Columns.name],
            source: row[Columns.source])
        }
      }
    let opening = try OpeningTable.countingDays(db)
    return decisions.isEmpty && opening.isEmpty ? .standard : WorkingCalendar(decisions: decisions, opening: opening)
  }

  static func office(_ db: Database) throws -> Office {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM office"), let id = OfficeID(bytes: row[Columns.id] as Data)
    else {
      throw StoreError.noOffice
    }
    let hours = (row[Columns.hours] as String).split(separator: " ").compactMap { Int($0) }
    guard hours.count == 4 else { throw StoreError.damaged("office.hours") }
    return Office(
      id: id, name: row[Columns.name], agencyCode: row[Columns.agencyCode], unitCode: row[Columns.unitCode],
      workingHours: WorkingHours(morning: hours[0]..<hours[1], afternoon: hours[2]..<hours[3]),
      restsOn24November: row[Columns.restsOn24November], extensionLimit: row[Columns.extensionLimit],
      requiresPIN: row[Columns.requiresPIN], idleLockMinutes: row[Columns.idleLock],
      wholePeriodProcedures: Set((row[Columns.wholePeriod] as String).split(separator: ",").map { String($0) }),
      ownCodesFrom: (row[Columns.ownCodesFrom] as Int?).map { CivilDate(dayNumber: $0) })
  }

  static func clerks(_ db: Database) throws -> [Clerk] {
    try Row.fetchAll(db, sql: "SELECT id, name, title, roles, is_active FROM clerk ORDER BY place").compactMap { row in
      guard let id = ClerkID(bytes: row[Columns.id] as Data) else { return nil }
      let mask: Int = row[Columns.roles]
      return Clerk(
        id: id, name: row[Columns.name], title: row[Columns.title],
        roles: Set(Clerk.Role.allCases.filter { mask & 1 << Int($0.rawValue) != 0 }),
        isActive: row[Columns.isActive])
    }
  }

  static func absences(_ db: Database) throws -> [Absence] {
    try Row.fetchAll(db, sql: "SELECT clerk, first, last, substitute FROM absence ORDER BY first").compactMap { row in
      guard let clerk = ClerkID(bytes: row[Columns.clerk] as Data) else { return nil }
      return Absence(
        clerk: clerk, from: CivilDate(dayNumber: row[Columns.first]), through: CivilDate(dayNumber: row[Columns.last]),
        substitute: (row[Columns.substitute] as Data?).flatMap { ClerkID(bytes: $0) })
    }
  }
}
