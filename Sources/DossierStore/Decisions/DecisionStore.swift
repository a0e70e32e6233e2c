import DossierDomain
import GRDB
import JournalFormat
import OfficeWork

/// Decides and records. Every entry of this desk about dossiers and the office is written here.
public struct DecisionStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let random: @Sendable () -> (UInt64, UInt64)

  /// Decides and records acts in one transaction: entries, projections, search, tally. A result that is returned as
  /// done is durable. A denied act writes nothing and does not stop the others.
  /// - Parameter drafts: the clerk's seat from now on, stored unless all acts are denied. It is stored in the same
  ///   transaction, because a form that came back after a power cut although its code was issued would issue a second
  ///   one.
  /// - Parameter isConfirmed: the clerk has just given her PIN for the acts.
  public func perform(
    _ acts: [Act], by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil, isConfirmed: Bool = false
  ) throws(StoreError) -> [ActOutcome] {
    let group = GroupID.version7(at: now, random: random())
    return try write { db in
      if acts.count >= Act.many, let doubt = try Self.clockDoubt(db, at: now) {
        return acts.map { .denied($0.dossier, .clockDoubtful(doubt)) }
      }
      var decision = try DecisionTransaction(db, clerk: clerk, now: now, asksLastNumber: write.end.asks)
      let needsGroup = acts.count > 1 || acts.contains { $0.commands.count > 1 }
      var outcomes: [ActOutcome] = []
      for act in acts { outcomes.append(try decision.perform(act, group: needsGroup ? group : nil)) }
      try decision.finish()
      if isConfirmed { try SessionStatements.noteConfirmed(db, decision.weighty) }
      if let drafts, outcomes.contains(where: \.isDone) { try DraftTable.replace(db, drafts, of: clerk, at: now) }
      return outcomes
    }
  }

  /// Undoes an act of the clerk that still counts: all entries of its group, the last one first. If one of them cannot
  /// be undone, none is.
  public func undoLast(
    _ scope: UndoScope = .last, by clerk: ClerkID, at now: Instant
  ) throws(StoreError) -> UndoOutcome {
    do {
      return try undoLastOrNothing(scope, by: clerk, at: now)
    } catch .denied(let denial) {
      return .denied(denial)
    }
  }

  private func undoLastOrNothing(
    _ scope: UndoScope, by clerk: ClerkID, at now: Instant
  ) throws(StoreError) -> UndoOutcome {
    try write { db in
      let act: LastAct?
      switch scope {
      case .last: act = try LastAct.of(clerk, db)
      case .act(let reference): act = try LastAct.with(reference, by: clerk, db)
      case .expected(let shown):
        act = try shown.flatMap { try LastAct.of(clerk, in: $0, db) } ?? LastAct.of(clerk, db)
        if let act, act.needsQuestion(in: shown),
          let author = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }),
          let question = try act.undoable(db, viewer: Viewer(author))
        {
          return .asks(question)
        }
      }
      guard let act else { return .nothing }
      var decision = try DecisionTransaction(db, clerk: clerk, now: now)
      let group = GroupID.version7(at: now, random: random())
      var rows: [QueueRow] = []
      // The last one first: a code that one of them has left is free again for the one that left it.
      for part in act.parts.reversed() {
        let commands = part.references.reversed().map { DossierCommand.undo($0) }
        switch try decision.perform(Act(dossier: part.dossier, commands: commands), group: group) {
        case .done(let row, _): rows.insert(row, at: 0)
        case .denied(_, let denial): throw StoreError.denied(denial)
        }
      }
      try decision.finish()
      return .undone(UndoneAct(rows: rows, actions: act.parts.map(\.actions), at: act.at))
    }
  }

  /// Records a decision about the office itself.
  /// - Throws: `.denied` if the clerk's roles do not allow it. The first entries of an office are written elsewhere.
  /// - Parameters:
  ///   - drafts: as for acts on dossiers.
  ///   - isConfirmed: as for acts on dossiers.
  public func perform(
    _ action: OfficeAction, by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) {
    try perform([action], by: clerk, at: now, leaving: drafts, isConfirmed: isConfirmed)
  }

  /// Checks whether the action could be recorded now, before long work that ends with it.
  public func check(_ action: OfficeAction, by clerk: ClerkID) throws(StoreError) {
    try read { db in
      let author = try OfficeProjection.clerks(db).first { $0.id == clerk }
      guard let author, action.isPermitted(to: author) else {
        throw StoreError.denied(.roleMissing(action.permittedRoles))
      }
      try MachinesReading(db)?.require(.office(action))
    }
  }

  /// Records all of them or none.
  public func perform(
    _ actions: [OfficeAction], by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) {
    try write { db in
      let weighty = try Self.record(db, actions, by: try Self.author(db, clerk), at: now)
      if isConfirmed { try SessionStatements.noteConfirmed(db, weighty) }
      if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
    }
  }

  static func author(_ db: Database, _ clerk: ClerkID) throws -> Clerk {
    guard let author = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }) else {
      throw StoreError.denied(.roleMissing([]))
    }
    return author
  }

  /// - Returns: the sequence numbers of the entries of weight.
  static func record(
    _ db: Database, _ actions: [OfficeAction], by author: Clerk, at now: Instant
  ) throws -> [Int64] {
    var writer = try JournalWriter(db)
    var weighty: [Int64] = []
    for action in actions {
      guard action.isPermitted(to: author) else { throw StoreError.denied(.roleMissing(action.permittedRoles)) }
      let reference = try writer.append(.office(action), dossier: nil, clerk: author.id, at: now, group: nil)
      if action.hasWeight { weighty.append(reference.sequence) }
      try OfficeProjection.apply(
        db, action, from: .init(position: db.lastInsertedRowID, at: now, epoch: reference.epoch))
    }
    try writer.finish()
    return weighty
  }
}
