import DossierDomain
import OfficeWork

/// What concerns the exchange with the province.
public enum ExchangeEffect: Hashable, Sendable {
  /// One exchange, or more when one answer does not hold everything; answered by `syncProgress` while it runs and by
  /// `synchronised` or `syncFailed` at its end. Work goes on meanwhile. Asking again resets a wait.
  case start
  /// Ends an exchange that runs or waits to be tried again; answered by `syncFailed(.cancelled)`.
  case cancel
  /// Asks for the entries of a dossier that came folded from the province, at the next exchange.
  case wantHistory(Request<DossierCard?>, DossierID, viewer: Viewer)
}
