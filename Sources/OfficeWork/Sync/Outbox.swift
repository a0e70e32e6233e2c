import DossierDomain

/// One own entry in the outbox, with how far it is.
public struct OutboxRow: Hashable, Sendable, Identifiable {
  public var id: EntryReference
  public var at: Instant
  public var clerk: ClerkID
  /// Nil for an entry about the office.
  public var dossier: DossierID?
  /// Of the dossier; nil for an entry about the office.
  public var code: DossierCode?
  /// Nil for an entry about the office or of unknown kind.
  public var action: DossierAction?
  public var delivery: EntryDelivery
  /// `.accepted` until the province has said otherwise.
  public var verdict: Verdict
  /// The viewer may not see what the entry says.
  public var isConfidential: Bool
  /// Of the dossier; nil for an entry about the office, and where the viewer may not see it.
  public var ownerName: String?
  /// Of the entry that came first, when this one lost against it and it is here.
  public var winner: Author?

  public struct Author: Hashable, Sendable {
    public var clerk: ClerkID
    public var at: Instant

    public init(clerk: ClerkID, at: Instant) {
      self.clerk = clerk
      self.at = at
    }
  }

  public init(
    id: EntryReference, at: Instant, clerk: ClerkID, dossier: DossierID?, code: DossierCode?, action: DossierAction?,
    delivery: EntryDelivery, verdict: Verdict, isConfidential: Bool, ownerName: String? = nil, winner: Author? = nil
  ) {
    self.id = id
    self.at = at
    self.clerk = clerk
    self.dossier = dossier
    self.code = code
    self.action = action
    self.delivery = delivery
    self.verdict = verdict
    self.isConfidential = isConfidential
    self.ownerName = ownerName
    self.winner = winner
  }
}

/// A page of the outbox, newest entry first.
public struct OutboxQuery: Hashable, Sendable {
  /// Part of a code, of the owner's name or of what was done; empty for all.
  public var text: String
  /// Nil for all.
  public var delivery: EntryDelivery?
  /// The page begins after this entry; nil for the first page.
  public var after: EntryReference?
  public var limit: Int
  public var viewer: Viewer

  public init(
    text: String = "", delivery: EntryDelivery? = nil, after: EntryReference? = nil, limit: Int, viewer: Viewer
  ) {
    self.text = text
    self.delivery = delivery
    self.after = after
    self.limit = limit
    self.viewer = viewer
  }
}

public struct OutboxPage: Hashable, Sendable {
  public var rows: [OutboxRow]
  public var hasMore: Bool
  /// The last entry that was looked at: the next page begins after it. A search for what is rare can bring a short page
  /// with more behind it, so that a newer key is never kept waiting.
  public var scannedTo: EntryReference?

  public init(rows: [OutboxRow], hasMore: Bool, scannedTo: EntryReference? = nil) {
    self.rows = rows
    self.hasMore = hasMore
    self.scannedTo = scannedTo ?? rows.last?.id
  }
}
