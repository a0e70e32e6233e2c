import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

extension LocalStore {
  /// Decides and records acts in one transaction: entries, projections, search, tally. What is returned as done is
  /// durable. An act that is denied writes nothing and does not stop the others.
  /// - Parameter deskState: what is kept of her desk from now on, unless all is denied. In the same transaction, because a
  ///   form that came back after a power cut although its code was issued would issue a second one.
  /// - Parameter isConfirmed: she has just given her PIN for them.
  public func perform(
    _ acts: [Act], by clerk: ClerkID, at now: Instant, leaving deskState: [UInt8]? = nil, isConfirmed: Bool = false
  ) throws(StoreError) -> [ActOutcome] {
    let group = GroupID.version7(at: now, random: random())
    return try write { db in
      var desk = try DecisionDesk(db, clerk: clerk, now: now, asksLastNumber: end.asks)
      let needsGroup = acts.count > 1 || acts.contains { $0.commands.count > 1 }
      var outcomes: [ActOutcome] = []
      for act in acts { outcomes.append(try desk.perform(act, group: needsGroup ? group : nil)) }
      try desk.finish()
      if isConfirmed { try Self.noteConfirmed(db, desk.weighty) }
      if let deskState, outcomes.contains(where: \.isDone) { try Self.saveDesk(db, deskState, of: clerk) }
      return outcomes
    }
  }

  /// Undoes the clerk's last act that still counts, all entries of its group, last one first.
  /// All or nothing: when one of them cannot be undone, nothing is.
  public func undoLast(by clerk: ClerkID, at now: Instant) throws(StoreError) -> UndoOutcome {
    do {
      return try undoLastOrNothing(by: clerk, at: now)
    } catch .denied(let denial) {
      return .denied(denial)
    }
  }

  private func undoLastOrNothing(by clerk: ClerkID, at now: Instant) throws(StoreError) -> UndoOutcome {
    try write { db in
      guard let last = try LastAct.of(clerk, db) else { return .nothing }
      var desk = try DecisionDesk(db, clerk: clerk, now: now)
      let group = GroupID.version7(at: now, random: random())
      var rows: [QueueRow] = []
      for (dossier, references) in last.dossiers {
        let commands = references.reversed().map { DossierCommand.undo($0) }
        switch try desk.perform(Act(dossier: dossier, commands: commands), group: group) {
        case .done(let row, _): rows.append(row)
        case .denied(_, let denial): throw StoreError.denied(denial)
        }
      }
      try desk.finish()
      return .undone(rows, what: last.action, at: last.at)
    }
  }

  /// Records a decision about the office itself.
  /// - Throws: `.denied` where her roles do not allow it; the first entries of an office are not decided here.
  /// - Parameters:
  ///   - deskState: as for acts on dossiers.
  ///   - isConfirmed: as for acts on dossiers.
  public func perform(
    _ action: OfficeAction, by clerk: ClerkID, at now: Instant, leaving deskState: [UInt8]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) {
    try perform([action], by: clerk, at: now, leaving: deskState, isConfirmed: isConfirmed)
  }

  /// Whether it could be recorded now, asked before long work whose end it is.
  public func check(_ action: OfficeAction, by clerk: ClerkID) throws(StoreError) {
    try read { db in
      let author = try OfficeProjection.clerks(db).first { $0.id == clerk }
      guard let author, action.isPermitted(to: author) else {
        throw StoreError.denied(.roleMissing(action.permittedRoles))
      }
      try MachinesReading(db)?.require(.office(action))
    }
  }

  /// All of them or none.
  public func perform(
    _ actions: [OfficeAction], by clerk: ClerkID, at now: Instant, leaving deskState: [UInt8]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) {
    try write { db in
      guard let author = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }) else {
        throw StoreError.denied(.roleMissing([]))
      }
      var writer = try JournalWriter(db)
      var weighty: [Int64] = []
      for action in actions {
        guard action.isPermitted(to: author) else { throw StoreError.denied(.roleMissing(action.permittedRoles)) }
        let reference = try writer.append(.office(action), dossier: nil, clerk: clerk, at: now, group: nil)
        if action.hasWeight { weighty.append(reference.sequence) }
        try OfficeProjection.apply(db, action)
      }
      try writer.finish()
      if isConfirmed { try Self.noteConfirmed(db, weighty) }
      if let deskState { try Self.saveDesk(db, deskState, of: clerk) }
    }
  }
}

/// Decides acts inside one transaction.
struct DecisionDesk {
  private let db: Database
  private let context: DecisionContext
  private let asksLastNumber: Bool
  private var writer: JournalWriter
  /// The sequences of entries of weight that were made.
  private(set) var weighty: [Int64] = []

