/// One row of an imported register (form 07), with the values that could be read.
public struct ImportedDossier: Hashable, Sendable {
  public var code: DossierCode
  public var procedure: ProcedureReference
  public var owner: Person
  public var status: DossierStatus
  public var copies: Int
  /// Cơ quan chủ trì giải quyết, as it is written in the register.
  public var decidingOfficeName: String
  public var receivedAt: Instant?
  public var dueAt: Instant?
  public var resolvedAt: Instant?
  public var handedBackAt: Instant?
  public var delivery: ResultDelivery?
  public var note: String
  public var isConfidential: Bool
  public var office: OfficeID
  /// Facts that the row does not mention, or that were decided here since; they stay unchanged.
  public var unsaid: ImportedFacts

  public init(
    code: DossierCode, procedure: ProcedureReference, owner: Person, status: DossierStatus,
    copies: Int = 1, decidingOfficeName: String = "", receivedAt: Instant?, dueAt: Instant?,
    resolvedAt: Instant?, handedBackAt: Instant?, delivery: ResultDelivery? = nil, note: String = "",
    isConfidential: Bool = false, office: OfficeID, unsaid: ImportedFacts = []
  ) {
    self.code = code
    self.procedure = procedure
    self.owner = owner
    self.status = status
    self.copies = copies
    self.decidingOfficeName = decidingOfficeName
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.resolvedAt = resolvedAt
    self.handedBackAt = handedBackAt
    self.delivery = delivery
    self.note = note
    self.isConfidential = isConfidential
    self.office = office
    self.unsaid = unsaid
  }
}

/// The facts that a row of a register can contain. The raw values are stored in entries.
public struct ImportedFacts: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let procedure = ImportedFacts(rawValue: 1)
  public static let ownerName = ImportedFacts(rawValue: 2)
  public static let ownerNumber = ImportedFacts(rawValue: 4)
  public static let ownerPhone = ImportedFacts(rawValue: 8)
  public static let ownerAddress = ImportedFacts(rawValue: 16)
  public static let copies = ImportedFacts(rawValue: 32)
  public static let decidingOffice = ImportedFacts(rawValue: 64)
  public static let received = ImportedFacts(rawValue: 128)
  public static let due = ImportedFacts(rawValue: 256)
  /// Status, end and hand-back; they change together.
  public static let outcome = ImportedFacts(rawValue: 512)
  public static let note = ImportedFacts(rawValue: 1024)
  public static let all = ImportedFacts(rawValue: 2047)

  /// No fact that stays: a further row with it says the owner's birth, sex and relative as far as they are not empty.
  /// Earlier versions did not read these from such a row.
  public static let saysPerson = ImportedFacts(rawValue: 1 << 11)
  /// Names of what `saysPerson` says; no entry contains them.
  public static let ownerBirth = ImportedFacts(rawValue: 1 << 12)
  public static let ownerSex = ImportedFacts(rawValue: 1 << 13)
  public static let ownerRelative = ImportedFacts(rawValue: 1 << 14)
}

extension ImportedDossier {
  /// What the export of a register writes in the place of the owner of a confidential dossier. Such a row says nothing
  /// about the owner.
  public static let hiddenOwner = "(hồ sơ kín)"

  /// The facts that both rows contain with different values.
  func differing(from other: ImportedDossier) -> ImportedFacts {
    var found: ImportedFacts = []
    func compare<Value: Equatable>(_ fact: ImportedFacts, _ value: (ImportedDossier) -> Value) {
      if value(self) != value(other) { found.insert(fact) }
    }
    compare(.procedure) { [$0.procedure.code, $0.procedure.name] }
    compare(.ownerName) { $0.owner.name }
    compare(.ownerNumber) { $0.owner.identityNumber }
    compare(.ownerPhone) { $0.owner.phone }
    compare(.ownerAddress) { $0.owner.address }
    compare(.copies, \.copies)
    compare(.decidingOffice, \.decidingOfficeName)
    compare(.received, \.receivedAt)
    compare(.due, \.dueAt)
    compare(.outcome) { [$0.resolvedAt, $0.handedBackAt] }
    if status != other.status || delivery != other.delivery { found.insert(.outcome) }
    compare(.note, \.note)
    return found.subtracting(unsaid)
  }

  /// The facts that differ from the last of these rows that contained them; the first row contains every fact.
  func differing(fromLastSaid rows: [ImportedDossier]) -> ImportedFacts {
    var found: ImportedFacts = []
    var open = ImportedFacts.all
    for (place, row) in rows.enumerated().reversed() {
      let said = place == 0 ? open : open.subtracting(row.unsaid)
      found.formUnion(differing(from: row).intersection(said))
      open.subtract(said)
    }
    return found
  }
}

extension DossierAction {
  /// The row of the register, if the action has one.
  var importedRow: ImportedDossier? {
    if case .importRow(let row) = self { return row }
    if case .importUpdate(let row) = self { return row }
    return nil
  }
}

// MARK: What it makes of a dossier

extension Dossier {
  init(id: DossierID, _ row: ImportedDossier, _ entry: RecordedAction) {
    self.init(
      id: id, codes: [row.code], procedure: row.procedure, owner: row.owner, status: row.status,
      receivingOffice: row.office, decidingOffice: row.office, lastEntry: entry.reference, lastClerk: entry.clerk,
      lastChangedAt: entry.at)
    isImported = true
    apply(row, .all)
  }

  mutating func apply(_ row: ImportedDossier, _ said: ImportedFacts) {
    if said.contains(.procedure) { (procedure, isConfidential) = (row.procedure, row.isConfidential) }
    if said.contains(.ownerName) { owner.name = row.owner.name }
    if said.contains(.ownerNumber) {
      (owner.identityNumber, owner.identityKind) = (row.owner.identityNumber, row.owner.identityKind)
    }
    if said.contains(.ownerPhone) { owner.phone = row.owner.phone }
    if said.contains(.ownerAddress) { owner.address = row.owner.address }
    if row.unsaid.contains(.saysPerson) {
      if !row.owner.birth.isEmpty { owner.birth = row.owner.birth }
      owner.sex = row.owner.sex ?? owner.sex
      if !row.owner.relative.isEmpty { owner.relative = row.owner.relative }
    }
    if said.contains(.copies) { copies = row.copies }
    if said.contains(.decidingOffice) { decidingOfficeName = row.decidingOfficeName }
    if said.contains(.received) { receivedAt = row.receivedAt }
    if said.contains(.due) { appointment = row.dueAt.map { AppointmentFact(dueAt: $0) } }
    if said.contains(.outcome) {
      status = row.status
      resolvedAt = row.resolvedAt
      delivery = row.delivery ?? .atDesk
      handBack = row.handedBackAt.map { HandBack(at: $0, recipient: row.owner.name, delivery: delivery) }
      step = status == .handedBack || status == .completed ? .handBack : .verification
      // A register knows the status and no step of the office's own.
      stepFact = nil
    }
    if said.contains(.note), !row.note.isEmpty, notes.last?.text != row.note {
      notes.append(Note(at: lastChangedAt, by: lastClerk, text: row.note))
    }
  }
}
