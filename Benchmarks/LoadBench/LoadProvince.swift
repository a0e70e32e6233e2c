import Crypto
import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import ProvincialServer
import SwiftASN1
import SyncProtocol
import X509

/// Offices with enrolled devices, each with a day's work ready to be sent.
struct LoadProvince {
  struct Desk: Sendable {
    var certificate: [UInt8]
    var key: P256.Signing.PrivateKey
    /// The whole request: 50 dossiers, five entries each.
    var frame: [UInt8]
    var entries: Int
  }

  /// A desk whose entries are all about one dossier, which is the worst that judging can meet.
  struct OneDossier: Sendable {
    var desk: Desk
    var office: OfficeID
    var device: DeviceID
    var epoch: DeviceEpoch
    var madeAt: Instant
    var entries: [[UInt8]]
  }

  let authority: [UInt8]
  private(set) var desks: [Desk] = []
  private(set) var oneDossier: [OneDossier] = []

  static let dossiersADevice = 50

  /// - Parameter curve: the numbers of entries of the desks that write about one dossier, each in an office of its own.
  init(folder: String, store: any ServerStore, offices: Int, devices: Int, curve: [Int]) throws {
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let authority = try ProvinceAuthority.open(folder: folder + "/authority", province: "Quảng Trị", now: now)
    self.authority = try authority.certificateBytes
    let administration = Administration(store: store)
    try administration.prepare(at: now)
    let desk = EnrolmentDesk(administration: administration, authority: authority)
    func code(_ office: Office, _ name: String) throws -> String {
      try administration.enrolmentCode(for: office.id, deviceName: name, clerks: .everybody, at: now).text
    }
    for number in 1...offices {
      let (office, clerk) = try Self.found(number, administration, now)
      for device in 1...devices {
        desks.append(try Self.desk(desk, office, clerk, device, code(office, "Bàn \(device)"), now))
      }
    }
    for (index, count) in curve.enumerated() {
      let (office, clerk) = try Self.found(offices + 1 + index, administration, now)
      oneDossier.append(try Self.oneDossier(desk, office, clerk, count, code(office, "Bàn"), now))
    }
  }

  private static func found(
    _ number: Int, _ administration: Administration, _ now: Instant
  ) throws -> (Office, ClerkID) {
    let office = Office(
      id: OfficeID(high: 0x4C61_4C61_0000_7000, low: UInt64(number)), name: "xã \(number)",
      agencyCode: "000.\(number).45.H50", unitCode: "\(number)")
    let clerk = Clerk(
      id: ClerkID(high: 1, low: UInt64(number)), name: "Người Thử",
      roles: [.reception, .specialist, .headOfDesk, .administrator])
    try administration.createOffice(office, clerks: [clerk], at: now)
    return (office, clerk.id)
  }

  private static func desk(
    _ desk: EnrolmentDesk, _ office: Office, _ clerk: ClerkID, _ number: Int, _ code: String, _ now: Instant
  ) throws -> Desk {
    let (enrolled, key) = try enrol(at: desk, code, now)
    let day = try DayOfWork(office, clerk, number, now).entries
    let epoch = DayOfWork.epoch(office, number)
    let message = ExchangeRequest(
      office: office.id, device: enrolled.device, program: "load", sentAt: now, position: .beginning,
      epochs: [EpochHead(epoch: epoch, lastSequence: Int64(day.count), lastHash: entryHash(day.last ?? []))],
      entries: day)
    return Desk(
      certificate: enrolled.certificate, key: key, frame: try SyncFrame.pack(message.encoded()), entries: day.count)
  }

  private static func oneDossier(
    _ desk: EnrolmentDesk, _ office: Office, _ clerk: ClerkID, _ count: Int, _ code: String, _ now: Instant
  ) throws -> OneDossier {
    let (enrolled, key) = try enrol(at: desk, code, now)
    return OneDossier(
      desk: Desk(certificate: enrolled.certificate, key: key, frame: [], entries: count), office: office.id,
      device: enrolled.device, epoch: DayOfWork.epoch(office, 1), madeAt: now,
      entries: try DayOfWork(office, clerk, notes: count, now).entries)
  }

