import ReferenceData

extension StarterCatalogue {
  /// Reads the rules of one procedure; none if it is known as a row only.
  static func rules(of code: String) -> ProcedureRules {
    var rules = ProcedureRules()
    guard let text = StarterRules.rows(of: code) else { return rules }
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) { rules.add(StarterRow(line)) }
    return rules
  }
}

/// The cells of a row of `StarterRules`.
private struct StarterRow {
  private let cells: [Substring]

  init(_ line: Substring.UTF8View) {
    cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  subscript(place: Int) -> String {
    place < cells.count && cells[place] != "-" ? String(cells[place]) : ""
  }

  subscript(places: PartialRangeFrom<Int>) -> [String] { cells.dropFirst(places.lowerBound).map { String($0) } }
}

extension ProcedureRules {
  fileprivate mutating func add(_ row: StarterRow) {
    switch row[0] {
    case "question":
      questions.append(CaseQuestion(id: row[1], text: row[2], answers: row[4...], usual: Int(row[3])))
    case "birth":
      guard let place = questions.firstIndex(where: { $0.id == row[1] }), let days = Int(row[2]),
        let answer = Int(row[3])
      else { return }
      questions[place].derivation = CaseQuestion.Derivation(daysSinceBirth: days, answer: answer)
    case "case": cases.append(ProcedureCase(id: row[1], name: row[2], condition: CaseCondition(row: row[3])))
    case "paper": papers.append(PaperRule(row: row))
    case "fee":
      fees.append(
        FeeItem(
          name: row[1], kind: FeeItem.Kind(row: row[2]).map { .known($0) } ?? .unknown,
          applies: Applicability(row: row[3]), amount: FeeItem.Amount(row: row[4])))
    case "reduction":
      reductions.append(
        FeeReduction(
          id: row[1], reason: row[2], proof: row[3], percent: Int(row[4]) ?? 100, applies: Applicability(row: row[5])))
    case "limit":
      limits.append(
        LimitRule(
          applies: Applicability(row: row[1]), stages: row[3...].map { LimitRule.Stage(row: $0) },
          verification: row[2].isEmpty ? nil : TimeLimit(row: row[2][...])))
    case "result":
      results.append(
        ResultRule(
          name: row[1], kind: ResultRule.Kind(row: row[2]).map { .known($0) } ?? .unknown,
          applies: Applicability(row: row[3]), series: row[4],
          validity: ResultRule.Validity(row: row[5]).map { .known($0) } ?? .unknown, portalCode: row[6]))
    case "law":
      law.append(
        LegalText(number: row[1], title: row[2], article: row[3], applies: Applicability(row: row[4])))
    default: break
    }
  }
}

extension ResultRule.Kind {
  /// Nil for an unknown one.
  fileprivate init?(row text: String) {
    switch text {
    case "paper": self = .paper
    case "electronic": self = .electronic
    case "no_paper": self = .noPaper
    default: return nil
    }
  }
}

extension ResultRule.Validity {
  /// `6 months`, `unlimited`; nil for an unknown one.
  fileprivate init?(row text: String) {
    if text == "unlimited" {
      self = .unlimited
    } else if text.hasSuffix(" months"), let count = Int(text.prefix { $0 != " " }) {
      self = .months(count)
    } else {
      return nil
    }
  }
}

extension CaseCondition {
  /// `question=1,2&other=1`
  fileprivate init(row text: String) {
    self.init(
      text.split(separator: "&").map { fact in
        let question = fact.prefix { $0 != "=" }
        return Fact(
          question: String(question),
          answers: fact.dropFirst(question.count + 1).split(separator: ",").compactMap { Int($0) })
      })
  }
}

extension Applicability {
  /// A condition, the ids of cases, or both with `/` between them.
  fileprivate init(row text: String) {
    let parts = text.split(separator: "/").map { String($0) }
    let cases = parts.first { !$0.contains("=") } ?? ""
    self.init(
      cases: cases.split(separator: ",").map { String($0) },
      condition: CaseCondition(row: parts.first { $0.contains("=") } ?? ""))
  }
}

extension PaperRule {
  fileprivate init(row: StarterRow) {
    let need = row[2].split(separator: " ")
    self.init(
      name: row[1], need: need.first == "one_of" ? .oneOf(need.last.map { String($0) } ?? "") : .required,
      applies: Applicability(row: row[3]), form: Form(row: row[4]).map { .known($0) } ?? .unknown,
      count: Int(row[5]).map { .known($0) } ?? .unknown, formNumber: row[6], replacedBy: row[7], portalCode: row[8],
      note: row[9])
  }
}

extension PaperRule.Form {
  /// Nil for an unknown one.
  fileprivate init?(row text: String) {
    switch text {
    case "original": self = .original
    case "certified": self = .certifiedCopy
    case "copy": self = .copy
    case "shown": self = .shown
    case "electronic": self = .electronic
    case "lookup": self = .lookup
    default: return nil
    }
  }
}

extension FeeItem.Kind {
  fileprivate init?(row text: String) {
    switch text {
    case "fee": self = .fee
    case "charge": self = .charge
    default: return nil
    }
  }
}

extension FeeItem.Amount {
  /// `fixed 0`, `each 8000 copy`, `each 10000 matter`, `pages 2000,2000,1000 cap 200000`
  fileprivate init(row text: String) {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().first.map { $0.split(separator: ",").compactMap { Int($0) } } ?? []
    switch (words.first, numbers.first) {
    case ("fixed", let amount?): self = .fixed(amount)
    case ("each", let amount?): self = .each(amount, words.last == "copy" ? .copy : .matter)
    case ("pages", _?): self = .pages(rates: numbers, cap: words.count > 3 ? Int(words[3]) : nil)
    default: self = .unknown
    }
  }
}

extension LimitRule.Stage {
  /// `name=limit`, or only a limit.
  fileprivate init(row text: String) {
    let parts = text.split(separator: "=")
    self.init(name: parts.count > 1 ? String(parts[0]) : "", limit: TimeLimit(row: parts.last ?? ""))
  }
}

extension TimeLimit {
  /// `same_day`, `3 working_days`
  fileprivate init(row text: Substring) {
    let words = text.split(separator: " ")
    self = StarterCatalogue.timeLimit(words.first.flatMap { Int($0) }, words.last ?? "")
  }
}
