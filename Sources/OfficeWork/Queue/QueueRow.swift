import DossierDomain

/// One row of the queue.
public struct QueueRow: Hashable, Sendable, Identifiable {
  public var id: DossierID
  public var code: DossierCode
  /// Nil if the dossier is confidential and the viewer may not see the name.
  public var ownerName: String?
  /// Tells the owner apart from others of the same name in the list or among the open dossiers of the office; nil if her
  /// name is alone, or nothing is known.
  public var ownerMark: PersonMark?
  public var procedureCode: String
  public var procedureName: String
  /// Of the version by which the dossier was received; empty if it names none, or if the row was computed by an earlier program.
  public var versionHash: String
  /// A name short enough for a list, as the program has it; `OfficeSnapshot.shortName(of:)` knows what was decided.
  public var procedureShortName: String { ProcedureVersion.shortName(of: procedureCode) ?? procedureName }
  public var status: DossierStatus
  public var step: ProcessingStep
  public var dueAt: Instant?
  public var receivedAt: Instant?
  public var resolvedAt: Instant?
  public var assignee: ClerkID?
  public var componentsDigitised: Int
  public var componentsCountable: Int
  public var componentsMissing: Int
  public var delivery: EntryDelivery
  public var isConfidential: Bool
  public var isVoid: Bool
  /// The number of entries that lost against another desk's and that nobody has settled yet.
  public var conflicts: Int
  /// The number of entries that the province keeps back.
  public var held: Int
  /// A colleague has handed it over to its assignee, who has not taken it over yet.
  public var isHandedOver: Bool
  /// Since when it waits for the citizen, for its acceptance, or for being handed back.
  public var waitingSince: Instant?
  /// The step of the internal procedure; nil if the procedure has none.
  public var stepName: String?
  /// Until when the step has to be done; nil if that is not known, or the office does not owe an answer now.
  public var stepDueAt: Instant?
  /// The numbers of a book that the act has taken whose outcome this row is; nil everywhere else.
  public var numbering: Numbering?

  public init(
    id: DossierID, code: DossierCode, ownerName: String?, procedureCode: String,
    procedureName: String, status: DossierStatus, step: ProcessingStep, dueAt: Instant?,
    receivedAt: Instant?, resolvedAt: Instant?, assignee: ClerkID?, componentsDigitised: Int,
    componentsCountable: Int, componentsMissing: Int, delivery: EntryDelivery,
    isConfidential: Bool, isVoid: Bool, conflicts: Int = 0, held: Int = 0, isHandedOver: Bool = false,
    waitingSince: Instant? = nil, stepName: String? = nil, stepDueAt: Instant? = nil,
    versionHash: String = ""
  ) {
    self.id = id
    self.code = code
    self.ownerName = ownerName
    self.procedureCode = procedureCode
    self.procedureName = procedureName
    self.status = status
    self.step = step
    self.dueAt = dueAt
    self.receivedAt = receivedAt
    self.resolvedAt = resolvedAt
    self.assignee = assignee
    self.componentsDigitised = componentsDigitised
    self.componentsCountable = componentsCountable
    self.componentsMissing = componentsMissing
    self.delivery = delivery
    self.isConfidential = isConfidential
    self.isVoid = isVoid
    self.conflicts = conflicts
    self.held = held
    self.isHandedOver = isHandedOver
    self.waitingSince = waitingSince
    self.stepName = stepName
    self.stepDueAt = stepDueAt
    self.versionHash = versionHash
  }
}

extension QueueRow {
  /// Whether the time for its step has passed.
  public func isStepLate(at now: Instant) -> Bool { stepDueAt.map { $0 < now } ?? false }

  /// The row of a loaded dossier, for viewers who may see all of it.
  public init(_ dossier: Dossier, delivery: EntryDelivery) {
    let digitised = dossier.digitisedShare
    let share = dossier.componentShare
    self.init(
      id: dossier.id, code: dossier.code, ownerName: dossier.owner.name, procedureCode: dossier.procedure.code,
      procedureName: dossier.procedure.name, status: dossier.status, step: dossier.step, dueAt: dossier.dueAt,
      receivedAt: dossier.receivedAt, resolvedAt: dossier.resolvedAt, assignee: dossier.assignee,
      componentsDigitised: digitised.digitised, componentsCountable: digitised.countable,
      componentsMissing: share.needed - share.present, delivery: delivery, isConfidential: dossier.isConfidential,
      isVoid: dossier.isVoid, conflicts: dossier.conflicts.count, held: dossier.held.count,
      isHandedOver: dossier.isHandedOver, waitingSince: dossier.waitingSince,
      stepName: dossier.stepFact?.name, stepDueAt: dossier.runningStepDueAt,
      versionHash: dossier.procedure.versionHash)
  }
}
