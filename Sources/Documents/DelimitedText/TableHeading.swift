import DossierDomain
import VietnameseText

/// A column of an edited table, which is found by its heading.
protocol TableColumn: CaseIterable, Hashable {
  /// The heading as the program writes it.
  var heading: (vi: String, en: String) { get }
  /// What other offices and programs call it: words without marks, divided by commas.
  var otherNames: String { get }
  /// All names, as `plain` writes them. Kept, because each row of a file is compared with them.
  static var names: [String: Self] { get }
}

extension TableColumn {
  static func collectedNames() -> [String: Self] {
    var names: [String: Self] = [:]
    for column in allCases {
      for name in column.otherNames.split(separator: ",") { names[plain(name)] = column }
    }
    // The program's own names count first.
    for column in allCases {
      names[plain(column.heading.vi)] = column
      names[plain(column.heading.en)] = column
    }
    return names
  }
}

/// Without marks and signs.
private func plain(_ text: some StringProtocol) -> String { text.folded.words.joined(separator: " ") }

/// The row that names the columns of an edited table.
struct TableHeading<Column: TableColumn> {
  let places: [Column: Int]
  /// The headings of no column, as they are written.
  let notUnderstood: [String]
  /// Two headings of one column. It is not guessed which of them counts.
  let rivals: (first: String, second: String)?

  init(_ fields: [String]) {
    var places: [Column: Int] = [:]
    var notUnderstood: [String] = []
    var rivals: (String, String)?
    for (place, field) in fields.enumerated() where !field.isEmpty {
      guard let column = Self.column(named: field) else {
        if !Self.rowNumbers.contains(plain(field)) { notUnderstood.append(field) }
        continue
      }
      if let first = places[column] {
        rivals = rivals ?? (fields[first], field)
      } else {
        places[column] = place
      }
    }
    (self.places, self.notUnderstood, self.rivals) = (places, notUnderstood, rivals)
  }

  /// A heading is a column's name as a whole or nothing: "Phí (nghìn đồng)" is no fee in đồng.
  private static func column(named heading: String) -> Column? {
    heading.utf8.count > 200 ? nil : Column.names[plain(heading)]
  }

  /// The column of row numbers says nothing about its row.
  private static var rowNumbers: [String] { ["stt", "tt", "so tt", "so thu tu", "no"] }
}

/// What of a table was not taken in, for the person who gave it.
public struct TableRemarks: Hashable, Sendable {
  public internal(set) var headingsNotUnderstood: [String] = []
  /// The lines of titles, totals and signatures.
  public internal(set) var linesAround: [Int] = []

  public func sentences(_ language: Language, file: String) -> [String] {
    var sentences: [String] = []
    if !headingsNotUnderstood.isEmpty {
      let headings = headingsNotUnderstood.prefix(20).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
      sentences.append(
        language.pick(
          "\(file): không hiểu tên cột \(headings); những gì ghi trong đó không được đọc.",
          "\(file): the headings \(headings) are not understood; what stands below them is not read."))
    }
    if !linesAround.isEmpty {
      let lines = linesAround.prefix(20).map(String.init).joined(separator: ", ")
      let more = linesAround.count > 20 ? " …" : ""
      sentences.append(
        language.pick(
          "\(file): dòng \(lines)\(more) không thuộc bảng (tiêu đề, tổng cộng, chữ ký …) nên không đọc.",
          "\(file): lines \(lines)\(more) are no rows of the table (titles, totals, signatures …) and not read."))
    }
    return sentences
  }
}

extension TableRemarks {
  static func columnTwice(_ first: String, _ second: String, _ language: Language) -> String {
    language.pick(
      "Hai cột \"\(first)\" và \"\(second)\" cùng nói một điều: chỉ giữ lại một cột",
      "The columns \"\(first)\" and \"\(second)\" say the same thing: keep one of them")
  }
}

/// What was read of an edited table.
public protocol TableContents {
  var remarks: TableRemarks { get }
}
