import DossierDomain
import VietnameseText

extension RegisterRow {
  // MARK: Persons

  /// Nil if the number was masked at export, so that the row does not contain it.
  mutating func ownerNumber(isOrganisation: Bool, _ contact: RegisterContact) throws(RowRejected) -> String? {
    let written = try text(.identityNumber)
    // Where no column has it, it may stand beside the address.
    let own = written.isEmpty ? contact.number : written
    switch RegisterIdentity(own, isOrganisation: isOrganisation, today: today) {
    case .number(let number):
      if written.isEmpty { remark(.addressAndPhone, .numberRestored(written: number, stored: number)) }
      return number
    case .restored(let number, let written):
      remark(.identityNumber, .numberRestored(written: written, stored: number))
      return number
    case .none: return ""
    case .masked: return nil
    case .maskedElsewhere:
      remark(.identityNumber, .numberMasked)
      return nil
    case .digitsLost(let text): throw reject(.identityNumber, .numberDigitsLost(text))
    case .wrongLength(let text): throw reject(.identityNumber, .numberOfWrongLength(text))
    case .impossible(let text): throw reject(.identityNumber, .numberImpossible(text))
    case .unreadable(let text): throw reject(.identityNumber, .numberUnreadable(String(text.prefix(80))))
    }
  }

  /// The owner is tidied as at reception, so that a person in the register and one at the desk can be matched.
  mutating func owner(
    named name: String, number: String, _ contact: RegisterContact
  ) throws(RowRejected) -> Person {
    guard contact.address.count <= Person.longestAddress else { throw reject(.addressAndPhone, .fieldTooLong) }
    var phone = contact.phone
    switch RegisterPhone(try text(.phone)) {
    case .number(let number): phone = number
    case .restored(let number, let written):
      remark(.phone, .phoneRestored(written: String(written.prefix(80)), stored: number))
      phone = number
    case .none: break
    case .digitsLost(let text): throw reject(.phone, .phoneDigitsLost(text))
    case .unreadable(let written): remark(.phone, .phoneUnreadable(written: String(written.prefix(80))))
    }
    return Person(name: name, identityNumber: number, phone: phone, address: contact.address).tidied
  }

  // MARK: What else a row says

  /// "2", "02", "1.0", "2 bộ", "02 (hai)", "một".
  mutating func copies() throws(RowRejected) -> Int {
    let written = try text(.copies)
    if written.isEmpty { return 1 }
    let words = written.prefix { $0 != "(" }.folded.split(separator: " ")
    let unit = words.dropFirst().joined(separator: " ")
    guard let first = words.first, ["", "bo", "ban", "ho", "ho so", "bo ho so", "hs"].contains(unit),
      let copies = Self.count(first),
      (1...999).contains(copies)
    else { throw reject(.copies, .copiesUnreadable(String(written.prefix(80)))) }
    return copies
  }

  private static func count(_ text: Substring) -> Int? {
    let names = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"]
    if let place = names.firstIndex(of: String(text)) { return place + 1 }
    // A spreadsheet writes "1.0" or "1.00"; "1.000" may be a thousand.
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    guard
      parts.count == 1 || parts.count == 2 && (1...2).contains(parts[1].count) && parts[1].allSatisfy({ $0 == "0" }),
      text.last?.isNumber == true, let digits = parts.first, digits.count <= 4, isDigits(digits)
    else { return nil }
    return Int(digits)
  }

