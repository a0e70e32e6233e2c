/// A step of the internal procedure (quy trình nội bộ) by which an office processes dossiers. The steps that apply to a
/// case follow each other in their order.
public struct StepRule: Hashable, Sendable {
  /// Names the step within its procedure; lower-case letters, digits and `-`.
  public var id: String
  public var name: String
  /// The kind of work.
  public var step: ProcessingStep
  public var applies: Applicability
  /// Whose work it is; nil if anybody may do it.
  public var role: Clerk.Role?
  /// In working hours, from the moment at which the step begins.
  public var hours: Known<Int>
  /// Who signs at its end, in words; empty if nobody does.
  public var signer: String
  /// Who is asked to take part, in words; empty if nobody is.
  public var partner: String

  public init(
    id: String, name: String, step: ProcessingStep, applies: Applicability = .always, role: Clerk.Role? = nil,
    hours: Known<Int> = .unknown, signer: String = "", partner: String = ""
  ) {
    self.id = id
    self.name = name
    self.step = step
    self.applies = applies
    self.role = role
    self.hours = hours
    self.signer = signer
    self.partner = partner
  }
}

/// The step at which a dossier is, as it was recorded when the step began.
public struct StepFact: Hashable, Sendable {
  /// Of the step within the procedure's version of the reception, and its name at the time.
  public var id: String
  public var name: String
  /// Nil if the time for the step is not known.
  public var dueAt: Instant?

  public init(id: String, name: String, dueAt: Instant?) {
    self.id = id
    self.name = name
    self.dueAt = dueAt
  }
}
