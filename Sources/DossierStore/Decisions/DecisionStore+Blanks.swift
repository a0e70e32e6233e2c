import DossierDomain
import GRDB

extension DecisionStore {
  /// Uses up so many numbers of this desk for receipts without contents. Numbers, table and entry are one transaction, so that no
  /// other reception gets one of them, and none is printed twice after a kill.
  /// - Parameter count: 1…100.
  /// - Returns: the receipts to print, by their numbers.
  /// - Throws: `.denied` if the desk does not have so many numbers of the day, or may not give any now; then none is used.
  public func printBlanks(_ count: Int, by clerk: ClerkID, at now: Instant) throws(StoreError) -> [BlankReceipt] {
    guard (1...BlankReceipts.mostAtOnce).contains(count) else { throw .denied(.blank(.countInvalid)) }
    return try write { db in
      let author = try Self.author(db, clerk)
      if let doubt = try Self.clockDoubt(db, at: now) { throw StoreError.denied(.clockDoubtful(doubt)) }
      let (office, date) = (try OfficeProjection.office(db), now.civilDate)
      if let day = office.ownCodesFrom, office.isBesideAnotherSystem(on: date) {
        throw StoreError.denied(.codesNotOursYet(from: day))
      }
      if try write.end.asks || DoubtfulDates.isDoubtful(db, date) {
        let last = try Lanes.highest(db, on: date)
        throw StoreError.denied(
          .lastNumberUnknown(
            recorded: try BlankTable.lastReceipt(db, of: office.agencyCode, on: date, before: last)))
      }
      guard let numbers = try Lanes.issue(db, count: count, on: date) else { throw StoreError.denied(.numbersUsedUp) }
      guard let blanks = BlankReceipts(agency: office.agencyCode, date: date, numbers: numbers) else {
        throw StoreError.denied(.codeUnavailable)
      }
      _ = try Self.record(db, [.printBlanks(blanks)], by: author, at: now)
      try BlankTable.insert(db, blanks, at: now)
      return blanks.codes.map { BlankReceipt(code: $0, printedAt: now, state: .unused) }
    }
  }

  /// The blank receipts that this desk has printed, the latest ones first.
  public func blanks() throws(StoreError) -> [BlankReceipt] { try read { try BlankTable.receipts($0) } }

  /// Records that these blank receipts will not be used: all of them or none.
  /// - Parameter codes: as typed, 1…100 of them.
  /// - Throws: `.denied` for a code that this desk has not printed, or that is used or struck already, and without a reason. Those of
  ///   an earlier life can be struck, because they may lie in the drawer.
  public func strikeBlanks(
    _ codes: [String], reason: String, by clerk: ClerkID, at now: Instant
  ) throws(StoreError) {
    guard let reason = BlankReceipts.reason(reason) else { throw .denied(.reasonMissing) }
    guard (1...BlankReceipts.mostAtOnce).contains(codes.count) else { throw .denied(.blank(.countInvalid)) }
    try write { db in
      let author = try Self.author(db, clerk)
      var struck: [DossierCode] = []
      for code in Set(codes.map(DossierCode.normalised)).sorted() {
        guard let blank = try BlankTable.receipts(db, code: code).first else {
          throw StoreError.denied(.blank(.unknown(code: code)))
        }
        switch blank.state {
        case .unused, .ofEarlierLife: break
        case .used: throw StoreError.denied(.blank(.used(code: code)))
        case .struck(let reason): throw StoreError.denied(.blank(.struck(code: code, reason: reason)))
        }
        struck.append(blank.code)
      }
      for blanks in BlankReceipts.groups(of: struck) {
        _ = try Self.record(db, [.strikeBlanks(blanks, reason: reason)], by: author, at: now)
        try BlankTable.strike(db, blanks, reason: reason)
      }
    }
  }
}
