import DossierDomain
import GRDB

extension DecisionStore {
  /// The days whose codes are provisional after a restore until the last printed number is entered, oldest first.
  public func doubtfulDates() throws(StoreError) -> [CivilDate] { try read { try DoubtfulDates.pending($0) } }

  /// Records the highest number that was printed on such a day (0 for none); numbering of that day continues after it.
  /// - Parameter number: 0…9999.
  public func enterLastPrinted(_ number: Int, on date: CivilDate) throws(StoreError) {
    try write { db in
      try DoubtfulDates.setLastPrinted(db, number, on: date)
      try db.execute(
        sql: """
          INSERT INTO lane_day VALUES (?, ?, 0) ON CONFLICT (date) DO UPDATE SET highest = max(highest, excluded.highest)
          """, arguments: [date.dayNumber, number])
      try PaperSeries.end(db)
      try PrintTable.doubt(db)
    }
    write.end.settle()
  }
}
