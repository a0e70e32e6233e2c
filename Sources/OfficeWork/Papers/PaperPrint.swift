import DossierDomain

/// How far a paper of this machine has come on its way to a printer. Local: no entry says it, and no other machine knows it.
public enum PrintState: Int, CaseIterable, Hashable, Sendable {
  /// Issued, and not given to a printer yet.
  case kept = 0
  /// The print server has it, and has not said that it is done.
  case sent = 1
  case printed = 2
  /// Whether it came out is not known: it is being sent, no clear answer came, the job is gone, or these data were restored or
  /// copied. Somebody looks at the paper.
  case doubtful = 3
  /// Nobody needs it any more, and its job still waits at the print server, where it has to be cancelled.
  case withdrawn = 4
}

/// A paper in the list of what was issued here and is not known to be printed.
public struct PaperToPrint: Hashable, Sendable {
  public var number: PaperNumber
  public var form: PaperFormID
  public var dossier: DossierID
  public var code: DossierCode
  /// Nil for a confidential dossier: the list is everybody's.
  public var owner: String?
  /// Of the dossiers on a receipt that several share, with `code`; empty for other papers.
  public var codes: [DossierCode] = []
  public var state: PrintState
  /// The queue and the job at the print server; nil before it was sent.
  public var job: PrintJobID?
  /// When the state was last asked for or set.
  public var at: Instant

  public init(
    number: PaperNumber, form: PaperFormID, dossier: DossierID, code: DossierCode, owner: String? = nil,
    state: PrintState, job: PrintJobID? = nil, at: Instant
  ) {
    self.number = number
    self.form = form
    self.dossier = dossier
    self.code = code
    self.owner = owner
    self.state = state
    self.job = job
    self.at = at
  }
}

/// What was issued here and is not known to be printed.
public struct PapersToPrint: Hashable, Sendable {
  /// The oldest ones first. There is an end to what is read at once.
  public var papers: [PaperToPrint]
  /// With those that were not read.
  public var count: Int

  public init(_ papers: [PaperToPrint], of count: Int) {
    (self.papers, self.count) = (papers, max(count, papers.count))
  }

  public var unread: Int { count - papers.count }
}
