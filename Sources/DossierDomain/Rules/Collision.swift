/// Whether two acts that were made without knowing of each other can both stand.
///
/// The first in the office's order stands; a later one that decides the same matter differently does not count and is
/// shown to a clerk with both sides. Notes, codes, further papers and payments never collide: all of them are kept.
public enum Collision {
  /// What the act decides; empty when it only adds.
  public static func matters(of action: DossierAction) -> Set<Matter> {
    let outline = action.outline
    return switch outline.kind.rule.decides {
    case .nothing, .whatItUndoes: []
    case .course: [.course]
    case .courseAndAssignee: [.course, .assignee]
    case .courseWithAppointment: outline.appointment == nil ? [] : [.course]
    case .assignee: [.assignee]
    case .paper: outline.paper.map { [.component($0)] } ?? []
    case .field: outline.field.map { [.field($0)] } ?? []
    }
  }

  /// Whether an action can stand in the way of another one.
  public static func decides(_ action: DossierAction) -> Bool {
    if case .undo = action { return true }
    return !matters(of: action).isEmpty
  }

  /// The first counting entry that the author of `action` had not seen and that decides the same matter otherwise.
  /// - Parameters:
  ///   - unseen: counting entries of the dossier that stand before it in the office's order and that its author had not
  ///     seen, in order; those that decide nothing may be left out.
  ///   - undone: what an undo takes back; nil when there is no such entry.
  public static func first(
    of action: DossierAction, with unseen: [RecordedAction], undoing undone: DossierAction?
  ) -> (entry: EntryReference, over: Matter)? {
    if case .undo = action {
      // What somebody has built upon meanwhile can no longer be taken back.
      return undone.flatMap { first(deciding: matters(of: $0), in: unseen) }
    }
    return first(deciding: matters(of: action), in: unseen.filter { !isSame($0.action, action) })
  }

  private static func first(
    deciding mine: Set<Matter>, in unseen: [RecordedAction]
  ) -> (entry: EntryReference, over: Matter)? {
    for entry in unseen {
      let common = mine.intersection(matters(of: entry.action))
      if let matter = common.min(by: { $0.number < $1.number }) { return (entry.reference, matter) }
      if case .undo = entry.action, mine.contains(.course) { return (entry.reference, .course) }
    }
    return nil
  }

  /// The same decision twice is no contradiction: both clerks wanted what is now the case.
  private static func isSame(_ first: DossierAction, _ second: DossierAction) -> Bool {
    guard first.kind == second.kind, first.rule.agreesWithSame else { return false }
    if case .correct(let field, let value, _) = first, case .correct(let otherField, let otherValue, _) = second {
      return field == otherField && value == otherValue
    }
    return first == second
  }
}
