/// An office that may receive dossiers of a procedure, or that decides them.
public struct OfficeRule: Hashable, Sendable {
  public enum Task: UInt8, CaseIterable, Sendable {
    case receives = 1
    case decides = 2
  }

  public enum Who: Hashable, Sendable {
    /// The commune in which the citizen lives.
    case communeOfResidence
    /// Every commune of the province, wherever the citizen lives in it.
    case anyCommuneOfProvince
    case anyCommune
    /// By the code of its administrative unit.
    case unit(String)
    /// An office that is no commune, in words.
    case named(String)
  }

  public var task: Task
  public var who: Who
  public var applies: Applicability

  public init(task: Task, who: Who, applies: Applicability = .always) {
    self.task = task
    self.who = who
    self.applies = applies
  }
}
