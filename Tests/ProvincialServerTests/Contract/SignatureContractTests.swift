import Crypto
import DossierDomain
import ExchangeModel
import JournalFormat
import SyncProtocol
import Testing
import X509

@testable import ProvincialServer

/// Authorship at the province: clerks' keys and statements, machines' heads, and the clerks who may sign in at a
/// machine.
@Suite struct SignatureContractTests {
  private static let specialist = TestProvince.specialist

  /// The credential that a desk stores for a clerk who has chosen her PIN there.
  private static func credential(
    _ clerk: ClerkID, _ key: P256.Signing.PrivateKey, salt: UInt8 = 1, in office: OfficeID
  ) throws -> ClerkCredential {
    var credential = ClerkCredential(
      clerk: clerk, salt: [UInt8](repeating: salt, count: 16), digest: [UInt8](repeating: 2, count: 32),
      key: SigningPublicKey(key.publicKey),
      wrappedKey: [UInt8](repeating: 3, count: ClerkCredential.wrappedLength))
    try credential.sign(with: key, office: office)
    return credential
  }

  // MARK: Keys

  @Test(arguments: StoreKind.allCases) func theFirstKeyComesFromAMachineAtWhichSheMaySignIn(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (hers, others) = (
      try province.desk(clerks: .only([Self.specialist])), try province.desk(clerks: .only([TestProvince.reception]))
    )
    let (key, forged) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    let early = try others.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, forged, in: province.office.id)]
    }
    #expect(early.credentials.isEmpty)
    try hers.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, key, in: province.office.id)]
    }
    // The credential is not sent to a machine at which she may not sign in, but to one that is later opened to her.
    #expect(try others.exchange(province).credentials.isEmpty)
    try province.administration.setClerks(
      .only([TestProvince.reception, Self.specialist]), of: others.device, in: province.office.id, at: province.now)
    let told = try others.exchange(province)
    #expect(told.credentials.map(\.key) == [SigningPublicKey(key.publicKey)])
    #expect(told.machineClerks == .only([TestProvince.reception, Self.specialist]))
    #expect(others.device != hers.device)
  }

  @Test(arguments: StoreKind.allCases) func onlyHerKeyPutsAnotherPINInItsPlace(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (first, second) = (try province.desk(), try province.desk())
    let (key, other) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    let office = province.office.id
    try first.exchange(province) { $0.credentials = [try! Self.credential(Self.specialist, key, in: office)] }
    // The second desk chose a PIN too, without a connection. It receives the one that is valid.
    let told = try second.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, other, salt: 7, in: office)]
    }
    #expect(told.credentials.map(\.salt) == [[UInt8](repeating: 1, count: 16)])
    // Only the clerk's own key can change the PIN; a change signed by another key is refused.
    var changed = try Self.credential(Self.specialist, key, salt: 9, in: office)
    let echo = try first.exchange(province) { $0.credentials = [changed] }
    #expect(echo.credentials.isEmpty)
    changed.salt = [UInt8](repeating: 8, count: 16)
    let refused = try first.exchange(province) { $0.credentials = [changed] }
    #expect(refused.credentials.map(\.salt) == [[UInt8](repeating: 9, count: 16)])
  }

  @Test(arguments: StoreKind.allCases) func afterAResetHerOldKeySaysNothingAnyMore(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let office = province.office.id
    let (old, new) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    try desk.exchange(province) { $0.credentials = [try! Self.credential(Self.specialist, old, in: office)] }
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.receive(TestDesk.dossier(2), code: "A-2")
    let late = try desk.statement(of: Self.specialist, 1...2, with: old)
    try desk.exchange(province)
    try province.administration.reset(Self.specialist, in: office, at: province.now)
    let told = try desk.exchange(province) { $0.statements = [late] }
    #expect(told.credentials.map(\.isReset) == [true])
    #expect(try province.proofs() == [.none: 2])
    // The removed key is not accepted as a new one, but another key is.
    let again = try desk.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, old, in: office)]
    }
    #expect(again.credentials.map(\.isReset) == [true])
    try desk.exchange(province) { $0.credentials = [try! Self.credential(Self.specialist, new, in: office)] }
    let right = try desk.statement(of: Self.specialist, 1...2, with: new)
    try desk.exchange(province) { $0.statements = [right] }
    #expect(try province.proofs() == [.clerk: 2])
  }

  // MARK: Statements

  @Test(arguments: StoreKind.allCases) func aStatementIsTakenWhenItProvesItself(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    let office = province.office.id
    let (key, wrong) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
    try desk.exchange(province) { $0.credentials = [try! Self.credential(Self.specialist, key, in: office)] }
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: TestProvince.reception)
    try desk.receive(TestDesk.dossier(3), code: "A-3")
    let statement = try desk.statement(of: Self.specialist, 1...3, with: key, confirmed: [3])
    var later = statement
    later.confirmed = []
    let forged = try desk.statement(of: Self.specialist, 1...3, with: wrong)
    let short = try desk.statement(of: Self.specialist, 1...2, with: key)
    // A statement with a wrong signature is not stored, and does not prevent a right one from being stored.
    try desk.exchange(province) { $0.statements = [later, forged, short] }
    #expect(try province.proofs() == [.none: 3])
    try desk.exchange(province) { $0.statements = [statement, statement] }
    #expect(try province.proofs() == [.clerk: 2, .none: 1])
    let spans = try province.administration.authorship(of: office).spans
    #expect(spans.filter { $0.proof == .clerk }.map(\.confirmed) == [1])
    // Other desks receive the statement once. The desk that sent it does not get it back.
    let told = try other.exchange(province)
    #expect(told.signatures.statements == [statement])
    #expect(told.signatures.keys.map(\.key) == [SigningPublicKey(key.publicKey)])
    let again = try other.exchange(province) { $0.signaturesThrough = told.signaturesThrough ?? 0 }
    #expect(again.signatures.isEmpty)
    #expect(try desk.exchange(province).signatures.statements.isEmpty)
  }

  /// A statement about entries of which only a part has arrived is not stored, and has to be sent again with the rest.
  @Test(arguments: StoreKind.allCases) func aStatementOnEntriesThatAreStillToComeIsNotKept(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let key = P256.Signing.PrivateKey()
    for number in 1...4 { try desk.receive(TestDesk.dossier(UInt64(number)), code: "A-\(number)") }
    let statement = try desk.statement(of: Self.specialist, 1...4, with: key)
    try desk.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, key, in: province.office.id)]
      $0.entries = Array($0.entries.prefix(2))
      $0.statements = [statement]
    }
    #expect(try province.proofs() == [.none: 2])
    try desk.exchange(province) { $0.statements = [statement] }
    #expect(try province.proofs() == [.clerk: 4])
  }

  /// A message may name 10,000 confirmed entries in all, so two statements with that many come in two answers.
  @Test(arguments: StoreKind.allCases) func statementsWithManyConfirmedEntriesComeOneByOne(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var other = try province.desk()
    let most = Int64(ClerkStatement.mostConfirmed)
    // Three of them are at the limit, and one was stored by an earlier version and is beyond it.
    for (serial, count) in [most, most + 1, most, most, 1].enumerated() {
      try province.keepStatement(serial: Int64(serial + 1), confirming: count)
    }
    var told: [Int] = []
    var through: Int64 = 0
    for _ in 0..<6 {
      let answer = try other.exchange(province) { $0.signaturesThrough = through }
      #expect(try ExchangeResponse(decoding: answer.encoded()).signatures == answer.signatures)
      through = try #require(answer.signaturesThrough)
      told += answer.signatures.statements.map(\.confirmed.count)
    }
    #expect(told == [Int(most), Int(most), Int(most), 1])
  }

  /// A clerk can confirm only entries that she wrote, so the confirmed ones are never more than her entries.
  @Test(arguments: StoreKind.allCases) func aStatementConfirmsOnlyHerEntries(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let key = P256.Signing.PrivateKey()
    try desk.exchange(province) {
      $0.credentials = [try! Self.credential(Self.specialist, key, in: province.office.id)]
    }
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: TestProvince.reception)
    try desk.receive(TestDesk.dossier(3), code: "A-3")
    let wrong = [[2], [1, 1], [3, 1], [4]] as [[Int64]]
    let statements = try wrong.map { try desk.statement(of: Self.specialist, 1...3, with: key, confirmed: $0) }
    try desk.exchange(province) { $0.statements = statements }
    #expect(try province.proofs() == [.none: 3])
    let right = try desk.statement(of: Self.specialist, 1...3, with: key, confirmed: [1, 3])
    try desk.exchange(province) { $0.statements = [right] }
    #expect(try province.proofs() == [.clerk: 2, .none: 1])
  }

  // MARK: Machines

  @Test(arguments: StoreKind.allCases) func aMachineSignsHowFarItsChainGoes(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var (desk, other) = (try province.desk(), try province.desk())
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    try desk.receive(TestDesk.dossier(2), code: "A-2")
    // A head signed with another machine's key is ignored.
    let (key, wrong) = (desk.key, other.key)
    try desk.exchange(province) { $0.sign(by: wrong) }
    #expect(try province.proofs() == [.none: 2])
    try desk.exchange(province) { $0.sign(by: key) }
    #expect(try province.proofs() == [.machine: 2])
    let told = try other.exchange(province)
    #expect(told.signatures.heads.filter { $0.device == desk.device }.map(\.sequence) == [2])
    #expect(told.signatures.machines.map(\.key) == [SigningPublicKey(key.publicKey)])
    #expect(try desk.exchange(province).signatures.heads.allSatisfy { $0.device == MachineHead.province })
  }

  // MARK: Permitted clerks of a machine

  @Test(arguments: StoreKind.allCases) func anEntryInTheNameOfSomebodyWhoMayNotSignInThereIsKeptBack(
    _ kind: StoreKind
  ) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk(clerks: .only([Self.specialist]))
    let right = try desk.receive(TestDesk.dossier(1), code: "A-1")
    let wrong = try desk.receive(TestDesk.dossier(2), code: "A-2", clerk: TestProvince.reception)
    try desk.exchange(province)
    #expect(desk.verdict(of: right) == .accepted)
    #expect(desk.verdict(of: wrong) == .quarantined(.clerkUnknown))
    // An operator who knows that the clerk wrote it makes the entry count.
    let place = try #require(try province.administration.quarantined(in: province.office.id).first)
    #expect(
      try province.administration.release(
        placeAt: place.officeSequence, of: province.office.id, at: province.now) == 1)
  }

  @Test(arguments: StoreKind.allCases) func whomAnAdministratorTakesUpAtAMachineMaySignInThere(
    _ kind: StoreKind
  ) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk(clerks: .only([TestProvince.head]))
    let new = ClerkID(high: 77, low: 77)
    let clerk = Clerk(id: new, name: "Hồ Thị Mới", roles: [.reception, .specialist])
    let taken = try desk.write(.office(.setClerk(clerk)), clerk: TestProvince.head)
    let hers = try desk.receive(TestDesk.dossier(1), code: "A-1", clerk: new)
    let told = try desk.exchange(province)
    #expect(desk.verdict(of: taken) == .accepted)
    #expect(desk.verdict(of: hers) == .accepted)
    #expect(told.machineClerks == .only([TestProvince.head, new]))
  }

  // MARK: The province

  @Test(arguments: StoreKind.allCases) func theProvinceSignsWhatItWrote(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    func own() throws -> [AuthoredSpan] {
      try province.administration.authorship(of: province.office.id).spans.filter { $0.clerk == ProvinceClerk.id }
    }
    // The command that wrote the first entries had no key to sign them.
    #expect(try own().map(\.proof) == [.none])
    var desk = try province.desk()
    let first = try desk.exchange(province).signatures.heads
    #expect(try own().map(\.proof) == [.province])
    let key = try #require(P256.Signing.PublicKey(province.authority.certificate.publicKey))
    let founding = try own().reduce(0) { $0 + Int64($1.entries) }
    #expect(first.map(\.sequence) == [founding])
    #expect(first.allSatisfy { $0.isSigned(by: SigningPublicKey(key), office: province.office.id) })
    #expect(try desk.exchange(province).signatures.heads == first)
    // Later entries of the province are signed with the next answer, as a new head of the same chain.
    try province.administration.setProcedures(
      [
        ProcedureVersion(code: "1.900001", name: "thủ tục", field: "", timeLimit: .sameDay)
      ], at: province.now)
    let second = try desk.exchange(province).signatures.heads
    #expect(second.map(\.epoch) == first.map(\.epoch))
    #expect(second.map(\.sequence) == [founding + 1])
  }

  /// A store of an earlier version has chains of the province without a signature.
  @Test(arguments: StoreKind.allCases) func whatTheProvinceWroteBeforeItSignedIsSignedOnce(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    try province.store.transaction { transaction in
      try transaction.run("DELETE FROM machine_head", [])
      try transaction.run("DELETE FROM meta WHERE name = 'province heads'", [])
    }
    var desk = try province.desk()
    try desk.receive(TestDesk.dossier(1), code: "A-1")
    #expect(try desk.exchange(province).signatures.heads.isEmpty)
    try province.administration.prepare(at: province.now)
    #expect(try desk.exchange(province).signatures.heads.map(\.device) == [MachineHead.province])
    #expect(try province.proofs() == [.none: 1])
  }

  /// A machine for which nothing was decided stays open to all clerks.
  @Test(arguments: StoreKind.allCases) func ofAMachineThatWasNotDecidedAboutEverybodyMaySignIn(
    _ kind: StoreKind
  ) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    #expect(try desk.exchange(province).machineClerks == .everybody)
    #expect(try province.administration.devices(of: province.office.id).map(\.clerks) == [.everybody])
  }
}

