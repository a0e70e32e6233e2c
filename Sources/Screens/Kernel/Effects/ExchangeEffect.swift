import DossierDomain
import OfficeWork

/// Effects of the exchange with the province.
public enum ExchangeEffect: Hashable, Sendable {
  /// Starts an exchange; further ones follow if one answer does not hold everything. Answered by `syncProgress` while
  /// it runs and by `synchronised` or `syncFailed` at its end. The clerk can work meanwhile. A second start ends the
  /// wait before the next try.
  case start
  /// Ends an exchange that runs or waits for its next try; answered by `syncFailed(.cancelled)`.
  case cancel
  /// Asks at the next exchange for the entries of a dossier that came folded from the province.
  case wantHistory(Request<DossierCard?>, DossierID, viewer: Viewer)
}
