import DossierDomain
import VietnameseText

/// Whose data may lie on a machine, by what the province made for it and by what it handed in. What was received at it after
/// its last exchange nobody knows.
public struct DeviceContents: Hashable, Sendable {
  /// The last place of the office's order that an answer to it held; nil where that was not written down: of a machine
  /// that came to an earlier version of the server only, everything in the order counts.
  public var through: Int64?
  public var seenAt: Instant?
  public var dossiers = 0
  public var confidential = 0
  /// Owners and those who handed in for them; by number, or by name and birth where there is none.
  public var people = 0
  public var peopleWithNumber = 0
  /// At most: which of them the machine has fetched is not written down.
  public var scans = 0
  /// One a dossier, in the order of the codes.
  public var codes: [String] = []
}

extension Administration {
  /// For the notification of a loss. Reads every dossier in question; the machine may be revoked already.
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
      var people: Set<PersonKey> = []
      var rest = try dossiers(on: device, office, through: through, transaction)[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.dossiersAtOnce)
        rest = rest.dropFirst(Self.dossiersAtOnce)
        let histories = try DossierHistories(of: Set(part), office: office, in: transaction)
        for id in part {
          let dossier = histories.folded(id) ?? Self.asIfAccepted(id, histories.all(id))
          contents.codes.append(dossier?.code.text ?? id.hexadecimal)
          if dossier?.isConfidential == true { contents.confidential += 1 }
          people.formUnion([dossier?.owner, dossier?.applicant].compactMap { $0.map(PersonKey.init) })
        }
      }
      contents.dossiers = contents.codes.count
      contents.codes.sort()
      contents.people = people.count
      contents.peopleWithNumber = people.count { $0.isNumber }
      contents.scans = try scans(on: device, office, through: through, transaction)
      return contents
    }
  }

  private static let dossiersAtOnce = 512

  /// A reception that the province keeps back counts for nothing, but it lies on the machine.
  private static func asIfAccepted(_ id: DossierID, _ entries: [RecordedAction]) -> Dossier? {
    Dossier.fold(
      id: id,
      entries: entries.map { entry in
        var entry = entry
        entry.verdict = .accepted
        return entry
      })
  }

  /// Places whose content the machine may hold: all that it was given but what was kept from it, and all that it wrote.
  private static let held = """
    FROM entry e WHERE e.office = $1 AND e.dossier IS NOT NULL AND (
      (e.sequence <= $2 AND NOT EXISTS (
        SELECT 1 FROM withheld w
        WHERE w.office = e.office AND w.device = $3 AND w.sequence = e.sequence AND w.is_granted = 0))
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

/// Tells two people apart as well as their data allow.
private struct PersonKey: Hashable {
  var text: String
  var isNumber: Bool

  init(_ person: Person) {
    isNumber = !person.identityNumber.isEmpty
    text = isNumber ? person.identityNumber : person.name.folded + "\n" + person.birth
  }
}
