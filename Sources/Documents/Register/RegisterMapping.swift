import DossierDomain
import VietnameseText

/// Maps one row of a register to a dossier to import.
public struct RegisterMapping: Sendable {
  public struct KnownProcedure: Hashable, Sendable {
    public var code: String
    public var name: String
    public var isConfidential: Bool

    public init(code: String, name: String, isConfidential: Bool) {
      self.code = code
      self.name = name
      self.isConfidential = isConfidential
    }
  }

  let header: RegisterHeader
  let office: Office
  let procedure: @Sendable (_ codeOrName: String) -> KnownProcedure?

  /// A blank row or the totals row ("Tổng cộng").
  func isIgnorable(_ fields: [String]) -> Bool {
    guard let first = fields.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return true }
    // The words stand in the first cell, which may be in the column of the code.
    let code = text(.code, in: fields)
    return (code.isEmpty || code == text(first))
      && ["tong cong", "tong so", "cong"].contains { first.folded.hasPrefix($0) }
  }

  func dossier(from record: DelimitedTextReader.Record) -> Result<ImportedDossier, RowRejected> {
    Result { () throws(RowRejected) in try map(record) }
  }

  private func map(_ record: DelimitedTextReader.Record) throws(RowRejected) -> ImportedDossier {
    let fields = record.fields
    func reject(_ column: RegisterColumn, _ reason: RegisterProblem.Reason) -> RowRejected {
      RowRejected(problem: problem(reason, column: column, in: record))
    }
    func date(_ column: RegisterColumn, time: Int) throws(RowRejected) -> Instant? {
      let written = text(column, in: fields)
      if written.isEmpty || written == "-" { return nil }
      guard let instant = RegisterDate.parse(written, defaultTime: time) else {
        throw reject(column, .dateUnreadable(written))
      }
      return instant
    }

    let code = text(.code, in: fields)
    guard !code.isEmpty else { throw reject(.code, .codeMissing) }
    guard code.count <= DossierCode.maximumLength else { throw reject(.code, .codeTooLong) }
    let ownerName = text(.owner, in: fields)
    guard !ownerName.isEmpty || header.positions[.owner] == nil else { throw reject(.owner, .ownerMissing) }

    let opening = office.workingHours.openingMinute
    let closing = office.workingHours.closingMinute
    // If there is no date of reception, the one in the code is used.
    let received = try date(.received, time: opening) ?? Self.day(of: code)?.instant(atMinute: opening)
    let handedBack = try date(.handedBack, time: closing)
    if let received, let handedBack, handedBack.civilDate < received.civilDate {
      throw reject(.handedBack, .dateOrder)
    }
    let writtenCopies = text(.copies, in: fields)
    guard let copies = writtenCopies.isEmpty ? 1 : Int(writtenCopies), (0...10_000).contains(copies) else {
      throw reject(.copies, .copiesUnreadable(writtenCopies))
    }
    let known = knownProcedure(in: fields)
    let number = ownerNumber(in: fields)
    return ImportedDossier(
      code: DossierCode(code, origin: origin(of: code)),
      procedure: ProcedureReference(
        code: known?.code ?? text(.procedureCode, in: fields), name: known?.name ?? text(.procedureName, in: fields)),
      owner: owner(named: ownerName, number: number ?? "", in: fields),
      status: try status(in: fields, received: received, handedBack: handedBack, reject: reject),
      copies: copies,
      decidingOfficeName: text(.decidingOffice, in: fields) == office.name ? "" : text(.decidingOffice, in: fields),
      receivedAt: received,
      dueAt: try date(.due, time: closing),
      resolvedAt: try date(.resolved, time: closing) ?? handedBack,
      handedBackAt: handedBack,
      delivery: delivery(text(.delivery, in: fields)),
      note: text(.note, in: fields),
      isConfidential: known?.isConfidential ?? false,
      office: office.id, unsaid: number == nil ? unsaid.union(.ownerNumber) : unsaid)
  }

  /// The facts for which the table has no column.
  private var unsaid: ImportedFacts {
    let columns: [(fact: ImportedFacts, columns: [RegisterColumn])] = [
      (.procedure, [.procedureCode, .procedureName]), (.ownerName, [.owner]), (.ownerNumber, [.identityNumber]),
      (.ownerPhone, [.addressAndPhone, .phone]), (.ownerAddress, [.addressAndPhone]), (.copies, [.copies]),
      (.decidingOffice, [.decidingOffice]), (.received, [.received]), (.due, [.due]),
      (.outcome, [.handedBack, .resolved, .status]), (.note, [.note]),
    ]
    return columns.filter { $0.columns.allSatisfy { header.positions[$0] == nil } }
      .reduce(into: []) { $0.formUnion($1.fact) }
  }

  private func knownProcedure(in fields: [String]) -> KnownProcedure? {
    let code = text(.procedureCode, in: fields)
    if !code.isEmpty, let known = procedure(code) { return known }
    let name = text(.procedureName, in: fields)
    // Some exports write the code before the name, such as "1.001193 - Đăng ký khai sinh".
    if let first = name.split(separator: " ").first, let known = procedure(String(first)) { return known }
    return name.isEmpty ? nil : procedure(name)
  }

  /// Nil if the number was masked at export, so that the row does not contain it.
  private func ownerNumber(in fields: [String]) -> String? {
    let written = text(.identityNumber, in: fields)
    return isMasked(written) ? nil : written
  }

  /// The owner is tidied as at reception, so that a person in the register and one at the desk can be matched.
  private func owner(named name: String, number: String, in fields: [String]) -> Person {
    let contact = RegisterContact(text(.addressAndPhone, in: fields))
    let phone = text(.phone, in: fields)
    return Person(
      name: name, identityNumber: number, phone: phone.isEmpty ? contact.phone : phone,
      address: contact.address
    ).tidied
  }

  /// A dossier with a date of hand-back has ended. One without it and without a status column is in progress.
  private func status(
    in fields: [String], received: Instant?, handedBack: Instant?,
    reject: (RegisterColumn, RegisterProblem.Reason) -> RowRejected
  ) throws(RowRejected) -> DossierStatus {
    let written = text(.status, in: fields)
    if written.isEmpty { return handedBack == nil ? .inProgress : .handedBack }
    if let number = Int(written), let status = DossierStatus(rawValue: number) { return status }
    let folded = written.folded
    let named = DossierStatus.allCases.first {
      $0.wording(.vi).folded == folded || $0.wording(.en).folded == folded
    }
    guard let status = named ?? Self.otherNames[folded] else { throw reject(.status, .statusUnknown(written)) }
    return status
  }

  /// Names of statuses in other systems (domain facts 3.1 and their forms).
  private static let otherNames: [String: DossierStatus] = [
    "moi dang ky": .registered, "moi": .registered, "duoc tiep nhan": .received, "da tiep nhan": .received,
    "khong duoc tiep nhan": .refused, "tu choi": .refused, "dang xu ly": .inProgress, "dang giai quyet": .inProgress,
    "yeu cau bo sung giay to": .supplementRequested, "cho bo sung": .supplementRequested,
    "yeu cau thuc hien nghia vu tai chinh": .paymentRequested, "cong dan yeu cau rut ho so": .withdrawn,
    "rut ho so": .withdrawn, "dung xu ly": .stopped, "da xu ly xong": .completed, "cho tra ket qua": .completed,
    "da tra ket qua": .handedBack, "da tra": .handedBack,
  ]

  private func delivery(_ text: String) -> ResultDelivery? {
    let folded = text.folded
    if folded.isEmpty { return nil }
    if folded.contains("buu") || folded.contains("bcci") { return .post }
    if folded.contains("dien tu") || folded.contains("truc tuyen") || folded.contains("vneid") { return .electronic }
    return .atDesk
  }

  private static func day(of code: String) -> CivilDate? {
    let parts = code.split(separator: "-")
    guard parts.count >= 3, let day = parts.dropLast().last, day.utf8.count == 6, isDigits(day),
      let number = Int(day)
    else { return nil }
    return CivilDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A code of another agency from before 1 July 2025 was issued by a district or a former commune.
  private func origin(of code: String) -> DossierCode.Origin {
    let parts = code.split(separator: "-")
    guard parts.count >= 3, let day = Int(parts[parts.count - 2]), parts[parts.count - 2].count == 6 else {
      return .imported
    }
    return day < 250_701 && !code.hasPrefix(office.agencyCode) ? .formerDistrict : .imported
  }

  private func text(_ column: RegisterColumn, in fields: [String]) -> String {
    text(header.value(column, in: fields) ?? "")
  }

  private func text(_ raw: String) -> String {
    let unquoted = DelimitedTextWriter.unquoted(raw)
    return Substring(unquoted.cleaned(maxLength: 4000)).trimmingBlanks
  }
}

