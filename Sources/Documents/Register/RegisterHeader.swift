/// The positions of the register's columns in a file, found by the words of its headings.
///
/// An export may begin with titles ("SỔ THEO DÕI HỒ SƠ", the period), split its headings over two rows ("Ngày, tháng,
/// năm" above "Nhận hồ sơ", "Hẹn trả", "Trả kết quả") and number its columns ("(1)", "(2)") in a row of their own.
struct RegisterHeader: Equatable {
  /// Column of the file (from 0) for each known column.
  var positions: [RegisterColumn: Int]
  /// The headings as written, for the rejects file.
  var headings: [String]
  /// The number of records at the beginning that are titles and headings.
  var recordCount: Int

  private static let searchedRecords = 30

  /// Finds the header; nil if no record at the beginning has a code column and two other known columns.
  static func find(in records: [DelimitedTextReader.Record]) -> RegisterHeader? {
    for (index, record) in records.prefix(searchedRecords).enumerated() {
      var positions = columns(of: record.fields)
      guard positions[.code] != nil, positions.count >= 3 else { continue }
      var count = index + 1
      while count < records.count, isContinuation(records[count].fields) {
        for (column, position) in columns(of: records[count].fields)
        where positions[column] == nil || position != positions[column] && column.isDate {
          positions[column] = position
        }
        count += 1
      }
      return RegisterHeader(positions: positions, headings: record.fields, recordCount: count)
    }
    return nil
  }

  func value(_ column: RegisterColumn, in fields: [String]) -> String? {
    guard let position = positions[column], position < fields.count else { return nil }
    return fields[position]
  }

  private static func columns(of fields: [String]) -> [RegisterColumn: Int] {
    var found: [RegisterColumn: Int] = [:]
    for (position, field) in fields.enumerated() {
      guard let column = RegisterColumn.matching(heading: field), found[column] == nil else { continue }
      found[column] = position
    }
    return found
  }

  /// A second row of headings has no digits; a row of column numbers has only small numbers.
  private static func isContinuation(_ fields: [String]) -> Bool {
    let filled = fields.filter { !$0.allSatisfy(\.isWhitespace) }
    guard !filled.isEmpty else { return false }
    let numbered = filled.allSatisfy { field in
      let digits = field.filter(\.isNumber)
      return !digits.isEmpty && digits.count <= 2 && field.allSatisfy { $0.isNumber || "()[] ".contains($0) }
    }
    if numbered { return filled.count >= 3 }
    return filled.allSatisfy { !$0.contains(where: \.isNumber) }
      && filled.count { RegisterColumn.matching(heading: $0) != nil } >= 2
  }
}

extension RegisterColumn {
  fileprivate var isDate: Bool { self == .received || self == .due || self == .handedBack || self == .resolved }
}
