import DossierDomain
import Testing

/// What the rules say in each of the worked examples.
@Suite struct ProcedureExampleTests {
  private static let examples = ProcedureExamples.rows.split(separator: "\n").map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
  }

  @Test func thereAreEnough() {
    #expect(Self.examples.count >= 120)
    #expect(Self.examples.allSatisfy { $0.count == 11 && !$0[10].isEmpty })
    #expect(Set(Self.examples.map { $0[0] }).count == 55)
  }

  @Test(arguments: examples) func theLawIsFollowed(example: [String]) throws {
    let version = try #require(Catalogue.starter.version(of: example[0]))
    let channel: Channel = example[1] == "direct" ? .direct : example[1] == "online" ? .online : .postal
    var answers = CaseAnswers(channel: channel)
    for answer in example[2].split(separator: " ") where answer != "-" {
      let parts = answer.split(separator: "=")
      let number: Int = try #require(Int(parts[1]))
      answers[String(parts[0])] = number
    }
    let outcome = version.outcome(answers.withUsual(of: version))
    #expect(outcome.open.isEmpty)
    #expect(outcome.chosen?.id ?? "-" == example[3])
    let papers = example[4] == "-" ? [] : example[4].split(separator: " + ").map { String($0) }
    expect(papers, in: outcome.papers.map(\.name))

    let limit = try #require(outcome.limit)
    #expect(limit.stages.map { text($0.limit) }.joined(separator: " then ") == example[5])
    #expect(limit.verification.map { text($0) } ?? "-" == example[6])

    let counts = example[7].split(separator: "/").compactMap { Int($0) }
    let quantities =
      counts.count == 3 ? FeeQuantities(copies: counts[0], pages: counts[1], matters: counts[2]) : .one
    let quote = outcome.quote(quantities)
    #expect(quote.total.map { String(moneyText($0).dropLast(2)) } ?? "?" == example[8])
    let sums = quote.lines.map(\.calculation).filter { !$0.isEmpty }
    #expect((sums.isEmpty ? "-" : sums.joined(separator: " + ")) == example[9])
  }

  /// Each expected paper is one of the papers, and there are no others.
  private func expect(_ expected: [String], in papers: [String]) {
    #expect(expected.count == papers.count, "\(papers)")
    for name in expected {
      let found = papers.filter { name.hasSuffix("…") ? $0.hasPrefix(name.dropLast()) : $0 == name }
      #expect(found.count == 1, "\(name)")
    }
  }

  private func text(_ limit: TimeLimit) -> String {
    switch limit {
    case .sameDay: "same_day"
    case .workingDays(let count): "\(count) working_days"
    case .calendarDays(let count): "\(count) calendar_days"
    case .months(let count): "\(count) months"
    case .hours(let count): "\(count) hours"
    case .unknown: "?"
    }
  }
}
