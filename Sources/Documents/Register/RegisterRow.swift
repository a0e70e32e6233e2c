import DossierDomain
import VietnameseText

/// Reads the cells of one row.
struct RegisterRow {
  let record: DelimitedTextReader.Record
  let mapping: RegisterMapping
  private(set) var remarks: [RegisterRemark] = []
  var memory = RowMemory()

  init(record: DelimitedTextReader.Record, mapping: RegisterMapping) {
    self.record = record
    self.mapping = mapping
  }

  var office: Office { mapping.context.office }
  var today: CivilDate { mapping.context.today }

  mutating func reading() throws(RowRejected) -> RegisterMapping.Reading {
    try checkWidth()
    if let joined = record.joinedColumn {
      remarks.append(
        RegisterRemark(
          line: record.line, column: mapping.layout.columns[joined].heading,
          kind: .commasJoined(String(record.fields[joined].cleanedCell.prefix(80)))))
    }
    let (code, written) = try code()
    let ownerName = try name()
    let opening = office.workingHours.openingMinute
    let closing = office.workingHours.closingMinute
    // If there is no date of reception, the one in the code is used.
    let received = try reception(code: code, opening: opening)
    let due = try date(.due, time: closing, latest: today.adding(days: 30 * 366))
    let resolved = try date(.resolved, time: closing, latest: today.adding(days: 1))
    let handedBack = try date(.handedBack, time: closing, latest: today.adding(days: 1))
    if let received {
      if let handedBack, handedBack.civilDate < received.civilDate { throw reject(.handedBack, .dateOrder) }
      if let resolved, resolved.civilDate < received.civilDate { throw reject(.resolved, .dateOrder) }
      if let due, due.civilDate < received.civilDate { remark(.due, .dueBeforeReception) }
      if let due, due.civilDate > received.civilDate.adding(days: 366) { remark(.due, .dueFarAhead) }
    }
    let (procedure, isConfidential) = try procedure()
    let contact = RegisterContact(try text(.addressAndPhone))
    let number = try ownerNumber(isOrganisation: ownerName.isNameOfOrganisation, contact)
    let decidingOffice = try text(.decidingOffice)
    var owner = try owner(named: ownerName, number: number ?? "", contact)
    if !ownerName.isNameOfOrganisation {
      (owner.birth, owner.sex, owner.relative) = (try birth(), try sex(), try relative())
    }
    let dossier = ImportedDossier(
      code: DossierCode(code, origin: origin(of: code)), procedure: procedure, owner: owner,
      status: try status(handedBack: handedBack),
      copies: try copies(),
      decidingOfficeName: decidingOffice == office.name ? "" : decidingOffice,
      receivedAt: received, dueAt: due, resolvedAt: resolved ?? handedBack, handedBackAt: handedBack,
      delivery: try delivery(), note: try text(.note), isConfidential: isConfidential,
      office: office.id, unsaid: number == nil ? unsaid.union(.ownerNumber) : unsaid)
    return RegisterMapping.Reading(dossier: dossier, codeAsWritten: written, remarks: remarks)
  }

  func reject(_ column: RegisterColumn, _ reason: RegisterProblem.Reason) -> RowRejected {
    RowRejected(problem: mapping.problem(reason, column: column, in: record))
  }

  mutating func remark(_ column: RegisterColumn, _ kind: RegisterRemark.Kind) {
    remarks.append(RegisterRemark(line: record.line, column: mapping.name(of: column), kind: kind))
  }