/// Carries the problem of one row through the mapping.
struct RowRejected: Error {
  var problem: RegisterProblem
}

extension RegisterMapping {
  func problem(
    _ reason: RegisterProblem.Reason, column: RegisterColumn, in record: DelimitedTextReader.Record
  ) -> RegisterProblem {
    let heading = header.positions[column].map { $0 < header.headings.count ? header.headings[$0] : "" }
    return RegisterProblem(
      line: record.line, column: heading.map { $0.isEmpty ? column.heading : $0 } ?? column.heading, reason: reason,
      fields: record.fields)
  }

  func problem(
    _ problem: DelimitedTextReader.Problem, in record: DelimitedTextReader.Record
  ) -> RegisterProblem {
    let (column, reason): (Int, RegisterProblem.Reason) =
      switch problem {
      case .quoteNotClosed(let column): (column, .quoteNotClosed)
      case .fieldTooLong(let column): (column, .fieldTooLong)
      case .recordTooLong(let column): (column, .rowTooLong)
      }
    let heading = column <= header.headings.count ? header.headings[column - 1] : "\(column)"
    return RegisterProblem(line: record.line, column: heading, reason: reason, fields: record.fields)
  }

  /// The problem of the first field whose bytes are not text.
  func damage(in record: DelimitedTextReader.Record) -> RegisterProblem? {
    guard let place = record.fields.firstIndex(where: { $0.contains("\u{FFFD}") }) else { return nil }
    let heading = place < header.headings.count ? header.headings[place] : "\(place + 1)"
    return RegisterProblem(line: record.line, column: heading, reason: .bytesUnreadable, fields: record.fields)
  }

  func repeated(_ record: DelimitedTextReader.Record, earlier line: Int) -> RegisterProblem {
    problem(.codeRepeated(line: line), column: .code, in: record)
  }
}
