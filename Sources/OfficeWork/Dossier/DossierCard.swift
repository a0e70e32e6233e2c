import DossierDomain

/// The data of the detail screen: the folded dossier and its journal.
public struct DossierCard: Hashable, Sendable {
  public var dossier: Dossier
  public var timeline: [RecordedAction]
  public var delivery: EntryDelivery
  /// The steps of the internal procedure that apply to its case; empty if none was recorded, or it has
  /// ended.
  public var steps: [StepRule] = []
  /// By the hashes in the dossier's papers.
  public var attachments: [String: AttachmentProgress]
  /// The dossier came folded from the province, so the timeline does not show its earlier entries.
  public var isFolded: Bool
  /// The earlier entries were requested and come with the next exchange.
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
