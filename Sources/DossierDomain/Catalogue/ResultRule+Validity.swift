extension ResultRule.Validity {
  /// - Parameter day: of the result.
  public func wording(from day: CivilDate, _ language: Language) -> String {
    switch self {
    case .unlimited: return language.pick("có giá trị không thời hạn", "valid without limit")
    case .months(let count):
      let until = day.adding(months: count).slashed
      return language.pick(
        "có giá trị \(count) tháng: đến \(until)", "valid \(counted(count, "month")): until \(until)")
    }
  }
}

extension ProcedureVersion {
  /// Nothing is handed over at its end, whatever the case is.
  public var givesNoPaper: Bool { !hasPaperResult || rules.results.giveNoPaper }

  /// Whether something is handed over depends on the case.
  public var givesPaperByCase: Bool {
    hasPaperResult && !rules.results.giveNoPaper && rules.results.contains { $0.kind == .known(.noPaper) }
  }

  /// Nothing is handed over at the end of a dossier with these answers.
  public func givesNoPaper(under answers: CaseAnswers) -> Bool {
    !hasPaperResult || outcome(answers.withUsual(of: self)).results.giveNoPaper
  }
}

extension [ResultRule] {
  fileprivate var giveNoPaper: Bool { !isEmpty && allSatisfy { $0.kind == .known(.noPaper) } }
}
