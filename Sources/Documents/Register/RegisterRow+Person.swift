import DossierDomain
import VietnameseText

/// What a row says of its owner besides name, number, phone and address. None of it is needed, so that a value that
/// cannot be read is left out with a word about it.
extension RegisterRow {
  /// As `BirthDate` writes it; empty if the row does not say it.
  mutating func birth() throws(RowRejected) -> String {
    let cells = [(column: RegisterColumn.birth, written: try text(.birth)), (.birthOfWoman, try text(.birthOfWoman))]
      .filter { !Self.saysNothing($0.written) }
    guard let cell = cells.first else { return "" }
    let shown = String(cells.map(\.written).joined(separator: " | ").prefix(80))
    // The first days of 1900 are how a spreadsheet writes an empty date.
    guard cells.count == 1, let birth = birth(cell.written, cell.column), (Int(birth.suffix(4)) ?? 0) > 1900 else {
      remark(cell.column, .birthUnreadable(shown))
      return ""
    }
    guard !BirthDate.isInFuture(birth, today: today) else {
      remark(cell.column, .birthInFuture(shown))
      return ""
    }
    return birth
  }

  /// The births of men and women in columns of their own say the sex, too.
  private mutating func sexByColumnOfBirth() throws(RowRejected) -> Sex? {
    guard mapping.layout.position(of: .birthOfWoman) != nil else { return nil }
    let (first, second) = (Self.saysNothing(try text(.birth)), Self.saysNothing(try text(.birthOfWoman)))
    if !second { return first ? .female : nil }
    return !first && heading(of: .birth).folded.words.last == "nam" ? .male : nil
  }

  private static func saysNothing(_ written: String) -> Bool {
    CellWords.saysNone(written) || CellWords.saysNotYet(written) || CellWords.isNull(written)
  }

  private func birth(_ written: String, _ column: RegisterColumn) -> String? {
    let parts = written.split { "/-.".contains($0) }
    if parts.count == 3, parts.allSatisfy({ isDigits($0) }), parts[0].count <= 2, parts[1].count <= 2 {
      let (day, month) = order(column) == .dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
      return BirthDate.normalised("\(day)/\(month)/\(parts[2])")
    }
    if case .digits(let digits, _) = SpreadsheetNumber(written), digits.count == 4 {
      return BirthDate.normalised(digits)
    }
    let date = WrittenDate(written).map { isExchanged(column) ? $0.exchanged : $0 }
    return date?.civilDate(order(column), base(column))?.slashed ?? BirthDate.normalised(written)
  }

  /// What the columns of the sex say of one row.
  private enum WrittenSex {
    case known(Sex)
    case nothing
    case unknown(RegisterColumn, String)
  }

  mutating func sex() throws(RowRejected) -> Sex? {
    let byBirth = try sexByColumnOfBirth()
    switch try writtenSex() {
    case .nothing: return byBirth
    case .known(let sex):
      guard let byBirth, sex != .undetermined, sex != byBirth else { return sex }
      remark(mapping.layout.position(of: .sex) == nil ? .sexOfWoman : .sex, .sexAgainstBirth)
    case .unknown(let column, let written): remark(column, .sexUnknown(String(written.prefix(80))))
    }
    return nil
  }

  private mutating func writtenSex() throws(RowRejected) -> WrittenSex {
    let written = try text(.sex)
    if mapping.layout.position(of: .sexOfWoman) != nil, isColumnOfMen || Self.saysNothing(written) {
      return try tickedSex(written)
    }
    let word = written.folded.words.joined(separator: " ")
    switch word {
    case "nam", "trai", "male": return .known(.male)
    case "nu", "gai", "female": return .known(.female)
    case "chua xac dinh", "khong xac dinh", "khac", "undetermined": return .known(.undetermined)
    default: break
    }
    // A lone "x" ticks one of the two and does not say which.
    if Self.saysNothing(written), word != "x" { return .nothing }
    if case .digits(let digits, _) = SpreadsheetNumber(written), let sex = Self.sex(digits, under: heading(of: .sex)) {
      return .known(sex)
    }
    return .unknown(.sex, written)
  }

  /// Of two columns exactly one has to be ticked.
  private mutating func tickedSex(_ man: String) throws(RowRejected) -> WrittenSex {
    let woman = try text(.sexOfWoman)
    let (isMan, isWoman) = (Self.isTick(man, of: ["nam", "trai"]), Self.isTick(woman, of: ["nu", "gai"]))
    let (isNoMan, isNoWoman) = (Self.isNoTick(man), Self.isNoTick(woman))
    if isMan, isNoWoman, isColumnOfMen { return .known(.male) }
    if isWoman, isNoMan { return .known(.female) }
    if isNoMan, isNoWoman { return .nothing }
    let column = isNoMan ? RegisterColumn.sexOfWoman : .sex
    return .unknown(column, [man, woman].filter { !$0.isEmpty }.joined(separator: " | "))
  }

  private static func isTick(_ written: String, of words: Set<String>) -> Bool {
    if ["✓", "✔", "☑", "√", "+", "1"].contains(written) { return true }
    let word = written.folded.words.joined(separator: " ")
    return word == "x" || word == "v" || word == "co" || words.contains(word)
  }

  private static func isNoTick(_ written: String) -> Bool {
    if written == "0" || written == "☐" || written.allSatisfy({ " -–—.".contains($0) }) { return true }
    // A sign that is no word may be a tick.
    return !isTick(written, of: []) && !written.folded.words.isEmpty && saysNothing(written)
  }

  /// Whether the first column of the sex is ticked for men: its heading says it, or the clerk has.
  private var isColumnOfMen: Bool {
    guard let position = mapping.layout.position(of: .sex) else { return false }
    let column = mapping.layout.columns[position]
    return column.heading.folded.words.last == "nam" || column.grounds == .chosen
  }

  /// A number stands for what the heading says: "Giới tính (1: nam, 0: nữ)", "Nam = 1, Nữ = 2".
  static func sex(_ digits: String, under heading: String) -> Sex? {
    let words = heading.folded.words.filter { $0 == "nam" || $0 == "nu" || isDigits($0) }
    guard words.count == 4 else { return nil }
    let pairs = [(words[0], words[1]), (words[2], words[3])].map { isDigits($0.0) ? ($0.1, $0.0) : $0 }
    guard Set(pairs.map(\.0)) == ["nam", "nu"], pairs.allSatisfy({ isDigits($0.1) }), pairs[0].1 != pairs[1].1 else {
      return nil
    }
    return pairs.first { $0.1 == digits }.map { $0.0 == "nam" ? .male : .female }
  }

  private func heading(of column: RegisterColumn) -> String {
    mapping.layout.position(of: column).map { mapping.layout.columns[$0].heading } ?? ""
  }

  mutating func relative() throws(RowRejected) -> String {
    let written = try text(.relative).withSingleBlanks
    if Self.saysNothing(written) { return "" }
    guard Self.isName(written, atMost: Person.longestRelative), !CellWords.saysUnknown(written) else {
      remark(.relative, .relativeUnreadable(String(written.prefix(80))))
      return ""
    }
    if written.contains(where: \.isNumber) { remark(.relative, .nameHasDigits(written)) }
    return mapping.context.hasLostCapitals ? written.withCapitalInitials : written
  }
}
