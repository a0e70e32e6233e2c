import DossierDomain

/// Everything that the detail screen shows: the folded dossier and the journal that it came from.
public struct DossierCard: Hashable, Sendable {
  public var dossier: Dossier
  public var timeline: [RecordedAction]
  public var delivery: EntryDelivery
  /// By the names that the dossier's papers give them.
  public var attachments: [String: AttachmentProgress]
  /// Came folded from the province: what the timeline shows is not all that was done.
  public var isFolded: Bool
  /// The rest was asked for and comes with the next exchange.
  public var isHistoryWanted: Bool

  public init(
    dossier: Dossier, timeline: [RecordedAction], delivery: EntryDelivery,
    attachments: [String: AttachmentProgress] = [:], isFolded: Bool = false, isHistoryWanted: Bool = false
  ) {
    self.dossier = dossier
    self.timeline = timeline
    self.delivery = delivery
    self.attachments = attachments
    self.isFolded = isFolded
    self.isHistoryWanted = isHistoryWanted
  }
}
