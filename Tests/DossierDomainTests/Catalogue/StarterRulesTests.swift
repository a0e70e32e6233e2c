import ReferenceData
import Testing

@testable import DossierDomain

/// The rules of the starter catalogue.
@Suite struct StarterRulesTests {
  static let versions = StarterRules.codes.compactMap { Catalogue.starter.version(of: $0) }

  /// A row that nobody can read would be a paper that nobody asks for.
  @Test func everyRowIsRead() throws {
    #expect(StarterRules.codes.count == 55)
    for code in StarterRules.codes {
      let text = try #require(StarterRules.rows(of: code))
      let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      let rules = StarterCatalogue.rules(of: code)
      let count =
        rules.questions.count + rules.cases.count + rules.papers.count + rules.fees.count + rules.reductions.count
        + rules.limits.count + rules.results.count + rules.law.count + rules.questions.count { $0.derivation != nil }
      #expect(count == rows.count, "\(code)")
      #expect(!rules.papers.isEmpty && !rules.fees.isEmpty, "\(code)")
      for row in rows {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(cells.allSatisfy { !$0.isEmpty && $0.first != " " && $0.last != " " }, "\(code): \(row)")
        #expect(Self.isSpelt(cells), "\(code): \(row)")
      }
    }
  }

  /// What is not one of the known words would be read as unknown.
  private static func isSpelt(_ cells: [Substring]) -> Bool {
    let words = cells.map { $0.split(separator: " ") }
    func isLimit(_ text: Substring) -> Bool {
      text == "?" || text == "same_day" || text.hasSuffix(" working_days") || text.hasSuffix(" calendar_days")
    }
    switch cells[0] {
    case "question": return cells.count >= 6 && (cells[3] == "-" || Int(cells[3]) != nil)
    case "birth": return cells.count == 4 && Int(cells[2]) != nil && Int(cells[3]) != nil
    case "case": return cells.count == 4
    case "paper":
      return cells.count >= 6 && (cells[2] == "required" || words[2].first == "one_of" && words[2].count == 2)
        && ["original", "certified", "copy", "shown", "electronic", "lookup", "?"].contains(cells[4])
        && (cells[5] == "?" || Int(cells[5]) != nil)
    case "fee":
      return cells.count == 5 && ["fee", "charge", "?"].contains(cells[2])
        && ["fixed", "each", "pages", "?"].contains(words[4][0])
    case "reduction": return cells.count == 6 && Int(cells[4]) != nil
    case "limit":
      return cells.count >= 4 && (cells[2] == "-" || isLimit(cells[2]))
        && cells[3...].allSatisfy { isLimit($0.split(separator: "=").last ?? "") }
    case "result":
      return (6...7).contains(cells.count) && ["paper", "electronic", "no_paper", "?"].contains(cells[2])
        && (cells[5] == "?" || cells[5] == "unlimited" || cells[5].hasSuffix(" months"))
    case "law": return (2...5).contains(cells.count) && cells[1] != "-" && cells.last != "-"
    default: return false
    }
  }

  @Test(arguments: versions) func itIsValid(version: ProcedureVersion) throws {
    #expect(try version.checked().rules != .none)
  }

  /// What no source shows is not said: the police's procedures, petitions, and what only a portal list names.
  @Test func whatItGivesAndRestsOnIsSaidWhereItWasSeen() throws {
    let rules = Self.versions.map(\.rules)
    #expect(rules.count { !$0.results.isEmpty } == 42 && rules.count { !$0.law.isEmpty } == 43)
    #expect(rules.flatMap(\.results).count == 50 && rules.flatMap(\.law).count == 224)
    #expect(rules.flatMap(\.results).count { !$0.portalCode.isEmpty } == 14)
    #expect(rules.allSatisfy { Set($0.results).count == $0.results.count && Set($0.law).count == $0.law.count })

    let birth = try #require(Catalogue.starter.version(of: "1.001193")).rules
    #expect(birth.results == [ResultRule(name: "Giấy khai sinh", kind: .known(.paper), portalCode: "KQ.G15.000031")])
    #expect(birth.law.first == LegalText(number: "60/2014/QH13", title: "Luật Hộ tịch", article: "Điều 16"))
    let status = try #require(Catalogue.starter.version(of: "1.004873")).rules
    #expect(status.results.map(\.validity) == [.known(.months(6))] && status.results.map(\.kind) == [.unknown])
    let residence = try #require(Catalogue.starter.version(of: "1.004222")).rules
    #expect(residence.results.isEmpty && residence.law.isEmpty)
  }

