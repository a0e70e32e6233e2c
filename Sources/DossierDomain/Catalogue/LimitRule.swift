/// How long a procedure may take in a case, through a channel.
public struct LimitRule: Hashable, Sendable {
  /// A part of the limit that follows another one, such as the days of the commune that is asked.
  public struct Stage: Hashable, Sendable {
    /// Empty if the limit has only one stage.
    public var name: String
    public var limit: TimeLimit

    public init(name: String = "", limit: TimeLimit) {
      self.name = name
      self.limit = limit
    }
  }

  public var applies: Applicability
  /// At least one; each begins when the one before has ended.
  public var stages: [Stage]
  /// What is added if something has to be verified; nil if the law adds nothing.
  public var verification: TimeLimit?
  /// What the law says of interruptions in this case; where it says nothing, the procedure's own bounds count.
  public var bounds = ProcedureBounds()

  public init(
    applies: Applicability = .always, stages: [Stage], verification: TimeLimit? = nil,
    bounds: ProcedureBounds = ProcedureBounds()
  ) {
    self.applies = applies
    self.stages = stages
    self.verification = verification
    self.bounds = bounds
  }
}
