import DossierDomain

/// A citizen to call, with the dossier about which she has to be told something.
public struct Call: Hashable, Sendable {
  public var row: QueueRow
  public var dossier: Dossier

  public init(row: QueueRow, dossier: Dossier) {
    self.row = row
    self.dossier = dossier
  }
}

/// Selects the citizens to call, those who wait longest first.
public struct CallQuery: Hashable, Sendable {
  public enum Reason: String, CaseIterable, Sendable {
    /// She was asked for papers or a payment.
    case awaited
    /// Her result lies at the desk.
    case result
    /// She was told to come at a moment at which the reception point of this desk is closed. Those who come first are
    /// called first.
    case closed
  }

  public var reason: Reason
  /// The first day whose appointments are looked at if the point is closed.
  public var today: CivilDate
  /// Only this clerk's dossiers; nil for those of the whole office.
  public var holder: ClerkID?
  public var viewer: Viewer
  public var limit: Int
  public static let most = 200

  public init(reason: Reason, today: CivilDate, holder: ClerkID?, viewer: Viewer, limit: Int = most) {
    self.reason = reason
    self.today = today
    self.holder = holder
    self.viewer = viewer
    self.limit = limit
  }
}