  /// - Parameter asksLastNumber: papers may carry numbers that are not known here.
  init(_ db: Database, clerk: ClerkID, now: Instant, asksLastNumber: Bool = false) throws {
    self.db = db
    self.asksLastNumber = asksLastNumber
    let office = try OfficeProjection.office(db)
    guard let clerk = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }) else {
      throw StoreError.denied(.roleMissing([]))
    }
    let calendar = try OfficeProjection.calendar(db, of: office)
    let catalogue = try OfficeProjection.catalogue(db)
    context = DecisionContext(
      now: now, clerk: clerk, office: office, absences: try OfficeProjection.absences(db), calendar: calendar,
      calendarHash: contentHash(calendar.canonicalText),
      settingsHash: contentHash(office.canonicalSettings),
      procedure: { code in
        catalogue.version(of: code, on: now.civilDate).map { ($0, contentHash($0.canonicalText)) }
      })
    writer = try JournalWriter(db)
  }

  mutating func perform(_ act: Act, group: GroupID?) throws -> ActOutcome {
    var record = try JournalReader.record(db, of: act.dossier)
    var dossier = record.dossier
    var decided: [DossierAction] = []
    var references: [EntryReference] = []
    // Decided in a savepoint: a number taken for an act that is denied goes back.
    var denial: Denial?
    try db.inSavepoint {
      let before = writer
      do {
        for command in act.commands {
          var context = context
          if command.issuesCode {
            context.lastEntryAt = writer.lastAt
            context.nextCode = try Lanes.issue(
              db, office: context.office, epoch: writer.epoch, on: context.now.civilDate)
          }
          let action = try decide(command, on: dossier, context: context, history: record.history)
          // Codes of a doubtful day are provisional, and those of a new life are nobody else's.
          if asksLastNumber, command.issuesCode, context.nextCode?.origin == .office {
            throw Denial.lastNumberUnknown(recorded: try Lanes.highest(db, on: context.now.civilDate) - 1)
          }
          let reference = try writer.append(
            .dossier(action), dossier: act.dossier, clerk: context.clerk.id, at: context.now, group: group)
          record.history.append(
            RecordedAction(
              reference: reference, clerk: context.clerk.id, at: context.now, group: group, action: action))
          dossier = record.dossier
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
    guard let row = try QueueRows.row(db, act.dossier, viewer: viewer) else {
      return .denied(act.dossier, .dossierUnknown)
    }
    weighty += zip(decided, references).filter { $0.0.hasWeight }.map(\.1.sequence)
    return .done(row: row, entries: references)
  }

  func finish() throws {
    try writer.finish()
  }
}

/// SHA-256 as hexadecimal.
func contentHash(_ text: String) -> String {
  SHA256.hash(data: Array(text.utf8)).map { byte in
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }.joined()
}

/// Finds what a clerk did last.
struct LastAct {
  var dossiers: [(dossier: DossierID, references: [EntryReference])]
  /// What was done, in the last of its entries, and when.
  var action: DossierAction
  var at: Instant

  /// The entries of her last act that was not undone, for each dossier in journal order; nil when there is none among the
  /// newest entries.
  static func of(_ clerk: ClerkID, _ db: Database) throws -> LastAct? {
    var newest: [Entry] = []
    var isWhole = false
    // An act on very many dossiers is read to its beginning.
    while !isWhole {
      let limit = max(400, newest.count * 2)
      newest = try Data.fetchAll(
        db,
        sql: """
          SELECT bytes FROM entry WHERE epoch_id IN (SELECT id FROM device_epoch WHERE is_own = 1)
          ORDER BY position DESC LIMIT ?
          """, arguments: [limit]
      ).map { try EntryFormat.decodeTrusted(Array($0)) }
      let oldest = newest.last?.group
      isWhole = newest.count < limit || oldest == nil || oldest != newest.first { $0.clerk == clerk }?.group
    }
    var undone: Set<EntryReference> = []
    for entry in newest {
      if case .dossier(.undo(let reference)) = entry.content { undone.insert(reference) }
    }
    let own = newest.filter { entry in
      guard entry.clerk == clerk, case .dossier(let action) = entry.content, !undone.contains(entry.reference) else {
        return false
      }
      if case .undo = action { return false }
      return true
    }
    guard let last = own.first, let lastDossier = last.dossier, case .dossier(let action) = last.content else {
      return nil
    }
    guard let group = last.group else {
      return LastAct(dossiers: [(lastDossier, [last.reference])], action: action, at: last.at)
    }
    var acts: [(dossier: DossierID, references: [EntryReference])] = []
    for entry in own.reversed() where entry.group == group {
      guard let dossier = entry.dossier else { continue }
      if let index = acts.firstIndex(where: { $0.dossier == dossier }) {
        acts[index].references.append(entry.reference)
      } else {
        acts.append((dossier, [entry.reference]))
      }
    }
    return LastAct(dossiers: acts, action: action, at: last.at)
  }
}
