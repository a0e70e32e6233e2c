import DossierDomain
import VietnameseText

/// The columns of a file: what each means, and on what grounds.
///
/// An export may begin with titles ("SỔ THEO DÕI HỒ SƠ", the period), split its headings over up to three rows whose
/// upper cells are merged ("Ngày, tháng, năm" above "Nhận hồ sơ", "Hẹn trả", "Trả kết quả") and number its columns
/// ("(1)", "(2)") in a row of their own. All these readings are scored against all meanings at once, and the best one
/// is taken.
struct RegisterLayout {
  struct Column {
    /// The lowest heading above the column, as written; empty if it has none.
    var heading: String
    /// With the heading of its group, where this alone says what it means.
    var fullHeading: String
    var meaning: RegisterColumn?
    var grounds: RegisterUnderstanding.Grounds
    var samples: [String]
  }

  private(set) var columns: [Column]
  /// The number of records at the beginning that are titles and headings.
  let recordCount: Int
  /// The number of cells of a row, as the headings have it.
  let width: Int
  /// Two columns that could mean the same and have different values.
  private(set) var rivals: [(meaning: RegisterColumn, columns: [Int])] = []
  /// The folded cells of the heading rows, by which they are known again on later pages.
  let headingRows: Set<[String]>
  private let positions: [RegisterColumn: Int]

  func position(of column: RegisterColumn) -> Int? { positions[column] }
  /// Whether the row is one of the headings once more. Nearly always its first cell says no.
  func isHeading(_ cells: [String]) -> Bool {
    headingRows.contains { row in row.count == cells.count && zip(row, cells).allSatisfy { $0 == $1.folded } }
  }
  /// The headings by which a table with one row of headings is understood as this one.
  var headings: [String] { columns.map(\.fullHeading) }

  static let searchedRecords = 30
  private static let sampledRecords = 300
  /// Of a wide table fewer rows vote.
  private static let sampledCells = 75_000

  /// - Parameter records: the beginning of the file, with some hundred rows for the vote of the values.
  /// - Returns: nil if no row has two headings that are known or chosen.
  static func find(in records: [[String]], choices: RegisterChoices) -> RegisterLayout? {
    var best: (score: Int, layout: RegisterLayout)?
    for start in records.indices.prefix(searchedRecords) where recognisedHeadings(records[start], choices) >= 2 {
      var words = 0
      for depth in 1...3 {
        let reading = reading(records, start: start, depth: depth, choices)
        // A further row is one of headings if its words add to what is understood. Otherwise the first dossier of a
        // short table would be one as soon as its values do not look like those of its columns.
        if reading.words > words, reading.score > best?.score ?? 0 { best = (reading.score, reading.layout) }
        words = max(words, reading.words)
        guard start + depth < records.count, mayBeHeading(records[start + depth], below: reading.layout) else { break }
      }
      // Below the first complete heading stand dossiers; a heading further down is that of the next page.
      if let layout = best?.layout, layout.position(of: .code) != nil, layout.position(of: .owner) != nil { break }
    }
    return best?.layout
  }

  /// The number of cells that are headings of a register; it also tells the right delimiter.
  static func recognisedHeadings(_ fields: [String], _ choices: RegisterChoices) -> Int {
    fields.prefix(DelimitedTextReader.maximumFields).count { field in
      guard !field.isEmpty, field.utf8.count <= 400 else { return false }
      return choices.choice(forHeading: field) != nil
        || HeadingWords.scores(HeadingWords.Heading(field)).values.contains { $0 >= 80 }
    }
  }

  /// A row of headings has neither dates nor long numbers, and no code of a dossier.
  private static func mayBeHeading(_ fields: [String], below layout: RegisterLayout) -> Bool {
    let filled = fields.filter { !$0.isEmpty }
    let code = layout.position(of: .code).flatMap { $0 < fields.count ? fields[$0] : nil }
    return !filled.isEmpty && code?.contains(where: \.isNumber) != true
      && filled.allSatisfy { field in
        field.count(where: \.isNumber) < 4 && !field.isSpreadsheetError && WrittenDate(field) == nil
      }
  }

  static func isRowOfNumbers(_ fields: [String]) -> Bool {
    let filled = fields.filter { !$0.isEmpty }
    let digits = max(2, String(fields.count).count)
    return filled.count >= 3
      && filled.allSatisfy { field in
        field.utf8.count <= 4 * (digits + 3) && field.count(where: \.isNumber) <= digits && field.count <= digits + 3
          && field.allSatisfy { $0.isNumber || "()[]=+-ABab ".contains($0) }
      }
      && filled.contains { $0.contains(where: \.isNumber) }
  }

