import DossierDomain
import JournalFormat

/// In which offices' orders the entries of a dossier have a place: at home where it was received, and by reference where it
/// is decided.
struct DossierRoutes {
  private let office: OfficeID
  private var routes: [DossierID: (home: OfficeID, deciding: OfficeID)] = [:]

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
    for candidate in candidates {
      guard let dossier = candidate.dossier, routes[dossier] == nil, case .dossier(let action)? = candidate.content
      else { continue }
      // A device begins dossiers at home, whatever it writes into them.
      switch action {
      case .receive(let reception):
        routes[dossier] = (office, try OfficeAliases.resolve(reception.decidingOffice, in: transaction))
      case .submitOnline(let submission):
        routes[dossier] = (office, try OfficeAliases.resolve(submission.decidingOffice, in: transaction))
      default: break
      }
    }
  }

  func home(of dossier: DossierID?) -> OfficeID { dossier.flatMap { routes[$0]?.home } ?? office }

  /// Always with the author's own.
  func offices(for dossier: DossierID?) -> Set<OfficeID> {
    guard let dossier, let route = routes[dossier] else { return [office] }
    return [office, route.home, route.deciding]
  }

  var offices: Set<OfficeID> {
    routes.values.reduce(into: [office]) { offices, route in
      offices.insert(route.home)
      offices.insert(route.deciding)
    }
  }
}
