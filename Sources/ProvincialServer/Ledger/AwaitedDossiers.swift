import DossierDomain
import JournalFormat

/// Open dossiers that other offices received for an office that joined the province later.
struct AwaitedDossiers {
  struct Awaited {
    /// The name by which their receptions identify the deciding office.
    var name: OfficeID
    var home: OfficeID
  }

  private(set) var dossiers: [DossierID: Awaited] = [:]

  /// - Parameter names: have to be held, so that no dossier is added meanwhile.
  init(for names: Set<OfficeID>, in transaction: any ServerTransaction) throws {
    for name in names.sorted() {
      for row in try transaction.rows(
        "SELECT id, home, status FROM dossier WHERE deciding = $1 AND deciding <> office AND home = office",
        [.blob(name.bytes)])
      {
        guard let id = DossierID(bytes: try row.blob(0)), let home = OfficeID(bytes: try row.blob(1)),
          DossierStatus(rawValue: Int(try row.integer(2)))?.isFinal == false
        else { continue }
        dossiers[id] = Awaited(name: name, home: home)
      }
    }
  }

  var homes: Set<OfficeID> { Set(dossiers.values.map(\.home)) }

  /// Called once the office's settings are accepted: gives the dossiers that are meant for it places at the end of its
  /// order.
  /// - Parameter order: the orders of `homes` must be locked too.
  func enter(_ order: OfficeOrder, in transaction: any ServerTransaction) throws {
    let names = try Set(dossiers.values.map(\.name)).filter {
      try OfficeAliases.office(behind: $0, in: transaction) == order.office.id
    }
    for (dossier, awaited) in dossiers.sorted(by: { $0.key < $1.key }) where names.contains(awaited.name) {
      try order.takeOver(dossier, from: awaited.home)
    }
  }
}

extension OfficeOrder {
  /// Gives all entries of a dossier that are only in its home office's order a place here, as references. From now on
  /// the dossier is sent to this office too. Entries that have a place keep it.
  /// - Parameter home: the home office; its order must be locked.
  func takeOver(_ dossier: DossierID, from home: OfficeID) throws {
    guard home != office.id else { return }
    let known = Set(
      try transaction.rows(
        "SELECT hash FROM entry WHERE office = $1 AND dossier = $2", [.blob(office.id.bytes), .blob(dossier.bytes)]
      ).map { try $0.blob(0) })
    for row in try transaction.rows(
      "SELECT bytes, verdict FROM entry WHERE office = $1 AND dossier = $2 ORDER BY sequence",
      [.blob(home.bytes), .blob(dossier.bytes)])
    {
      guard let entry = OrderCandidate(try row.blob(0)), !known.contains(entry.hash) else { continue }
      try append(entry, verdict: Verdicts.read(row, 1), home: home)
    }
    try transaction.run(
      "UPDATE dossier SET deciding = $1 WHERE office = $2 AND id = $3",
      [.blob(office.id.bytes), .blob(home.bytes), .blob(dossier.bytes)])
  }
}
