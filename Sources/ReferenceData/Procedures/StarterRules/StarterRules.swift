/// What procedures of the starter catalogue ask for and give beyond their row: questions, cases, papers, fees, limits,
/// results and law. The rows of a procedure are text until somebody asks for its code.
///
/// The first cell says what a row is. Cells are divided by tabs; `-` is an empty one, `?` an unknown value, and cells at the
/// end may be left out. A row that begins with `#` is for the reader: the procedure's name, and the legal texts on which the
/// rows rest.
///
/// - `question`: id, text, number of the usual answer, answers.
/// - `birth`: a question and the days after the owner's birth after which this is its answer.
/// - `case`: id, name, condition.
/// - `paper`: name, need, where it applies, form, count, number of its form, what replaces it, its code on the portal, note.
/// - `fee`: name, kind, where it applies, amount.
/// - `reduction`: id, reason, proof, percent, where it applies.
/// - `limit`: where it applies, what a verification adds, stages, each as `name=limit` or only a limit. A procedure without
///   such a row has the limit of its row in `StarterProcedures`.
/// - `result`: name, kind (`paper`, `electronic`, `no_paper`), where it applies, series of its numbers, validity
///   (`6 months`, `unlimited`), its code on the portal.
/// - `law`: number, title, article, where it applies. Only what was seen in a source stands here; an article that was not
///   compared with the text is left out.
///
/// A condition is `question=1,2&other=1`. Where something applies is a condition, the ids of cases `a,b`, or both `a,b/q=1`.
public enum StarterRules {
  /// Nil if the procedure is known as a row only.
  public static func rows(of code: String) -> String? {
    civilStatus[code] ?? civilStatusAgain[code] ?? certification[code] ?? business[code] ?? welfare[code]
      ?? petitionsAndResidence[code]
  }

  /// The codes of all procedures that have rules.
  public static var codes: [String] {
    [civilStatus, civilStatusAgain, certification, business, welfare, petitionsAndResidence].flatMap(\.keys).sorted()
  }
}