  /// "(1)", "(2)", "(3)" below the headings of each page.
  static func isRowOfColumnNumbers(_ fields: [String]) -> Bool {
    guard isRowOfNumbers(fields) else { return false }
    let numbers = fields.filter { !$0.isEmpty }.map { Int($0.filter(\.isNumber)) ?? 0 }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 0 }
  }

  /// - Returns: the layout, how well headings and values fit its meanings, and how well the headings alone do.
  private static func reading(
    _ records: [[String]], start: Int, depth: Int, _ choices: RegisterChoices
  ) -> (score: Int, words: Int, layout: RegisterLayout) {
    let rows = Array(records[start..<start + depth])
    var next = start + depth
    if next < records.count, isRowOfNumbers(records[next]) { next += 1 }
    let width = min(rows.map(\.count).max() ?? 0, DelimitedTextReader.maximumFields)
    let sample = records[next...].prefix(min(sampledRecords, max(20, sampledCells / max(1, width))))
    let headings = MergedHeading.headings(of: rows, width: width)
    let values = (0..<width).map { column in
      ColumnValues(sample.lazy.compactMap { column < $0.count ? $0[column] : nil })
    }
    let meanings = RegisterColumn.allCases
    let scores = meanings.map { meaning in
      (0..<width).map { column -> Int in
        if let choice = choices.choice(forHeading: headings[column].lowest, column: column) {
          return choice == .meaning(meaning) ? 10_000 : 0
        }
        let written = headings[column].score(as: meaning)
        return written < 50 ? 0 : max(0, written + values[column].vote(for: meaning))
      }
    }
    let assignment = BestAssignment(scores)
    var layout = RegisterLayout(
      columns: (0..<width).map { column in
        Column(
          heading: headings[column].lowest, fullHeading: headings[column].lowest, grounds: .unknown,
          samples: values[column].samples)
      },
      recordCount: next, width: width, headingRows: Set(rows.map { $0.map(\.folded) }),
      positions: meanings.enumerated().reduce(into: [:]) { found, pair in
        found[pair.element] = assignment.columns[pair.offset]
      })
    var total = 0
    var words = 0
    for (place, meaning) in meanings.enumerated() {
      guard let column = assignment.columns[place] else { continue }
      total += min(scores[place][column], 200)
      words += scores[place][column] == 10_000 ? 200 : headings[column].score(as: meaning)
      layout.columns[column].meaning = meaning
      layout.columns[column].fullHeading = headings[column].full(as: meaning)
      layout.columns[column].grounds =
        scores[place][column] == 10_000
        ? .chosen : headings[column].score(as: meaning) == 100 ? .heading : .similarHeading
    }
    layout.findRivals(scores, sample)
    return (total, words, layout)
  }

  /// Columns without a meaning of their own that fit one nearly as well as the column that has it.
  private mutating func findRivals(_ scores: [[Int]], _ sample: ArraySlice<[String]>) {
    for (place, meaning) in RegisterColumn.allCases.enumerated() where meaning.isTakenIn {
      guard let taken = positions[meaning], columns[taken].grounds != .chosen else { continue }
      let others = columns.indices.filter { other in
        columns[other].meaning == nil && scores[place][other] >= 70 && scores[place][other] >= scores[place][taken] - 5
          && sample.contains { row in
            other < row.count && taken < row.count && !row[other].isEmpty && row[other] != row[taken]
          }
      }
      for other in others { columns[other].grounds = .rival(of: meaning) }
      if !others.isEmpty { rivals.append((meaning, ([taken] + others).sorted())) }
    }
  }

  private init(
    columns: [Column], recordCount: Int, width: Int, headingRows: Set<[String]>, positions: [RegisterColumn: Int]
  ) {
    self.columns = columns
    self.recordCount = recordCount
    self.width = width
    self.headingRows = headingRows
    self.positions = positions
  }
}

/// The headings above one column, from the row of groups to the lowest. An empty cell of a row of groups belongs to the
/// group at its left.
private struct MergedHeading {
  let lowest: String
  private var scores: [RegisterColumn: Int] = [:]
  private var ownScores: [RegisterColumn: Int] = [:]
  private var groups: [String] = []

  static func headings(of rows: [[String]], width: Int) -> [MergedHeading] {
    var groups = Array(repeating: "", count: rows.count)
    return (0..<width).map { column in
      let cells = rows.map { column < $0.count ? $0[column] : "" }
      for (row, cell) in cells.enumerated() where !cell.isEmpty { groups[row] = cell }
      return MergedHeading(cells, groups: groups)
    }
  }

  /// - Parameters:
  ///   - cells: those of the column, from the uppermost.
  ///   - groups: of each row the cell, or where it is empty the next one at its left that is not.
  private init(_ cells: [String], groups written: [String]) {
    let depth = cells.indices.last { !cells[$0].isEmpty }
    guard let depth else {
      lowest = ""
      return
    }
    lowest = cells[depth]
    let words = HeadingWords.Heading(lowest).words
    add(words, penalty: 0)
    ownScores = scores
    for row in 0..<depth {
      let above = HeadingWords.Heading(written[row]).words
      guard !above.isEmpty else { continue }
      groups.append(written[row])
      add(above + words, penalty: 3)
      add(words + above, penalty: 3)
    }
  }

  private mutating func add(_ words: [String], penalty: Int) {
    for (column, score) in HeadingWords.scores(HeadingWords.Heading(words: words)) {
      scores[column] = max(scores[column] ?? 0, score - penalty)
    }
  }

  func score(as meaning: RegisterColumn) -> Int { scores[meaning] ?? 0 }

  /// The lowest heading, behind that of the group by which it has this meaning.
  func full(as meaning: RegisterColumn) -> String {
    guard score(as: meaning) > ownScores[meaning] ?? 0 else { return lowest }
    let written = groups.map { "\($0) \(lowest)" }
    return written.max { first, second in Self.score(first, meaning) < Self.score(second, meaning) } ?? lowest
  }

  private static func score(_ heading: String, _ meaning: RegisterColumn) -> Int {
    HeadingWords.scores(HeadingWords.Heading(heading))[meaning] ?? 0
  }
}