extension TestProvince {
  /// The number of the desks' entries by the kind of proof of their author.
  func proofs() throws -> [AuthoredSpan.Proof: Int] {
    var counts: [AuthoredSpan.Proof: Int] = [:]
    for span in try administration.authorship(of: office.id).spans where span.clerk != ProvinceClerk.id {
      counts[span.proof, default: 0] += span.entries
    }
    return counts
  }
}

extension TestProvince {
  /// Stores a statement of another machine as it is, with as many confirmed entries as given.
  func keepStatement(serial: Int64, confirming count: Int64) throws {
    let statement = ClerkStatement(
      clerk: Self.specialist, epoch: DeviceEpoch(high: 5, low: UInt64(serial)), first: 1, last: count,
      confirmed: Array(1...count), signature: [UInt8](repeating: 1, count: SigningPublicKey.signatureLength))
    try store.transaction { transaction in
      try transaction.run(
        """
        INSERT INTO statement (office, epoch, clerk, first, last, confirmed, signature, public_key, device, arrived_at, serial)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        [
          .blob(office.id.bytes), .blob(statement.epoch.bytes), .blob(statement.clerk.bytes), .integer(statement.first),
          .integer(statement.last), .blob(statement.confirmedBytes), .blob(statement.signature), .blob([1]),
          .blob([2]), .integer(now.milliseconds), .integer(serial),
        ])
      try transaction.run(
        "UPDATE office SET signed = $1 WHERE id = $2", [.integer(serial), .blob(office.id.bytes)])
    }
  }
}

extension TestDesk {
  /// A clerk's statement about her entries in this range of the desk's chain.
  func statement(
    of clerk: ClerkID, _ range: ClosedRange<Int64>, with key: P256.Signing.PrivateKey, confirmed: [Int64] = []
  ) throws -> ClerkStatement {
    let hers = written.filter { entry in
      guard let envelope = EntryEnvelope(canonical: entry) else { return false }
      return envelope.clerk == clerk && range.contains(envelope.reference.sequence)
    }
    var statement = ClerkStatement(
      clerk: clerk, epoch: epoch, first: range.lowerBound, last: range.upperBound, confirmed: confirmed)
    try statement.sign(with: key, office: office.id, hashes: hers.map { entryHash($0) })
    return statement
  }
}

extension ExchangeRequest {
  /// Adds the machine's head of its last chain, signed with the given key.
  mutating func sign(by key: P256.Signing.PrivateKey) {
    guard let head = epochs.last else { return }
    var signed = MachineHead(
      device: device, epoch: head.epoch, sequence: head.lastSequence, hash: head.lastHash, at: sentAt)
    try? signed.sign(with: key, office: office)
    machineHead = signed
    machineKey = SigningPublicKey(key.publicKey)
  }
}
