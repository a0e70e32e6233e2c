import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftASN1
import SyncProtocol
import X509

@testable import ProvincialServer

/// A province with one office, its clerks and as many desks as a test wants.
struct TestProvince {
  let store: any ServerStore
  let authority: ProvinceAuthority
  let administration: Administration
  let office: Office
  var now: Instant

  static let reception = ClerkID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
  static let specialist = ClerkID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)
  static let head = ClerkID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0003)

  static let clerks = [
    Clerk(id: reception, name: "Hồ Thị Lan", roles: [.reception]),
    Clerk(id: specialist, name: "Nguyễn Văn Bình", roles: [.reception, .specialist]),
    Clerk(id: head, name: "Trần Hữu Nghĩa", roles: [.reception, .specialist, .headOfDesk, .administrator]),
  ]

  init(_ kind: StoreKind) throws { try self.init(store: kind.make()) }

  init(store: any ServerStore) throws {
    let now = Instant(milliseconds: 1_795_680_000_000)
    try self.init(store: store, authority: ProvinceAuthority(province: "Quảng Trị", now: now), now: now)
  }

  init(store: any ServerStore, authority: ProvinceAuthority, now: Instant) throws {
    self.store = store
    self.authority = authority
    self.now = now
    administration = Administration(store: store)
    office = Self.office(1, "000.19.45.H50")
    try administration.prepare(at: now)
    try administration.createOffice(office, clerks: Self.clerks, at: now)
  }

  /// Each number is another commune.
  static func office(_ number: UInt64, _ agencyCode: String) -> Office {
    Office(
      id: OfficeID(high: 0x4C61_4C61_7900_7000 | number, low: 0x8000_0000_0000_0001), name: "xã \(number)",
      agencyCode: agencyCode, unitCode: "\(19_593 + number)")
  }

  func exchange() -> Exchange { Exchange(store: store, authority: authority) }

  /// Enrols a new desk; the default is a desk of the first office.
  func desk(
    _ name: String = "Bàn", of office: Office? = nil, clerks: MachineClerks = .everybody
  ) throws -> TestDesk {
    let office = office ?? self.office
    let code = try administration.enrolmentCode(for: office.id, deviceName: name, clerks: clerks, at: now)
    var desk = TestDesk(office: office)
    try desk.enrol(self, code: code.text, office: nil, agencyCode: "")
    return desk
  }
}

extension TestProvince {
  /// The first desk of an office that worked alone, with its settings and clerks, before its first exchange.
  /// - Parameter unitCodes: the codes that the operator names; the default is the code of its settings.
  func adopted(
    _ office: Office, unitCodes: [String]? = nil, clerks: MachineClerks = .everybody
  ) throws -> TestDesk {
    var desk = TestDesk(office: office)
    try desk.write(.office(.setOffice(office)), clerk: Self.head, base: 0)
    for clerk in Self.clerks { try desk.write(.office(.setClerk(clerk)), clerk: Self.head, base: 0) }
    let code = try administration.adoptionCode(
      agencyCode: office.agencyCode, unitCodes: unitCodes ?? [office.unitCode], name: office.name,
      deviceName: "Bàn 1", clerks: clerks, at: now)
    try desk.enrol(self, code: code.text, office: office.id, agencyCode: office.agencyCode)
    return desk
  }
}

/// A desk as the protocol describes it, without the desk's own store, to show what a client has to compute by itself.
struct TestDesk {
  var office: Office
  var device = DeviceID(high: 0, low: 0)
  var keyHash: [UInt8] = []
  var certificate: [UInt8] = []
  let key = P256.Signing.PrivateKey()
  let agreement = P256.KeyAgreement.PrivateKey()
  let epoch: DeviceEpoch
  private(set) var sequence: Int64 = 0
  private(set) var lastHash: [UInt8] = []
  /// Entries that are not acknowledged yet, in order.
  var waiting: [[UInt8]] = []
  /// All entries that the desk has written.
  private(set) var written: [[UInt8]] = []
  var acknowledged: Int64 = 0
  var position = LogPosition.beginning
  var places: [OrderedEntry] = []
  private var own: [EntryReference: [UInt8]] = [:]
  var withheld: Set<Int64> = []
  var lanes: [LaneBlock] = []
  var lastAnswer: Instant?

