import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension DecisionStore {
  /// Creates a new office: its first epoch, one lane with all numbers, its settings and clerks.
  public func found(_ office: Office, clerks: [Clerk], isDemo: Bool, at now: Instant) throws(StoreError) {
    try write { db in
      if try Row.fetchOne(db, sql: "SELECT 1 FROM office") != nil { throw StoreError.officeExists }
      try DeviceEpochs.begin(db, .version7(at: now, random: random()))
      try db.execute(sql: "INSERT INTO lane_block VALUES (1, 9999)")
      if isDemo { try db.execute(sql: "INSERT INTO setting VALUES ('demo', 'yes')") }
      var writer = try JournalWriter(db)
      guard let founder = clerks.first else { throw StoreError.noOffice }
      for action in [OfficeAction.setOffice(office)] + clerks.map({ .setClerk($0) }) {
        try writer.append(.office(action), dossier: nil, clerk: founder.id, at: now, group: nil)
        try OfficeProjection.apply(db, action, from: .init(position: db.lastInsertedRowID, at: now))
      }
      try writer.finish()
    }
  }

  /// The decisions about one dossier, made elsewhere and ready to be recorded.
  public struct History: Sendable {
    public var id: DossierID
    public var steps: [(clerk: ClerkID, at: Instant, action: DossierAction)]

    public init(id: DossierID, steps: [(clerk: ClerkID, at: Instant, action: DossierAction)]) {
      self.id = id
      self.steps = steps
    }
  }

  /// Records many dossiers in one transaction, for demo offices.
  public func record(_ histories: [History]) throws(StoreError) {
    try write.many { db in
      let office = try OfficeProjection.office(db)
      var writer = try JournalWriter(db)
      for history in histories {
        var entries: [RecordedAction] = []
        for step in history.steps {
          let reference = try writer.append(
            .dossier(step.action), dossier: history.id, clerk: step.clerk, at: step.at, group: nil)
          entries.append(RecordedAction(reference: reference, clerk: step.clerk, at: step.at, action: step.action))
        }
        guard let dossier = Dossier.fold(id: history.id, entries: entries) else { continue }
        try DossierProjection.replace(db, dossier, searchLimit: .max)
        try Lanes.markUsed(db, code: dossier.code, agency: office.agencyCode)
      }
      try writer.finish()
    }
  }
}
