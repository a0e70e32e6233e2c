import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// Decides acts inside one transaction.
struct DecisionTransaction {
  private let db: Database
  private let context: DecisionContext
  private let asksLastNumber: Bool
  private var writer: JournalWriter
  /// The sequence numbers of the written entries of weight.
  private(set) var weighty: [Int64] = []

  /// - Parameter asksLastNumber: papers may carry numbers that are not in these data.
  init(_ db: Database, clerk: ClerkID, now: Instant, asksLastNumber: Bool = false) throws {
    self.db = db
    self.asksLastNumber = asksLastNumber
    context = try Self.context(db, clerk: clerk, now: now)
    writer = try JournalWriter(db)
  }

  private struct ProcedureOnDay: Hashable {
    var code: String
    var day: CivilDate
  }

  /// What the rules may use besides a dossier.
  static func context(_ db: Database, clerk: ClerkID, now: Instant) throws -> DecisionContext {
    let office = try OfficeProjection.office(db)
    let clerks = try OfficeProjection.clerks(db)
    guard let clerk = clerks.first(where: { $0.id == clerk }) else {
      throw StoreError.denied(.roleMissing([]))
    }
    let calendar = try OfficeProjection.calendar(db)
    let opening = try OpeningTable.hours(db, of: OfficeStore.point(db), office)
    // A rule asks for the version several times, and a look through all appointments for the few same ones.
    var procedures: [ProcedureOnDay: (version: ProcedureVersion, hash: String)?] = [:]
    var context = DecisionContext(
      now: now, clerk: clerk, office: office, absences: try OfficeProjection.absences(db), calendar: calendar,
      opening: opening, calendarHash: contentHash(calendar.canonicalText),
      settingsHash: contentHash(office.canonicalSettings + (opening.map { " " + $0.canonicalText } ?? "")),
      procedure: { code, day in
        let key = ProcedureOnDay(code: code, day: day)
        if let known = procedures[key] { return known }
        let version = Catalogue.version(
          of: code, decided: try? ProcedureProjection.versions(db, of: code), on: day)
        let found = version.map { (version: $0, hash: contentHash($0.canonicalText)) }
        procedures.updateValue(found, forKey: key)
        return found
      })
    context.otherVersion = { try? ProcedureProjection.version(db, of: $0) }
    let others = try MachinesReading(db)
    context.recordsEnteredDays = others?.reads(EntryFormat.revisionOfEnteredDays) ?? true
    context.recordsCases = others?.reads(EntryFormat.revisionOfCases) ?? true
    context.recordsPeople = others?.reads(EntryFormat.revisionOfPeople) ?? true
    context.recordsSteps = others?.reads(EntryFormat.revisionOfSteps) ?? true
    context.recordsFeeCounts = others?.reads(EntryFormat.revisionOfFeeCounts) ?? true
    context.recordsSupplementDays = others?.reads(EntryFormat.revisionOfSupplementDays) ?? true
    context.recordsCertified = others?.reads(EntryFormat.revisionOfCertified) ?? true
    context.recordsVisits = others?.reads(EntryFormat.revisionOfVisits) ?? true
    context.dossier = { id in (try? JournalReader.dossier(db, id)) ?? nil }
    context.colleague = { id in clerks.first { $0.id == id } }
    context.isCodeKnown = { code in
      // A code about which nothing can be read is not given again.
      do { return try CodeBearer.find(db, code) != nil } catch { return true }
    }
    context.isCodeBorne = { code, id in
      do { return try CodeBearer.isBorne(db, code, besides: id) } catch { return true }
    }
    return context
  }

  /// - Parameter replaced: the dossier in whose place the act receives another one.
  mutating func perform(_ act: Act, group: GroupID?, replacing replaced: Dossier? = nil) throws -> ActOutcome {
    var record = try JournalReader.record(db, of: act.dossier)
    var dossier = record.dossier
    var decided: [DossierAction] = []
    var references: [EntryReference] = []
    // Each act is decided in a savepoint, so that the number used for a denied act is returned.
    var denial: Denial?
    try db.inSavepoint {
      let before = writer
      do {
        for command in act.commands {
          var context = context
          context.replaced = replaced
          if command.issuesCode { try prepareCode(for: command, &context) }
          if command.takesBookNumbers { try prepareNumbers(for: dossier, &context) }
          let action = try decide(command, on: dossier, context: context, history: record.history)
          // Codes of a doubtful day are provisional, and codes of a new epoch are unique, so neither needs the
          // question.
          if asksLastNumber, command.issuesCode {
            let isNumbered = context.nextCode?.origin == .office
            let last = try Lanes.highest(db, on: context.now.civilDate) - (isNumbered ? 1 : 0)
            if command.isOnBlank || isNumbered {
              throw Denial.lastNumberUnknown(recorded: try lastReceipt(before: last))
            }
          }
          let reference = try writer.append(
            .dossier(action), dossier: act.dossier, clerk: context.clerk.id, at: context.now, group: group)
          record.history.append(
            RecordedAction(
              reference: reference, clerk: context.clerk.id, at: context.now, group: group, action: action))
          dossier = record.dossier
          if case .sendToSigner(let numbering) = action { try VolumeTable.take(db, numbering) }
          decided.append(action)
          references.append(reference)
        }
        if let dossier { try DossierProjection.replace(db, dossier) }
        return .commit
      } catch let error as Denial {
        denial = error
        writer = before
        return .rollback
      }
    }
    if let denial { return .denied(act.dossier, denial) }
    let viewer = Viewer(context.clerk)
    guard var row = try QueueRows.row(db, act.dossier, viewer: viewer) else {
      return .denied(act.dossier, .dossierUnknown)
    }
    row.numbering = decided.compactMap(\.numbering).last
    weighty += zip(decided, references).filter { $0.0.hasWeight }.map(\.1.sequence)
    return .done(row: row, entries: references)
  }

  /// What was received on a blank receipt has its code already, and takes no further number.
  private func prepareCode(for command: DossierCommand, _ context: inout DecisionContext) throws {
    context.lastEntryAt = writer.lastAt
    guard command.isOnBlank else {
      context.nextCode = try Lanes.issue(db, office: context.office, epoch: writer.epoch, on: context.now.civilDate)
      return
    }
    let db = db
    context.silences = try BlankTable.silences(db, until: context.now)
    context.blank = { code in (try? BlankTable.receipts(db, code: code))?.first }
  }

  /// The book of the dossier's procedure, for the year in which it would be signed.
  private func prepareNumbers(for dossier: Dossier?, _ context: inout DecisionContext) throws {
    context.lastEntryAt = writer.lastAt
    guard let kind = BookKind(procedure: dossier?.procedure.code ?? "") else { return }
    let year = context.now.civilDate.year
    let open = try VolumeTable.open(db, kind, year)
    context.openVolume = open.map { .success($0) } ?? .failure(.book(.notOpen(kind, year: year)))
  }

  private func lastReceipt(before last: Int) throws -> Int {
    try BlankTable.lastReceipt(db, of: context.office.agencyCode, on: context.now.civilDate, before: last)
  }

  func finish() throws {
    try writer.finish()
  }
}

/// SHA-256 in hexadecimal.
func contentHash(_ text: String) -> String {
  SHA256.hash(data: Array(text.utf8)).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}