  mutating func procedure() throws(RowRejected) -> (reference: ProcedureReference, isConfidential: Bool) {
    let lookUp = mapping.context.procedure
    func find(_ text: String) -> RegisterMapping.KnownProcedure? {
      memory.procedures.value(of: text) { lookUp(text) }
    }
    func words(_ text: String) -> [String] { memory.folded.value(of: text) { text.folded.words } }
    let (code, name) = (try text(.procedureCode), try text(.procedureName))
    if !code.isEmpty, let (known, isRestored) = Self.procedure(code, find) {
      if isRestored { remark(.procedureCode, .procedureCodeRestored(written: code, stored: known.code)) }
      let bare = words(name)
      if !bare.isEmpty, bare != words(known.name), find(name)?.code != known.code, !name.contains(known.code) {
        remark(.procedureName, .procedureNameDiffers(written: String(name.prefix(80)), known: known.name))
      }
      return (ProcedureReference(code: known.code, name: known.name), known.isConfidential)
    }
    // Some exports write the code before the name, such as "1.001193 - Đăng ký khai sinh".
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    if let known = find(first) ?? (name.isEmpty ? nil : find(name)) {
      if !code.isEmpty, code != known.code {
        remark(.procedureCode, .procedureCodeRestored(written: String(code.prefix(80)), stored: known.code))
      }
      return (ProcedureReference(code: known.code, name: known.name), known.isConfidential)
    }
    return (ProcedureReference(code: code, name: name), false)
  }

  /// A code as written, or as it was before a spreadsheet took its last zeros or its point, or a system added its
  /// agency.
  private static func procedure(
    _ code: String, _ find: (String) -> RegisterMapping.KnownProcedure?
  ) -> (known: RegisterMapping.KnownProcedure, isRestored: Bool)? {
    if let known = find(code) { return (known, false) }
    let parts = code.split(whereSeparator: { $0 == "." || $0 == "," })
    var candidates: [String] = []
    if parts.count >= 2, parts[0].count == 1, isDigits(parts[0]), isDigits(parts[1]), parts[1].count <= 6 {
      candidates.append("\(parts[0]).\(parts[1])" + String(repeating: "0", count: 6 - parts[1].count))
    } else if parts.count == 1, code.count == 7, isDigits(code) {
      candidates.append("\(code.prefix(1)).\(code.dropFirst())")
    }
    for candidate in candidates {
      if let known = find(candidate) { return (known, true) }
    }
    return nil
  }

  /// A dossier with a date of hand-back has ended. One without it and without a status column is in progress.
  mutating func status(handedBack: Instant?) throws(RowRejected) -> DossierStatus {
    let written = try text(.status)
    if written.isEmpty { return handedBack == nil ? .inProgress : .handedBack }
    let choices = mapping.context.choices
    let known = memory.statuses.value(of: written) { choices.status(of: written) ?? RegisterStatus.known(written) }
    guard let status = known else {
      throw reject(.status, .statusUnknown(String(written.prefix(RegisterChoices.longestStatus))))
    }
    let isAgainst =
      handedBack != nil ? !status.isFinal : status == .handedBack && mapping.layout.position(of: .handedBack) != nil
    if isAgainst { remark(.status, .statusAgainstHandBack) }
    return status
  }

  enum WrittenDelivery: Hashable, Sendable {
    case known(ResultDelivery)
    case none
    case unknown
  }

  mutating func delivery() throws(RowRejected) -> ResultDelivery? {
    let written = try text(.delivery)
    switch memory.deliveries.value(of: written, { Self.delivery(written) }) {
    case .known(let delivery): return delivery
    case .none: return nil
    case .unknown:
      remark(.delivery, .deliveryUnknown(written: String(written.prefix(80))))
      return nil
    }
  }

  private static func delivery(_ written: String) -> WrittenDelivery {
    let words = " " + written.folded.words.joined(separator: " ") + " "
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }
    if written.isEmpty || CellWords.saysNone(written) { return .none }
    if says(["buu", "buu dien", "buu chinh", "bcci", "vnpost", "post", "tai nha", "tan nha"]) { return .known(.post) }
    if says(["dien tu", "truc tuyen", "vneid", "email", "zalo", "electronic", "mang"]) { return .known(.electronic) }
    if says([
      "tai quay", "truc tiep", "tai cho", "trung tam", "mot cua", "quay", "tai tru so", "tai bo phan", "desk", "tai xa",
    ]) {
      return .known(.atDesk)
    }
    return .unknown
  }

  /// The facts for which the table has no column.
  var unsaid: ImportedFacts {
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
