import DossierDomain
import VietnameseText

/// What a row of the table is: not each is a dossier. Below the table stand places, dates and signatures; pages repeat
/// the headings.
enum RowKind: Equatable {
  case dossier
  case blank
  case heading
  /// A heading with other columns than those at the beginning.
  case otherHeading
  /// A total, a footer, a signature: it has no code, and too little else to be a dossier.
  case beside

  init(_ record: DelimitedTextReader.Record, _ mapping: RegisterMapping) {
    let cells = record.fields.map(\.cleanedCell)
    guard let first = cells.first(where: { !$0.isEmpty }) else {
      self = .blank
      return
    }
    if mapping.layout.isHeading(cells) || RegisterLayout.isRowOfColumnNumbers(cells) {
      self = .heading
      return
    }
    let code = mapping.raw(.code, in: record.fields).map(\.cleanedCell) ?? ""
    switch RegisterCode(code, agency: mapping.context.office.agencyCode) {
    case .code, .destroyed, .tooLong:
      // The words of a total may stand in the column of the code: "Tổng cộng: 25 hồ sơ".
      self = code == first && Self.isTotal(first) ? .beside : .dossier
    case .missing, .noCode:
      // Values can be words of headings too: "Hoàn thành", "Đúng hạn", "CCCD".
      guard RegisterLayout.recognisedHeadings(cells, RegisterChoices()) < 3 else {
        self = .otherHeading
        return
      }
      let isDossier = Self.evidence(cells, mapping) >= 3 || cells.contains { RegisterCode.isIn($0) }
      self = !Self.isTotal(first) && isDossier ? .dossier : .beside
    }
  }

  static func isTotal(_ text: String) -> Bool {
    let words = text.folded.words
    guard let first = words.first, ["tong", "cong"].contains(first), !text.contains("-") else { return false }
    // "Tống" and "Công" are names, "Tổng" and "Cộng" are not; without marks the next word tells.
    guard let next = words.dropFirst().first, !["tổng", "cộng"].contains(where: text.lowercased().hasPrefix) else {
      return true
    }
    return ["cong", "so", "ho", "trang", "thang", "ky", "quy", "nam", "ngay"].contains(next)
      || next.allSatisfy(\.isNumber)
  }

  /// How much a row without a code has of a dossier.
  private static func evidence(_ cells: [String], _ mapping: RegisterMapping) -> Int {
    func cell(_ column: RegisterColumn) -> String {
      mapping.layout.position(of: column).flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    }
    var evidence = 0
    if !cell(.ordinal).isEmpty, isDigits(cell(.ordinal)) { evidence += 1 }
    if !cell(.owner).isEmpty { evidence += 1 }
    if [.received, .due, .handedBack, .resolved].contains(where: { WrittenDate(cell($0)) != nil }) { evidence += 2 }
    if case .digits(let digits, _) = SpreadsheetNumber(cell(.identityNumber)), digits.count >= 9 { evidence += 2 }
    if !cell(.phone).isEmpty { evidence += 1 }
    // The rest of a row that a line end has cut has its dates in other columns.
    if cells.count(where: { WrittenDate($0) != nil }) >= 2 { evidence += 3 }
    if !cell(.procedureCode).isEmpty || !cell(.procedureName).isEmpty { evidence += 1 }
    return evidence
  }
}
