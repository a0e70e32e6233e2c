/// Decides whether two acts can both stand if their authors did not know of each other.
///
/// The first one in the office's order stands. A later one that decides the same matter differently does not count, and
/// a clerk is shown both. Notes, codes, further papers and payments never collide, so all of them are kept.
public enum Collision {
  /// The matters that the action decides; empty if it only adds something.
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

  /// Whether the action can collide with another one.
  public static func decides(_ action: DossierAction) -> Bool {
    if case .undo = action { return true }
    return !matters(of: action).isEmpty
  }

  /// The first counting entry that the author of `action` had not seen and that decides the same matter differently.
  /// - Parameters:
  ///   - unseen: the counting entries of the dossier before it in the office's order that its author had not seen, in
  ///     order; entries that decide nothing may be left out.
  ///   - undone: the action that an undo revokes; nil if there is no such entry.
  public static func first(
    of action: DossierAction, with unseen: [RecordedAction], undoing undone: DossierAction?
  ) -> (entry: EntryReference, over: Matter)? {
    if case .undo = action {
      // An entry can no longer be undone once somebody has built on it.
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

  /// The same decision twice is no conflict, because both clerks wanted the present state.
  private static func isSame(_ first: DossierAction, _ second: DossierAction) -> Bool {
    guard first.kind == second.kind, first.rule.agreesWithSame else { return false }
    if case .correct(let field, let value, _) = first, case .correct(let otherField, let otherValue, _) = second {
      return field == otherField && value == otherValue
    }
    return first == second
  }
}
