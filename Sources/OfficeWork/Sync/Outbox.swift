import DossierDomain

/// One own entry in the outbox, with its state at the province.
public struct OutboxRow: Hashable, Sendable, Identifiable {
  public var id: EntryReference
  public var at: Instant
  public var clerk: ClerkID
  /// Nil for an entry about the office.
  public var dossier: DossierID?
  /// The code of the dossier; nil for an entry about the office.
  public var code: DossierCode?
  /// Nil for an entry about the office or of unknown kind.
  public var action: DossierAction?
  public var delivery: EntryDelivery
  /// `.accepted` until the province has given another verdict.
  public var verdict: Verdict
  /// The viewer may not see the content of the entry.
  public var isConfidential: Bool
  /// The owner of the dossier; nil for an entry about the office, and if the viewer may not see the name.
  public var ownerName: String?
  /// Tells the owner apart from others of the same name, as in a `QueueRow`.
  public var ownerMark: PersonMark?
  /// The author of the entry that came first, if this one lost against it and it is stored here.
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

/// The query for a page of the outbox, the newest entry first.
public struct OutboxQuery: Hashable, Sendable {
  /// Part of a code, of the owner's name or of the wording of the action; empty for all.
  public var text: String
  /// Only entries in this state; nil for all.
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
  /// The last entry that was examined; the next page begins after it. A search for rare text may return a short page
  /// although more entries follow, so that a key press never has to wait.
  public var scannedTo: EntryReference?

  public init(rows: [OutboxRow], hasMore: Bool, scannedTo: EntryReference? = nil) {
    self.rows = rows
    self.hasMore = hasMore
    self.scannedTo = scannedTo ?? rows.last?.id
  }
}
