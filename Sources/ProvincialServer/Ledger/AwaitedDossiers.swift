import DossierDomain
import JournalFormat

/// Open dossiers that other offices received for one that came to the province only later.
struct AwaitedDossiers {
  struct Awaited {
    /// By which their reception means the office that decides them.
    var name: OfficeID
    var home: OfficeID
  }

  private(set) var dossiers: [DossierID: Awaited] = [:]

  /// - Parameter names: held, so that nothing is added to them.
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

  /// Once the office's settings have been taken: what is meant for it gets places at the end of its order.
  /// - Parameter order: with the orders of `homes` locked.
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
  /// All entries of a dossier that so far stand only where it is at home take places here as references, and the dossier
  /// is routed here from now on. Those that have a place keep it.
  /// - Parameter home: with its order locked.
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