  private static func enrol(
    at desk: EnrolmentDesk, _ code: String, _ now: Instant
  ) throws -> (EnrolmentResponse, P256.Signing.PrivateKey) {
    let key = P256.Signing.PrivateKey()
    let request = try CertificateSigningRequest(
      version: .v1, subject: DistinguishedName { CommonName("desk") }, privateKey: .init(key),
      attributes: CertificateSigningRequest.Attributes(), signatureAlgorithm: .ecdsaWithSHA256)
    var serializer = DER.Serializer()
    try serializer.serialize(request)
    let enrolled = try desk.enrol(
      EnrolmentRequest(
        code: code, certificateRequest: serializer.serializedBytes,
        agreementKey: Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation), deviceName: "",
        office: nil, agencyCode: ""), at: now)
    return (enrolled, key)
  }
}

/// A device's day: dossiers received, handed over, decided, handed back, with a note.
private struct DayOfWork {
  private(set) var entries: [[UInt8]] = []
  private var sequence: Int64 = 0
  private var lastHash: [UInt8] = []

  static func epoch(_ office: Office, _ device: Int) -> DeviceEpoch {
    DeviceEpoch(high: office.id.low, low: UInt64(device))
  }

  init(_ office: Office, _ clerk: ClerkID, _ device: Int, _ now: Instant) throws {
    for number in 1...LoadProvince.dossiersADevice {
      let id = Self.newDossier(now)
      let reception = Self.reception(office, number: device * 1000 + number, now)
      for action: DossierAction in [
        .receive(reception), .handOver(step: .verification, to: clerk), .note("Đã kiểm tra \(number)"),
        .complete(DossierResult(approved: true, title: "Giấy khai sinh")),
        .handBack(recipient: "Hồ Thị Số \(number)", delivery: .atDesk),
      ] { try add(action, id, clerk, Self.epoch(office, device), now) }
    }
  }

  /// A dossier that is received, and notes on it, `count` entries in all.
  init(_ office: Office, _ clerk: ClerkID, notes count: Int, _ now: Instant) throws {
    let id = Self.newDossier(now)
    for number in 1...count {
      let action: DossierAction =
        number == 1 ? .receive(Self.reception(office, number: 1, now)) : .note("Đã gọi lần \(number)")
      try add(action, id, clerk, Self.epoch(office, 1), now)
    }
  }

  private static func newDossier(_ now: Instant) -> DossierID {
    .version7(at: now, random: (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)))
  }

  private static func reception(_ office: Office, number: Int, _ now: Instant) -> Reception {
    Reception(
      code: .office(agency: office.agencyCode, date: now.civilDate, number: number),
      procedure: ProcedureReference(code: "1.001193", name: "Đăng ký khai sinh"),
      owner: Person(
        name: "Hồ Thị Số \(number)", identityNumber: "045190\(100_000 + number)", phone: "0912345678",
        address: "Thôn A Ngo"), channel: .direct,
      components: [Component(number: 1, name: "Tờ khai", form: .original)], receivedAt: now, appointment: nil,
      receivingOffice: office.id, decidingOffice: office.id)
  }

  private mutating func add(
    _ action: DossierAction, _ dossier: DossierID, _ clerk: ClerkID, _ epoch: DeviceEpoch, _ now: Instant
  ) throws {
    sequence += 1
    let bytes = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: epoch, sequence: sequence), previousHash: lastHash, clerk: clerk,
        at: Instant(milliseconds: now.milliseconds + sequence * 1000), dossier: dossier, content: .dossier(action)))
    lastHash = entryHash(bytes)
    entries.append(bytes)
  }
}