  /// A row with more filled cells than there are headings has its values in wrong columns.
  private func checkWidth() throws(RowRejected) {
    let headings = mapping.layout.width
    if let last = record.fields.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }), last >= headings {
      throw RowRejected(
        problem: RegisterProblem(
          line: record.line, column: RegisterChoices.letters(of: headings),
          reason: .tooManyCells(count: last + 1, headings: headings),
          fields: record.fields))
    }
    if mapping.context.hasFullRows, record.fields.count < headings {
      throw RowRejected(
        problem: RegisterProblem(
          line: record.line, column: RegisterChoices.letters(of: record.fields.count),
          reason: .tooFewCells(count: record.fields.count, headings: headings), fields: record.fields))
    }
  }

  // MARK: Text

  /// The cleaned text of a cell; empty if the row or the file does not have it.
  mutating func text(_ column: RegisterColumn) throws(RowRejected) -> String {
    guard let raw = mapping.raw(column, in: record.fields) else { return "" }
    let unquoted = DelimitedTextWriter.unquoted(raw)
    guard unquoted.utf8.count <= String.longestCell || unquoted.count <= String.longestCell else {
      throw reject(column, .fieldTooLong)
    }
    switch CellText(unquoted) {
    case .plain(let text):
      let cleaned = text.cleanedCell
      if cleaned.isSpreadsheetError { throw reject(column, .spreadsheetError(cleaned)) }
      return cleaned
    case .repaired(let text, _):
      let cleaned = text.cleanedCell
      if !remarks.contains(where: { $0.column == mapping.name(of: column) }) {
        remark(column, .lettersRepaired(written: unquoted.cleanedCell, stored: cleaned))
      }
      return cleaned
    case .unreadable:
      throw reject(
        column, unquoted.contains("\u{FFFD}") ? .bytesUnreadable : .lettersLost(String(unquoted.cleanedCell.prefix(80)))
      )
    }
  }

  private static let longestName = 200

  private mutating func name() throws(RowRejected) -> String {
    var written = try text(.owner).withSingleBlanks
    while let first = written.first, "'’`".contains(first) { written.removeFirst() }
    guard mapping.layout.position(of: .owner) != nil else { return "" }
    guard !written.isEmpty else { throw reject(.owner, .ownerMissing) }
    if Self.hasLostLetters(written) { throw reject(.owner, .lettersLost(String(written.prefix(80)))) }
    let isOrganisation = written.isNameOfOrganisation
    guard Self.isName(written, atMost: Self.longestName, mayBeNumbers: isOrganisation) else {
      throw reject(.owner, .ownerUnreadable(String(written.prefix(80))))
    }
    if !isOrganisation, written.contains(where: \.isNumber) { remark(.owner, .nameHasDigits(written)) }
    return mapping.context.hasLostCapitals ? written.withCapitalInitials : written
  }

  private static func hasLostLetters(_ text: String) -> Bool {
    text.contains(sign: "?") || text.contains(sign: "*") && text.contains("**")
  }

  /// Whether a text can be a name at all, and is whole.
  static func isName(_ text: String, atMost longest: Int, mayBeNumbers: Bool = false) -> Bool {
    let letters = text.count(where: \.isLetter)
    return letters >= 1 && text.count <= longest && !hasLostLetters(text) && WrittenDate(text) == nil
      && !isFormula(text)
      && !CellWords.refersElsewhere(text) && (mayBeNumbers || letters >= text.count(where: \.isNumber))
  }

  /// "=A1&B1", "=CONCATENATE(…": the formula in place of its value.
  private static func isFormula(_ text: String) -> Bool {
    guard text.first == "=" else { return false }
    let rest = text.dropFirst()
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    return !letters.isEmpty
      && rest.dropFirst(letters.count).first.map { $0 == "(" || $0.isNumber || $0 == "!" } ?? false
  }

  // MARK: Code

  private mutating func code() throws(RowRejected) -> (code: String, written: String) {
    let written = mapping.raw(.code, in: record.fields).map { DelimitedTextWriter.unquoted($0).cleanedCell } ?? ""
    switch RegisterCode(written, agency: office.agencyCode) {
    case .code(let code, let isRestored):
      if isRestored { remark(.code, .codeRestored(written: written, stored: code)) }
      return (code, written)
    case .missing: throw reject(.code, .codeMissing)
    case .destroyed(let text): throw reject(.code, .codeDestroyed(text))
    case .noCode(let text): throw reject(.code, .codeUnreadable(text))
    case .tooLong: throw reject(.code, .codeTooLong)
    }
  }

  /// A code of another agency from before 1 July 2025 was issued by a district or a former commune.
  private func origin(of code: String) -> DossierCode.Origin {
    guard let day = DossierCode.day(in: code) else { return .imported }
    return day < CivilDate.mergerOfUnits && !code.hasPrefix(office.agencyCode) ? .formerDistrict : .imported
  }

  // MARK: Dates

  private mutating func reception(code: String, opening: Int) throws(RowRejected) -> Instant? {
    let codeDay = DossierCode.day(in: code)
    if let codeDay, codeDay > today.adding(days: 1) { throw reject(.code, .dateInFuture(code)) }
    guard let received = try date(.received, time: opening, latest: today.adding(days: 1)) else {
      if codeDay != nil, mapping.layout.position(of: .received) != nil { remark(.received, .receptionFromCode) }
      return codeDay?.instant(atMinute: opening)
    }
    if let codeDay, abs(received.civilDate.dayNumber - codeDay.dayNumber) > 366 {
      remark(.received, .receptionFarFromCode)
    }
    if let codeDay, received.civilDate != codeDay, let written = WrittenDate(try text(.received)),
      let swapped = written.swapped,
      WrittenDate(day: swapped, minutes: nil).civilDate(order(.received), base(.received)) == codeDay
    {
      throw reject(.received, .dateContradictsCode(try text(.received)))
    }
    return received
  }

  /// - Parameter latest: what happened cannot be later; an appointment can be years ahead.
  private mutating func date(_ column: RegisterColumn, time: Int, latest: CivilDate) throws(RowRejected) -> Instant? {
    let written = try text(column)
    if written.isEmpty { return nil }
    // A lone "x" may tick what has happened as well as strike it out.
    let isTick = written.folded.words == ["x"]
    if written.allSatisfy({ " -–—./".contains($0) }) || CellWords.saysNotYet(written)
      || CellWords.saysNone(written) && !isTick
    {
      return nil
    }
    guard let date = WrittenDate(written).map({ isExchanged(column) ? $0.exchanged : $0 }),
      let instant = date.instant(order(column), base(column), defaultTime: time)
    else {
      throw reject(column, WrittenDate.fault(of: written))
    }
    guard instant.civilDate.year >= 1990 else { throw reject(column, .dateOutOfRange(written)) }
    guard instant.civilDate <= latest else {
      throw reject(column, column == .due ? .dateOutOfRange(written) : .dateInFuture(written))
    }
    return instant
  }

  func isExchanged(_ column: RegisterColumn) -> Bool { mapping.context.dates[column]?.isExchanged ?? false }
  func order(_ column: RegisterColumn) -> DateOrder { mapping.context.dates[column]?.order ?? .dayFirst }
  func base(_ column: RegisterColumn) -> WrittenDate.SerialBase {
    mapping.context.dates[column]?.base ?? .year1900
  }
}