  init(office: Office) {
    self.office = office
    epoch = DeviceEpoch(high: UInt64.random(in: .min ... .max), low: UInt64.random(in: .min ... .max))
  }

  func certificateRequest() throws -> [UInt8] {
    let request = try CertificateSigningRequest(
      version: .v1, subject: DistinguishedName { CommonName("desk") }, privateKey: .init(key),
      attributes: CertificateSigningRequest.Attributes(), signatureAlgorithm: .ecdsaWithSHA256)
    var serializer = DER.Serializer()
    try serializer.serialize(request)
    return serializer.serializedBytes
  }

  func enrolment(code: String, office: OfficeID?, agencyCode: String) throws -> EnrolmentRequest {
    EnrolmentRequest(
      code: code, certificateRequest: try certificateRequest(),
      agreementKey: Array(agreement.publicKey.x963Representation), deviceName: "Bàn",
      office: office, agencyCode: agencyCode)
  }

  mutating func enrol(_ province: TestProvince, code: String, office: OfficeID?, agencyCode: String) throws {
    let desk = EnrolmentDesk(administration: province.administration, authority: province.authority)
    let response = try desk.enrol(
      enrolment(code: code, office: office, agencyCode: agencyCode), at: province.now)
    take(response)
  }

  mutating func take(_ response: EnrolmentResponse) {
    device = response.device
    certificate = response.certificate
    keyHash = (try? ProvinceAuthority.keyHash(ofCertificate: certificate)) ?? []
  }

  // MARK: Writing

  @discardableResult
  mutating func write(
    _ content: EntryContent, dossier: DossierID? = nil, clerk: ClerkID = TestProvince.specialist,
    base: Int64? = nil, group: GroupID? = nil, origin: EntryOrigin? = nil, at: Instant? = nil
  ) throws -> EntryReference {
    sequence += 1
    let reference = EntryReference(epoch: epoch, sequence: sequence)
    let bytes = try EntryFormat.encode(
      Entry(
        reference: reference, previousHash: lastHash, clerk: clerk,
        at: at ?? Instant(milliseconds: 1_795_680_000_000 + sequence), dossier: dossier,
        base: base ?? position.sequence, group: group, origin: origin, content: content))
    lastHash = entryHash(bytes)
    waiting.append(bytes)
    written.append(bytes)
    own[reference] = lastHash
    return reference
  }

  /// Writes bytes that no honest desk writes, in the place of its next entry.
  @discardableResult
  mutating func writeRaw(_ bytes: [UInt8]) throws -> EntryReference {
    sequence += 1
    let reference = EntryReference(epoch: epoch, sequence: sequence)
    lastHash = entryHash(bytes)
    waiting.append(bytes)
    own[reference] = lastHash
    return reference
  }

  /// The desk before it wrote the entry with this reference.
  func before(_ reference: EntryReference) -> TestDesk {
    var desk = self
    desk.sequence = reference.sequence - 1
    desk.lastHash = own[EntryReference(epoch: epoch, sequence: reference.sequence - 1)] ?? []
    return desk
  }

  /// Receives a dossier at this desk.
  @discardableResult
  mutating func receive(
    _ dossier: DossierID, code: String, deciding: OfficeID? = nil, isConfidential: Bool = false,
    assignee: ClerkID? = nil, clerk: ClerkID = TestProvince.specialist, group: GroupID? = nil,
    owner: Person = Person(name: "Hồ Văn Một")
  ) throws -> EntryReference {
    try write(
      .dossier(
        .receive(
          Reception(
            code: DossierCode(code, origin: .office),
            procedure: ProcedureReference(code: "1.001193", name: "Đăng ký khai sinh"),
            owner: owner, channel: .direct, components: [], receivedAt: Instant(milliseconds: 1),
            appointment: nil, assignee: assignee, isConfidential: isConfidential, receivingOffice: office.id,
            decidingOffice: deciding ?? office.id))), dossier: dossier, clerk: clerk, group: group)
  }

