import DossierDomain
import GRDB

/// This machine's lanes: its ranges of each day's numbers 0001–9999. The counter of a date continues from the highest
/// number ever issued for it, so that a clock that was set back repeats no number.
enum Lanes {
  /// The next code, which counts as issued; a provisional one if the lanes are used up.
  static func issue(_ db: Database, office: Office, epoch: DeviceEpoch, on date: CivilDate) throws -> DossierCode {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT highest, provisional FROM lane_day WHERE date = ?"), arguments: [date.dayNumber])
    let highest: Int = row?[LaneColumn.highest] ?? 0
    let provisional: Int = row?[LaneColumn.provisional] ?? 0
    // After a restore, numbers of these days may be on papers that the backup does not contain.
    let isDoubtful = try DoubtfulDates.isDoubtful(db, date)
    // Until the change-over the numbers of the series are given by the system that is used beside this program.
    guard !isDoubtful, !office.isBesideAnotherSystem(on: date), let number = try next(db, after: highest) else {
      try keep(db, date, highest: highest, provisional: provisional + 1)
      return .provisional(device: epoch, date: date, number: provisional + 1)
    }
    try keep(db, date, highest: number, provisional: provisional)
    return .office(agency: office.agencyCode, date: date, number: number)
  }

  /// So many numbers of that date for papers, which count as issued; nil if the lanes do not have them, and then none is used.
  static func issue(_ db: Database, count: Int, on date: CivilDate) throws -> [Int]? {
    var numbers: [Int] = []
    var last = try highest(db, on: date)
    for _ in 0..<count {
      guard let number = try next(db, after: last) else { return nil }
      numbers.append(number)
      last = number
    }
    try db.execute(
      sql: "INSERT INTO lane_day VALUES (?, ?, 0) ON CONFLICT (date) DO UPDATE SET highest = excluded.highest",
      arguments: [date.dayNumber, last])
    return numbers
  }

  /// Marks the number of an imported or earlier code as used.
  static func markUsed(_ db: Database, code: DossierCode, agency: String) throws {
    let parts = code.text.split(separator: "-")
    guard parts.count == 3, parts[0] == agency, isDigits(parts[2]), let number = Int(parts[2]),
      (1...9999).contains(number), let date = code.dayOfOffice
    else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO lane_day VALUES (?, ?, 0) ON CONFLICT (date) DO UPDATE SET highest = max(highest, excluded.highest)
        """
    ).execute(arguments: [date.dayNumber, number])
  }

  private static func next(_ db: Database, after highest: Int) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(first, ? + 1) FROM lane_block WHERE last > ? ORDER BY first LIMIT 1"),
      arguments: [highest, highest])
  }

  private static func keep(_ db: Database, _ date: CivilDate, highest: Int, provisional: Int) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO lane_day VALUES (?, ?, ?)")
      .execute(arguments: [date.dayNumber, highest, provisional])
  }
}

extension Lanes {
  static func held(_ db: Database) throws -> [LaneBlock] { try blocks(db, "lane_block") }

  /// Blocks that were given back and that the province may still count as ours. No number of them is issued again.
  static func returned(_ db: Database) throws -> [LaneBlock] { try blocks(db, "lane_returned") }

  private static func blocks(_ db: Database, _ table: String) throws -> [LaneBlock] {
    try Row.fetchAll(db, sql: "SELECT first, last FROM \(table) ORDER BY first")
      .compactMap { LaneBlock(first: $0[LaneColumn.first], last: $0[LaneColumn.last]) }
  }

  /// Gives back all numbers above `last`. From now on this desk does not issue them, even before the province knows it.
  /// Numbers that were issued today or for later days are kept.
  static func giveBack(_ db: Database, above last: Int, today: CivilDate) throws {
    let used =
      try Int.fetchOne(
        db, sql: "SELECT max(highest) FROM lane_day WHERE date >= ?", arguments: [today.dayNumber]) ?? 0
    let kept = max(last, used)
    for block in try held(db) where block.last > kept {
      try db.execute(sql: "DELETE FROM lane_block WHERE first = ?", arguments: [block.first])
      if block.first <= kept {
        try db.execute(sql: "INSERT INTO lane_block VALUES (?, ?)", arguments: [block.first, kept])
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO lane_returned VALUES (?, ?)", arguments: [max(block.first, kept + 1), block.last])
    }
  }

  /// Stores the blocks that the province has granted; a block that is being given back is left out.
  static func take(_ db: Database, _ granted: [LaneBlock], returnedInRequest: [LaneBlock]) throws {
    for block in returnedInRequest where !granted.contains(where: { $0.overlaps(block) }) {
      try db.execute(
        sql: "DELETE FROM lane_returned WHERE first = ? AND last = ?", arguments: [block.first, block.last])
    }
    let leaving = try returned(db)
    try db.execute(sql: "DELETE FROM lane_block")
    for block in granted where !leaving.contains(where: { $0.overlaps(block) }) {
      try db.execute(sql: "INSERT INTO lane_block VALUES (?, ?)", arguments: [block.first, block.last])
    }
  }

  /// The last number of that date that was issued or is known to be used; 0 for none.
  static func highest(_ db: Database, on date: CivilDate) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT highest FROM lane_day WHERE date = ?", arguments: [date.dayNumber]) ?? 0
  }

  /// How many numbers of that date this desk can still issue.
  static func left(_ db: Database, on date: CivilDate) throws -> Int {
    let highest = try highest(db, on: date)
    return try held(db).reduce(0) { $0 + max(0, $1.last - max($1.first - 1, highest)) }
  }
}
