import DossierDomain
import VietnameseText

/// The people whose data may be on a machine, computed from what the province sent to it and received from it.
/// Receptions after its last exchange are not known.
public struct DeviceContents: Hashable, Sendable {
  /// The last place of the office's order in an answer to the machine. Nil if it was not recorded, because the machine
  /// has exchanged only with an earlier version of the server; then the whole order counts.
  public var through: Int64?
  public var seenAt: Instant?
  public var dossiers = 0
  public var confidential = 0
  /// The people whom dossiers name, distinguished by number, or by name and birth if there is none; sorted by name.
  public var persons: [PersonOnMachine] = []
  /// Scans and the kept pages of issued papers. An upper limit, because it is not recorded which of them the machine has fetched.
  public var scans = 0
  /// One code for each dossier, sorted.
  public var codes: [String] = []

  public var people: Int { persons.count }
  public var peopleWithNumber: Int { persons.count { $0.data.contains(.identityNumber) } }
}

/// A person to be notified, with what a finder of the machine may know of her. The data themselves are not repeated.
public struct PersonOnMachine: Hashable, Sendable {
  public enum Datum: Int, CaseIterable, Sendable {
    case identityNumber, birth, sex, phone, address, email, relative, scan, issuedPaper, confidentialDossier
  }

  public var name: String
  /// Empty if it is not known.
  public var yearOfBirth: String
  /// Of her dossiers, sorted.
  public var codes: [String] = []
  public var data: Set<Datum> = []
}

extension Administration {
  /// The data for the notification of a loss. It reads every dossier concerned; the machine may be revoked already.
  public func contents(of device: DeviceID, in office: OfficeID) throws -> DeviceContents {
    try store.read { transaction in
      let row = try transaction.rows(
        "SELECT handed_through, seen_at FROM device WHERE office = $1 AND id = $2",
        [.blob(office.bytes), .blob(device.bytes)]
      ).first
      guard let row else { throw AdministrationError.deviceUnknown }
      var contents = DeviceContents(
        through: try row.optionalInteger(0),
        seenAt: try row.optionalInteger(1).map { Instant(milliseconds: $0) })
      let through = contents.through ?? (contents.seenAt == nil ? 0 : .max)
      var people: [PersonKey: PersonOnMachine] = [:]
      var rest = try dossiers(on: device, office, through: through, transaction)[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.dossiersAtOnce)
        rest = rest.dropFirst(Self.dossiersAtOnce)
        let histories = try DossierHistories(of: Set(part), office: office, in: transaction)
        for id in part {
          let dossier = histories.folded(id) ?? Self.asIfAccepted(id, histories.all(id))
          contents.codes.append(dossier?.code.text ?? id.hexadecimal)
          guard let dossier else { continue }
          if dossier.isConfidential { contents.confidential += 1 }
          for person in dossier.people {
            people[PersonKey(person), default: PersonOnMachine(person)].add(person, of: dossier)
          }
        }
      }
      contents.dossiers = contents.codes.count
      contents.codes.sort()
      contents.persons = people.values.map(\.sorted).sorted {
        ($0.name.folded, $0.yearOfBirth, $0.codes.first ?? "") < ($1.name.folded, $1.yearOfBirth, $1.codes.first ?? "")
      }
      contents.scans = try scans(on: device, office, through: through, transaction)
      return contents
    }
  }

  private static let dossiersAtOnce = 512

  /// The fold as if a kept-back reception were accepted. It has no effect, but its data are on the machine.
  private static func asIfAccepted(_ id: DossierID, _ entries: [RecordedAction]) -> Dossier? {
    Dossier.fold(
      id: id,
      entries: entries.map { entry in
        var entry = entry
        entry.verdict = .accepted
        return entry
      })
  }

  /// The places whose content the machine may hold: those sent to it except withheld ones, and those that it wrote. A machine
  /// keeps what it received before it lost the right.
  private static let held = """
    FROM entry e WHERE e.office = $1 AND e.dossier IS NOT NULL AND (
      (e.sequence <= $2 AND NOT EXISTS (
        SELECT 1 FROM withheld w
        WHERE w.office = e.office AND w.device = $3 AND w.sequence = e.sequence AND w.is_granted = 0
        AND w.was_held = 0))
      OR e.epoch IN (SELECT d.epoch FROM device_epoch d WHERE d.office = e.office AND d.device = $3))
    """

  private func dossiers(
    on device: DeviceID, _ office: OfficeID, through: Int64, _ transaction: any ServerTransaction
  ) throws -> [DossierID] {
    try transaction.rows(
      "SELECT DISTINCT e.dossier \(Self.held)", [.blob(office.bytes), .integer(through), .blob(device.bytes)]
    ).compactMap { DossierID(bytes: try $0.blob(0)) }
  }

  private func scans(
    on device: DeviceID, _ office: OfficeID, through: Int64, _ transaction: any ServerTransaction
  ) throws -> Int {
    let row = try transaction.rows(
      """
      SELECT count(DISTINCT b.hash) FROM blob_dossier b JOIN blob s ON s.office = b.office AND s.hash = b.hash
      WHERE b.office = $1 AND s.erased_at IS NULL AND b.dossier IN (SELECT e.dossier \(Self.held))
      """, [.blob(office.bytes), .integer(through), .blob(device.bytes)])
    return Int(try row.first?.integer(0) ?? 0)
  }
}

extension PersonOnMachine {
  fileprivate init(_ person: Person) {
    name = person.name
    yearOfBirth = ""
  }

  fileprivate mutating func add(_ person: Person, of dossier: Dossier) {
    if yearOfBirth.isEmpty { yearOfBirth = person.birth.split(separator: "/").last.map { String($0) } ?? "" }
    if codes.last != dossier.code.text { codes.append(dossier.code.text) }
    let held: [(Datum, Bool)] = [
      (.identityNumber, !(person.identityNumber + person.oldNumber).isEmpty), (.birth, !person.birth.isEmpty),
      (.sex, person.sex != nil),
      (.phone, !person.phone.isEmpty), (.address, !person.address.isEmpty), (.email, !person.email.isEmpty),
      (.relative, !person.relative.isEmpty), (.scan, dossier.components.contains { !$0.blobHash.isEmpty }),
      (.issuedPaper, !dossier.issuedPapers.isEmpty),
      (.confidentialDossier, dossier.isConfidential),
    ]
    data.formUnion(held.filter(\.1).map(\.0))
  }

  fileprivate var sorted: PersonOnMachine {
    var sorted = self
    sorted.codes.sort()
    return sorted
  }
}

/// Distinguishes people as far as their data allow.
private struct PersonKey: Hashable {
  var text: String

  init(_ person: Person) {
    let isNumber = !person.identityNumber.isEmpty
    text = isNumber ? person.identityNumber : person.name.folded + "\n" + person.birth
  }
}
