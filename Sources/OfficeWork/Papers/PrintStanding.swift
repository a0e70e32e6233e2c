import DossierDomain

/// How far a paper has come, with what the print server calls it.
public struct PrintStanding: Hashable, Sendable {
  public var state: PrintState
  /// Nil if the print server has nothing that can be asked for.
  public var job: PrintJobID?

  public init(_ state: PrintState, job: PrintJobID? = nil) { (self.state, self.job) = (state, job) }
}

/// A job of a paper that must not come out any more.
public struct JobToCancel: Hashable, Sendable {
  public var paper: PaperNumber
  public var job: PrintJobID

  public init(paper: PaperNumber, job: PrintJobID) { (self.paper, self.job) = (paper, job) }
}
