import DossierDomain
import JournalFormat

/// The offices in whose orders the entries of a dossier get places: the home office, which received the dossier, and by
/// reference the office that decides it.
struct DossierRoutes {
  private let office: OfficeID
  private var routes: [DossierID: (home: OfficeID, deciding: OfficeID)] = [:]
  /// The dossiers that wait for this office, which brings its settings.
  let awaited: AwaitedDossiers

  init(
    of dossiers: Set<DossierID>, _ candidates: [OrderCandidate], office: OfficeID, in transaction: any ServerTransaction
  ) throws {
    self.office = office
    for dossier in dossiers {
      let row = try transaction.rows(
        "SELECT home, deciding FROM dossier WHERE office = $1 AND id = $2",
        [.blob(office.bytes), .blob(dossier.bytes)]
      ).first
      if let row, let home = OfficeID(bytes: try row.blob(0)), let deciding = OfficeID(bytes: try row.blob(1)) {
        routes[dossier] = (home, deciding)
      }
    }
    var bringsSettings = false
    for candidate in candidates {
      switch candidate.content {
      case .office(.setOffice): bringsSettings = true
      case .dossier(let action):
        guard let dossier = candidate.dossier, routes[dossier] == nil else { continue }
        // The home of a new dossier is the office of its device, whatever the entry says.
        if case .receive(let reception) = action { routes[dossier] = (office, reception.decidingOffice) }
        if case .submitOnline(let submission) = action { routes[dossier] = (office, submission.decidingOffice) }
      case .office, .unknown, nil: break
      }
    }
    var own: Set<OfficeID> = []
    if bringsSettings {
      // Held before its other names are read, so that none is added meanwhile.
      try OfficeAliases.hold(office, in: transaction)
      own = try OfficeAliases.names(of: office, in: transaction)
    }
    let named = Set(routes.values.map(\.deciding)).subtracting([office])
    var known: [OfficeID: OfficeID] = [:]
    for name in named.union(own).sorted() {
      known[name] = try OfficeAliases.office(behind: name, in: transaction)
      guard known[name] == nil || own.contains(name) else { continue }
      try OfficeAliases.hold(name, in: transaction)
      known[name] = try OfficeAliases.office(behind: name, in: transaction)
    }
    routes = routes.mapValues { ($0.home, known[$0.deciding] ?? $0.deciding) }
    awaited = try AwaitedDossiers(for: own, in: transaction)
  }

  func home(of dossier: DossierID?) -> OfficeID { dossier.flatMap { routes[$0]?.home } ?? office }

  /// The offices whose orders get the entries of a dossier, always including the author's own office.
  func offices(for dossier: DossierID?) -> Set<OfficeID> {
    guard let dossier, let route = routes[dossier] else { return [office] }
    return [office, route.home, route.deciding]
  }

  var offices: Set<OfficeID> {
    routes.values.reduce(into: awaited.homes.union([office])) { offices, route in
      offices.insert(route.home)
      offices.insert(route.deciding)
    }
  }

  /// The dossiers whose deciding office is not their home office.
  var shared: [(dossier: DossierID, home: OfficeID, deciding: OfficeID)] {
    routes.filter { $0.value.home != $0.value.deciding }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.home, $0.value.deciding) }
  }
}