  /// A legal basis is recorded up to a length, and half of a text would be another one.
  @Test func ofALongBasisWholeTextsAreProposed() {
    let law = [LegalText(number: "60/2014/QH13", title: "Luật Hộ tịch"), LegalText(number: "123/2015/NĐ-CP")]
    #expect(law.text(within: 500) == "Luật Hộ tịch 60/2014/QH13; 123/2015/NĐ-CP")
    #expect(law.text(within: 40) == "Luật Hộ tịch 60/2014/QH13" && law.text(within: 10).isEmpty)
  }

  /// A result that depends on the case is one of the cases it was seen for.
  @Test(arguments: versions) func inEachCaseAResultIsSaidAtMostOnce(version: ProcedureVersion) {
    for answers in Self.answers(of: version) {
      let outcome = version.outcome(answers)
      #expect(Set(outcome.results.map(\.name)).count == outcome.results.count, "\(version.code)")
    }
  }

  @Test(arguments: versions) func everyCombinationOfAnswersIsComplete(version: ProcedureVersion) {
    var cases: Set<String> = []
    for answers in Self.answers(of: version) {
      let outcome = version.outcome(answers)
      #expect(outcome.open.isEmpty, "\(version.code)")
      if let chosen = outcome.chosen { cases.insert(chosen.id) }
      #expect(!outcome.fees.isEmpty, "without an item the fee would be 0: \(version.code) \(answers)")
      #expect(outcome.limit != nil, "\(version.code)")
      #expect(Set(outcome.paperPlaces).count == outcome.papers.count)
      let needed = outcome.papers.map { Component(number: 1, name: $0.name, need: $0.needInDossier) }.filter(
        \.isMissing)
      let handedIn = outcome.papers.count { ![.shown, .lookedUp].contains($0.needInDossier) }
      #expect(needed.count == handedIn, "a paper that has to be handed in is missing until it comes: \(version.code)")
      var group: [String: Int] = [:]
      for case .oneOf(let name) in outcome.papers.map(\.need) { group[name, default: 0] += 1 }
      #expect(group.values.allSatisfy { $0 > 1 }, "\(version.code)")
    }
    #expect(cases == Set(version.rules.cases.map(\.id)))
  }

  @Test(arguments: versions) func aFeeNeverFallsWithMoreCopies(version: ProcedureVersion) {
    for answers in Self.answers(of: version) {
      let outcome = version.outcome(answers)
      let totals = [0, 1, 2, 30].map { outcome.quote(FeeQuantities(copies: $0, pages: 3, matters: 1)).total ?? 0 }
      #expect(totals == totals.sorted(), "\(version.code)")
      for reduction in outcome.reductions {
        let reduced = outcome.quote(.one, reducedBy: reduction.id).total
        #expect(reduced == 0, "\(version.code) \(reduction.id)")
      }
    }
  }

  /// Each case can be reached by answering only what is asked.
  @Test(arguments: versions) func everyCaseHasAWayThroughItsQuestions(version: ProcedureVersion) {
    var reached: Set<String> = []
    var ways = [CaseAnswers(channel: .direct)]
    while let answers = ways.popLast() {
      let outcome = version.outcome(answers)
      guard let question = outcome.open.first else {
        if let chosen = outcome.chosen { reached.insert(chosen.id) }
        continue
      }
      for number in 1...question.answers.count {
        var next = answers
        next[question.id] = number
        ways.append(next)
      }
    }
    #expect(reached == Set(version.rules.cases.map(\.id)))
  }

