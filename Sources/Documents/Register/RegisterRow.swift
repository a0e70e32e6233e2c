import DossierDomain
import VietnameseText

/// Reads the cells of one row.
struct RegisterRow {
  let record: DelimitedTextReader.Record
  let mapping: RegisterMapping
  private var remarks: [RegisterRemark] = []

  init(record: DelimitedTextReader.Record, mapping: RegisterMapping) {
    self.record = record
    self.mapping = mapping
  }

  private var office: Office { mapping.context.office }
  private var today: CivilDate { mapping.context.today }

  mutating func reading() throws(RowRejected) -> RegisterMapping.Reading {
    try checkWidth()
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
    }
    let known = try knownProcedure()
    let number = try ownerNumber(isOrganisation: ownerName.isNameOfOrganisation)
    let decidingOffice = try text(.decidingOffice)
    let (procedureCode, procedureName) = (try text(.procedureCode), try text(.procedureName))
    let dossier = ImportedDossier(
      code: DossierCode(code, origin: origin(of: code)),
      procedure: ProcedureReference(code: known?.code ?? procedureCode, name: known?.name ?? procedureName),
      owner: try owner(named: ownerName, number: number ?? ""),
      status: try status(handedBack: handedBack),
      copies: try copies(),
      decidingOfficeName: decidingOffice == office.name ? "" : decidingOffice,
      receivedAt: received, dueAt: due, resolvedAt: resolved ?? handedBack, handedBackAt: handedBack,
      delivery: delivery(try text(.delivery)), note: try text(.note), isConfidential: known?.isConfidential ?? false,
      office: office.id, unsaid: number == nil ? unsaid.union(.ownerNumber) : unsaid)
    return RegisterMapping.Reading(dossier: dossier, codeAsWritten: written, remarks: remarks)
  }

  private func reject(_ column: RegisterColumn, _ reason: RegisterProblem.Reason) -> RowRejected {
    RowRejected(problem: mapping.problem(reason, column: column, in: record))
  }

  private mutating func remark(_ column: RegisterColumn, _ kind: RegisterRemark.Kind) {
    remarks.append(RegisterRemark(line: record.line, column: mapping.name(of: column), kind: kind))
  }

  /// A row with more filled cells than there are headings has its values in wrong columns.
  private func checkWidth() throws(RowRejected) {
    let headings = mapping.layout.width
    if let last = record.fields.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }), last >= headings {
      throw RowRejected(
        problem: RegisterProblem(
          line: record.line, column: "\(headings + 1)", reason: .tooManyCells(count: last + 1, headings: headings),
          fields: record.fields))
    }
    if mapping.context.hasFullRows, record.fields.count < headings {
      throw RowRejected(
        problem: RegisterProblem(
          line: record.line, column: "\(record.fields.count + 1)",
          reason: .tooFewCells(count: record.fields.count, headings: headings), fields: record.fields))
    }
  }

  // MARK: Text

  /// The cleaned text of a cell; empty if the row or the file does not have it.
  private mutating func text(_ column: RegisterColumn) throws(RowRejected) -> String {
    guard let raw = mapping.raw(column, in: record.fields) else { return "" }
    let unquoted = DelimitedTextWriter.unquoted(raw)
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

  private mutating func name() throws(RowRejected) -> String {
    let written = try text(.owner)
    guard mapping.layout.position(of: .owner) != nil else { return "" }
    guard !written.isEmpty else { throw reject(.owner, .ownerMissing) }
    if written.contains("?") { throw reject(.owner, .lettersLost(written)) }
    let letters = written.count(where: \.isLetter)
    guard letters >= 1, WrittenDate(written) == nil,
      letters >= written.count(where: \.isNumber) || written.isNameOfOrganisation
    else {
      throw reject(.owner, .ownerUnreadable(written))
    }
    return mapping.context.hasLostCapitals ? written.withCapitalInitials : written
  }

  // MARK: Code

  private mutating func code() throws(RowRejected) -> (code: String, written: String) {
    let written = mapping.raw(.code, in: record.fields).map { DelimitedTextWriter.unquoted($0).cleanedCell } ?? ""
    switch RegisterCode(written) {
    case .code(let code):
      if code.filter({ $0 != "-" }) != DossierCode.normalised(written).filter({ $0 != "-" }) {
        remark(.code, .codeRestored(written: written, stored: code))
      }
      return (code, written)
    case .missing: throw reject(.code, .codeMissing)
    case .destroyed(let text): throw reject(.code, .codeDestroyed(text))
    case .noCode(let text): throw reject(.code, .codeUnreadable(text))
    case .tooLong: throw reject(.code, .codeTooLong)
    }
  }

  /// A code of another agency from before 1 July 2025 was issued by a district or a former commune.
  private func origin(of code: String) -> DossierCode.Origin {
    guard let day = RegisterCode.day(of: code) else { return .imported }
    return day < CivilDate.mergerOfUnits && !code.hasPrefix(office.agencyCode) ? .formerDistrict : .imported
  }

  // MARK: Dates

  private mutating func reception(code: String, opening: Int) throws(RowRejected) -> Instant? {
    let codeDay = RegisterCode.day(of: code)
    guard let received = try date(.received, time: opening, latest: today.adding(days: 1)) else {
      return codeDay?.instant(atMinute: opening)
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
    if written.isEmpty || written.allSatisfy({ "-–—./".contains($0) }) { return nil }
    guard let date = WrittenDate(written), let instant = date.instant(order(column), base(column), defaultTime: time)
    else {
      throw reject(column, .dateUnreadable(written))
    }
    guard instant.civilDate.year >= 1990 else { throw reject(column, .dateOutOfRange(written)) }
    guard instant.civilDate <= latest else {
      throw reject(column, column == .due ? .dateOutOfRange(written) : .dateInFuture(written))
    }
    return instant
  }

  private func order(_ column: RegisterColumn) -> DateOrder { mapping.context.dates[column]?.order ?? .dayFirst }
  private func base(_ column: RegisterColumn) -> WrittenDate.SerialBase {
    mapping.context.dates[column]?.base ?? .year1900
  }

  // MARK: Persons

  /// Nil if the number was masked at export, so that the row does not contain it.
  private mutating func ownerNumber(isOrganisation: Bool) throws(RowRejected) -> String? {
    switch RegisterIdentity(try text(.identityNumber), isOrganisation: isOrganisation, today: today) {
    case .number(let number): return number
    case .restored(let number, let written):
      remark(.identityNumber, .numberRestored(written: written, stored: number))
      return number
    case .masked: return nil
    case .digitsLost(let text): throw reject(.identityNumber, .numberDigitsLost(text))
    case .wrongLength(let text): throw reject(.identityNumber, .numberOfWrongLength(text))
    }
  }

  /// The owner is tidied as at reception, so that a person in the register and one at the desk can be matched.
  private mutating func owner(named name: String, number: String) throws(RowRejected) -> Person {
    let contact = RegisterContact(try text(.addressAndPhone))
    let written = try text(.phone)
    let phone: String
    switch RegisterPhone(written) {
    case .number(let number): phone = number
    case .restored(let number, let written):
      remark(.phone, .phoneRestored(written: written, stored: number))
      phone = number
    case .digitsLost(let text): throw reject(.phone, .phoneDigitsLost(text))
    }
    return Person(
      name: name, identityNumber: number, phone: phone.isEmpty ? contact.phone : phone, address: contact.address
    ).tidied
  }

  // MARK: What else a row says

  /// "2", "02", "1.0", "2 bộ"
  private mutating func copies() throws(RowRejected) -> Int {
    let written = try text(.copies)
    if written.isEmpty { return 1 }
    let words = written.folded.split(separator: " ")
    let unit = words.count == 2 ? words[1] : "bo"
    guard let first = words.first, ["bo", "ban", "ho"].contains(unit),
      case .digits(let digits, _) = SpreadsheetNumber(String(first)),
      let copies = Int(digits), (0...10_000).contains(copies)
    else { throw reject(.copies, .copiesUnreadable(written)) }
    return copies
  }

  private mutating func knownProcedure() throws(RowRejected) -> RegisterMapping.KnownProcedure? {
    let procedure = mapping.context.procedure
    let code = try text(.procedureCode)
    if !code.isEmpty, let known = procedure(code) { return known }
    let name = try text(.procedureName)
    // Some exports write the code before the name, such as "1.001193 - Đăng ký khai sinh".
    if let first = name.split(separator: " ").first, let known = procedure(String(first)) { return known }
    return name.isEmpty ? nil : procedure(name)
  }

  /// A dossier with a date of hand-back has ended. One without it and without a status column is in progress.
  private mutating func status(handedBack: Instant?) throws(RowRejected) -> DossierStatus {
    let written = try text(.status)
    if written.isEmpty { return handedBack == nil ? .inProgress : .handedBack }
    guard let status = mapping.context.statuses[written.folded] ?? RegisterStatus.known(written) else {
      throw reject(.status, .statusUnknown(written))
    }
    return status
  }

  private func delivery(_ text: String) -> ResultDelivery? {
    let folded = text.folded
    if folded.isEmpty { return nil }
    if folded.contains("buu") || folded.contains("bcci") { return .post }
    if folded.contains("dien tu") || folded.contains("truc tuyen") || folded.contains("vneid") { return .electronic }
    return .atDesk
  }

  /// The facts for which the table has no column.
  private var unsaid: ImportedFacts {
    let columns: [(fact: ImportedFacts, columns: [RegisterColumn])] = [
      (.procedure, [.procedureCode, .procedureName]), (.ownerName, [.owner]), (.ownerNumber, [.identityNumber]),
      (.ownerPhone, [.addressAndPhone, .phone]), (.ownerAddress, [.addressAndPhone]), (.copies, [.copies]),
      (.decidingOffice, [.decidingOffice]), (.received, [.received]), (.due, [.due]),
      (.outcome, [.handedBack, .resolved, .status]), (.note, [.note]),
    ]
    return columns.filter { $0.columns.allSatisfy { mapping.layout.position(of: $0) == nil } }
      .reduce(into: []) { $0.formUnion($1.fact) }
  }
}
