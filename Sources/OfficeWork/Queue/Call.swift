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
  }

  public var reason: Reason
  /// Only this clerk's dossiers; nil for those of the whole office.
  public var holder: ClerkID?
  public var viewer: Viewer
  public var limit: Int
  public static let most = 200

  public init(reason: Reason, holder: ClerkID?, viewer: Viewer, limit: Int = most) {
    self.reason = reason
    self.holder = holder
    self.viewer = viewer
    self.limit = limit
  }
}
