/// The fixed texts of the papers that come with the program.
///
/// A line `[name]` begins a form; `name = text` is one of its values. `confirmed` says whether somebody has compared the form
/// with the text of the circular: none has been yet, because only descriptions of it were read. A form without `circular` is the
/// program's own, so that there is nothing to compare.
public enum StarterForms {
  public static let text = circular + "\n" + own
}
