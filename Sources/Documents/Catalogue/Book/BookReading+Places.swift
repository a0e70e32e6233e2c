import DossierDomain

extension BookReading.Entry {
  /// The row that a fault of all rules together is about.
  func place(of fault: ProcedureVersion.Fault) -> (sheet: ProcedureBook.Sheet, line: Int) {
    func row(_ sheet: ProcedureBook.Sheet, _ place: Int?) -> (ProcedureBook.Sheet, Int)? {
      guard let lines = ruleLines[sheet], let place, lines.indices.contains(place) else { return nil }
      return (sheet, lines[place])
    }
    guard case .rules(let fault) = fault else { return (.procedures, line) }
    let rules = version.rules
    let found: (ProcedureBook.Sheet, Int)? =
      switch fault {
      case .idTwice(let id):
        row(.questions, second(id, [CaseQuestion.channel] + rules.questions.map(\.id)).map { $0 - 1 })
          ?? row(.cases, second(id, rules.cases.map(\.id)))
          ?? row(.reductions, second(id, rules.reductions.map(\.id))) ?? row(.steps, second(id, rules.steps.map(\.id)))
      case .groupOfOne(let group): row(.papers, rules.papers.firstIndex { $0.need == .oneOf(group) })
      case .casesOverlap(_, let second, _): row(.cases, rules.cases.firstIndex { $0.id == second })
      case .caseMissing, .tooManyCombinations: row(.cases, rules.cases.indices.last)
      case .idMalformed, .textMalformed, .tooMany, .answersMissing, .questionUnknown, .answerUnknown, .caseUnknown,
        .limitMissing, .limitOutOfRange, .countOutOfRange, .amountOutOfRange, .ratesMissing, .percentOutOfRange,
        .validityOutOfRange, .hoursOutOfRange, .boundOutOfRange, .procedureCodeMalformed, .unitCodeMalformed,
        .textTwice:
        nil
      }
    return found ?? (.procedures, line)
  }

  private func second(_ id: String, _ ids: [String]) -> Int? { ids.indices.filter { ids[$0] == id }.dropFirst().first }
}
