/// A paper that was issued for a dossier, with the dossier on which it is recorded. The receipt of several that were handed in together is
/// recorded on one of them and is a paper of each.
public struct FiledPaper: Hashable, Sendable {
  public var dossier: DossierID
  public var paper: IssuedPaper
  /// The number of the paper that was issued in its place.
  public var replacement: PaperNumber?
  /// The dossiers of which it is a paper, in the order of reception.
  public var codes: [DossierCode]
  /// Those of them that are void.
  public var void: [DossierCode]
  /// Why the province keeps its entry back, so that it does not count; nil if it counts.
  public var held: QuarantineReason?

  /// - Parameter visit: what was handed in together, in the order of reception, with the dossier itself.
  public init(_ paper: IssuedPaper, on dossier: Dossier, visit: [Dossier]) {
    self.dossier = dossier.id
    self.paper = paper
    replacement = dossier.replacement(of: paper.issue.number)
    let all = visit.filter { $0.id == dossier.id || dossier.shares(paper, with: $0) }
    codes = all.map(\.code)
    void = all.filter(\.isVoid).map(\.code)
  }

  /// - Parameter entry: of a paper that does not count.
  public init?(held entry: RecordedAction, on dossier: DossierID) {
    guard case .issuePaper(let issue) = entry.action, case .quarantined(let reason) = entry.verdict else { return nil }
    self.dossier = dossier
    paper = IssuedPaper(issue: issue, at: entry.at, by: entry.clerk)
    (codes, void, held) = ([], [], reason)
  }

  public var number: PaperNumber { paper.issue.number }
}