  /// A reception is no interrogation.
  @Test(arguments: versions) func fewQuestionsAreAsked(version: ProcedureVersion) {
    for answers in Self.answers(of: version) {
      #expect(version.questions(under: answers).count <= 5, "\(version.code)")
    }
    let usual = CaseAnswers(channel: .direct).withUsual(of: version)
    #expect(version.questions(under: usual).count <= 5, "\(version.code)")
  }

  /// The frequent procedures are received without a word about their case.
  @Test(arguments: ["1.001193", "1.000656", "1.000894", "1.004873", "2.000635", "2.000815", "2.000884", "2.001035"])
  func theOrdinaryCaseNeedsNoAnswer(code: String) throws {
    let version = try #require(Catalogue.starter.version(of: code))
    for channel in Channel.allCases {
      let answers = CaseAnswers(channel: channel).withUsual(of: version)
      #expect(version.outcome(answers).open.isEmpty)
    }
  }

  /// Nobody guesses who gets which allowance, or whether a foreign paper must be legalised.
  @Test func whereThereIsNoOrdinaryCaseTheClerkIsAsked() throws {
    let allowance = try #require(Catalogue.starter.version(of: "1.001776"))
    let none = CaseAnswers(channel: .direct)
    #expect(allowance.outcome(none.withUsual(of: allowance)).open.map(\.id) == ["truong-hop"])
    let copies = try #require(Catalogue.starter.version(of: "2.000815"))
    var foreign = none
    foreign["ban-chinh"] = 2
    #expect(copies.outcome(foreign.withUsual(of: copies)).open.map(\.id) == ["mien-hop-phap-hoa"])
    #expect(foreign.withUsual(of: copies)["nhieu"] == 2)
  }

  @Test func theSameQuestionHasTheSameWords() {
    let shared = ["uy-quyen", "noi-cu-tru", "dinh-danh", "can-bo"]
    for id in shared {
      let questions = Self.versions.flatMap(\.rules.questions).filter { $0.id == id }
      #expect(questions.count > 1 && Set(questions).count == 1, "\(id)")
    }
  }

  @Test func aProcedureWithoutRulesStaysARow() throws {
    let version = try #require(Catalogue.starter.version(of: "1.004837"))
    #expect(version.rules == .none && !version.canonicalText.contains("\npaper"))
    #expect(StarterCatalogue.rules(of: "9.999999") == .none)
  }

  /// What an office decided about a procedure takes the place of the starter's version, with its rules.
  @Test func aDecidedVersionHasOnlyItsOwnRules() throws {
    let starter = try #require(Catalogue.starter.version(of: "1.001193"))
    var row = starter
    row.rules = .none
    let decided = Catalogue(changes: [row])
    #expect(decided.version(of: "1.001193") == row)
    #expect(decided.versions.filter { $0.code == "1.001193" } == [row])
    #expect(Catalogue.version(of: "1.001193", decided: [row], on: Catalogue.day) == row)
    #expect(Catalogue.version(of: "1.001193", decided: [], on: Catalogue.day) == starter)
    #expect(Catalogue.starter.versions.first { $0.code == "1.001193" } == starter)
    #expect(Catalogue.starter.find("1.001193").first?.version == starter)
  }

  /// Every answer to every question, through every channel.
  static func answers(of version: ProcedureVersion) -> [CaseAnswers] {
    var all = Channel.allCases.map { CaseAnswers(channel: $0) }
    for question in version.rules.questions {
      all = all.flatMap { answers in
        (1...question.answers.count).map { number in
          var answers = answers
          answers[question.id] = number
          return answers
        }
      }
    }
    return all
  }
}