  static func dossier(_ number: UInt64) -> DossierID { DossierID(high: 0x0190_0000_0000_7000, low: number) }

  // MARK: Exchanging

  func request(_ entries: [[UInt8]]? = nil) -> ExchangeRequest {
    ExchangeRequest(
      office: office.id, device: device, program: "test", sentAt: Instant(milliseconds: 1_795_680_000_000),
      position: position, epochs: [EpochHead(epoch: epoch, lastSequence: sequence, lastHash: lastHash)],
      entries: entries ?? waiting, lanesHeld: lanes, withheld: withheld.count, lastAnswer: lastAnswer)
  }

  /// An answer does not pass the checks that a desk makes before it applies the answer.
  struct Disagreement: Error {}

  @discardableResult
  mutating func exchange(_ province: TestProvince, _ change: (inout ExchangeRequest) -> Void = { _ in }) throws
    -> ExchangeResponse
  {
    var request = request()
    change(&request)
    let response = try province.exchange().answer(request, keyHash: keyHash, now: province.now)
    try take(response)
    return response
  }

  mutating func take(_ response: ExchangeResponse) throws {
    if response.logEpoch != position.logEpoch {
      let kept = places.prefix { $0.officeSequence <= response.base }
      places = Array(kept)
      withheld = withheld.filter { $0 <= response.base }
      var rolling = RollingHash.zero
      for place in kept { rolling = rolling.adding(entryHash: try hash(of: place), verdict: place.verdict) }
      position = LogPosition(logEpoch: response.logEpoch, sequence: response.base, rolling: rolling)
    }
    guard response.base == position.sequence else { throw Disagreement() }
    for place in response.places {
      guard place.officeSequence == position.sequence + 1 else { throw Disagreement() }
      if case .withheld = place.content { withheld.insert(place.officeSequence) }
      position.sequence += 1
      position.rolling = position.rolling.adding(entryHash: try hash(of: place), verdict: place.verdict)
      places.append(place)
    }
    guard response.rolling == position.rolling, response.head >= position.sequence else { throw Disagreement() }
    for grant in response.granted {
      guard let index = places.firstIndex(where: { $0.officeSequence == grant.officeSequence }),
        try hash(of: places[index]) == entryHash(grant.bytes)
      else { throw Disagreement() }
      places[index].content = .bytes(grant.bytes)
      withheld.remove(grant.officeSequence)
    }
    if let head = response.acknowledged.first(where: { $0.epoch == epoch }) {
      waiting.removeFirst(max(0, min(waiting.count, Int(head.lastSequence - acknowledged))))
      acknowledged = max(acknowledged, head.lastSequence)
    }
    lanes = response.lanes
    lastAnswer = response.serverTime
  }

  private func hash(of place: OrderedEntry) throws -> [UInt8] {
    switch place.content {
    case .bytes(let bytes): return entryHash(bytes)
    case .withheld(let hash): return hash
    case .own(let reference):
      guard let hash = own[reference] else { throw Disagreement() }
      return hash
    }
  }

  /// The entries of a dossier that it was told with their bytes, in their order.
  func entries(of dossier: DossierID) -> [EntryReference] {
    places.compactMap { place in
      guard case .bytes(let bytes) = place.content, let envelope = EntryEnvelope(canonical: bytes),
        envelope.dossier == dossier
      else { return nil }
      return envelope.reference
    }
  }

  func verdict(of reference: EntryReference) -> Verdict? {
    places.first { place in
      switch place.content {
      case .own(let own): own == reference
      case .bytes(let bytes): EntryEnvelope(canonical: bytes)?.reference == reference
      case .withheld: false
      }
    }?.verdict
  }
}
