import DossierDomain

/// Writes the rejected rows, with line, column and reason before the original cells, so that they can be corrected in a
/// spreadsheet and imported again.
public struct RejectsWriter: Sendable {
  private let language: Language

  public init(language: Language) {
    self.language = language
  }

  public func header(headings: [String]) -> String {
    let place = [
      language.pick("Dòng lỗi", "Line at fault"), language.pick("Cột lỗi", "Column at fault"),
      language.pick("Lý do", "Reason"),
    ]
    return DelimitedTextWriter.byteOrderMark + DelimitedTextWriter.line(place + headings)
  }

  public func row(_ problem: RegisterProblem) -> String {
    DelimitedTextWriter.line([String(problem.line), problem.column, problem.reason.wording(language)] + problem.fields)
  }
}
