import DossierDomain
import Terminal
import Testing

@testable import Screens

/// Every verb with every path through its questions.
@Suite struct VerbTests {
  private static let now = SampleOffice.morning
  private static let given = Contents.given(.paper, 2).appending(.clerk, SampleOffice.moi.id)
    .appending(.firstDay, now.civilDate).appending(.dossier, SampleOffice.id(0))
    .appending(.blanks, [DossierCode("000.19.45.H50-261124-0021", origin: .office)])
  /// A question for a text is answered with the first of these that its field accepts.
  private static let texts = ["giấy chứng sinh; tờ khai", "8.000", "02/12/2026", "3", "7:00-11:30"]

  private static let session: Session = {
    var session = Session(
      office: SampleOffice.snapshot(requiresPIN: false), language: .vi, isPlain: false,
      size: Size(columns: 80, rows: 24), now: SampleOffice.morning)
    session.clerk = SampleOffice.lan
    return session
  }()

  /// A path through the questions of a verb, with the questions asked.
  private struct Way: CustomTestStringConvertible {
    var verb: String
    var answers: Contents
    var asked: [Field] = []

    var testDescription: String { verb + answers.fields.map { " \($0.key)=\($0.value)" }.joined() }
  }

  private static func walk(_ verb: Verb, _ way: Way) -> [Way] {
    guard let field = verb.question(Questions(answers: way.answers, session: session, now: now)) else { return [way] }
    let answers = field.options?.map(\.value) ?? texts.filter { field.check($0, .vi) == nil }.prefix(1).map { $0 }
    return answers.flatMap { answer in
      walk(
        verb, Way(verb: verb.name, answers: way.answers.appending(field.id, answer), asked: way.asked + [field]))
    }
  }

  private static let ways = Verb.all.flatMap { walk($0, Way(verb: $0.name, answers: given)) }

  private static func isEqual(_ one: any Equatable & Sendable, _ other: any Equatable & Sendable) -> Bool {
    func equals<Value: Equatable>(_ value: Value) -> Bool { other as? Value == value }
    return equals(one)
  }

  private static func prepared(_ verb: Verb, _ answers: Contents) throws -> Verb.Prepared {
    try verb.prepare(Questions(answers: answers, session: session, now: now))
  }

  @Test func everyVerbCanBeAnswered() {
    #expect(Set(Self.ways.map(\.verb)) == Set(Verb.all.map(\.name)))
    #expect(Set(Verb.all.map(\.name)).count == Verb.all.count)
    #expect(Self.ways.count > 60)
  }

  @Test func everyQuestionHasAnIdOfItsOwn() {
    for way in Self.ways { #expect(Set(way.answers.entries.map(\.id)).count == way.answers.entries.count, "\(way)") }
  }

  @Test func everyTypedAnswerSurvivesItsDraft() throws {
    for way in Self.ways {
      let verb = try #require(Verb.named(way.verb))
      let kept = SeatState(drafts: [Place(name: verb.name, fields: way.answers.fields)])
      let back = try #require(SeatState(encoded: kept.encoded)?.drafts.first)
      let (before, after) = (try Self.prepared(verb, way.answers), try Self.prepared(verb, Contents(back.fields)))
      #expect(Self.isEqual(before.answer, after.answer), "\(way.testDescription)")
      #expect(before.isRepeatable == after.isRepeatable)
    }
  }

  /// Two paths never have the same result, so no answer is lost between the question and the command.
  @Test func everyOptionMakesADifference() throws {
    for verb in Verb.all where verb.name != Verb.end.name {
      let answers = try Self.ways.filter { $0.verb == verb.name }.map { try Self.prepared(verb, $0.answers).answer }
      for (index, answer) in answers.enumerated() {
        #expect(!answers[(index + 1)...].contains { Self.isEqual(answer, $0) }, "\(verb.name): \(answer)")
      }
    }
  }

  @Test func whatCannotBeReadIsAskedAgain() throws {
    let verb = Verb.extend
    let late = Contents().appending("day", "02/12/2026").appending("reason", "thiếu chữ ký")
    let questions = Questions(answers: late, session: Self.session, now: Self.now.adding(minutes: 60 * 24 * 30))
    #expect(verb.question(questions)?.id == "day")
    let prompt = try #require(
      ActionPrompt(verb, [], late, draft: Contents(), questions.session, questions.now))
    #expect(prompt.answers == Contents())
    #expect(prompt.input == "02/12/2026")
  }

  @Test func aDraftOfAnEarlierVersionIsNoAnswer() throws {
    let old = Contents([Place.Field("answer", "yes"), Place.Field("answer", "12/GXN")])
    for verb in Verb.all {
      let prompt = ActionPrompt(verb, [], Self.given, draft: old, Self.session, Self.now)
      #expect(prompt?.answers ?? Self.given == Self.given)
      #expect(prompt.map { $0.input.isEmpty } ?? true, "\(verb.name)")
    }
  }
}

/// Esc at any question of any verb, and the return to it.
@Suite struct LeavingPromptTests {
  private static let given = Contents.given(.paper, 2).appending(.clerk, SampleOffice.moi.id)
    .appending(.firstDay, SampleOffice.morning.civilDate).appending(.dossier, SampleOffice.id(0))

  private static func prompt(_ driver: TestDriver) -> ActionPrompt? {
    driver.app.top.overlay as? ActionPrompt
  }

  private static func question(_ driver: TestDriver) -> Field? {
    prompt(driver)?.question(driver.app.session, driver.now)
  }

  private static func begin(_ verb: Verb, _ driver: inout TestDriver) {
    let effects = driver.app.begin(verb, answers: given, now: driver.now)
    driver.run(effects)
  }

  /// Types a valid answer, or takes the first option.
  private static func answer(_ driver: inout TestDriver) {
    guard let field = question(driver) else { return }
    if field.options == nil, !(prompt(driver)?.prompt.isProposal ?? false) {
      for text in ["lời đã gõ", "8.000", "02/12/2026", "3"] where field.check(text, .vi) == nil {
        driver.type(text)
        break
      }
    }
  }

  /// The driver at the question with this number; nil if there are fewer questions.
  private static func walk(_ verb: Verb, to number: Int) -> TestDriver? {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>")
    begin(verb, &driver)
    for _ in 0..<number {
      guard question(driver) != nil else { return nil }
      answer(&driver)
      driver.press("<enter>")
    }
    return question(driver) == nil ? nil : driver
  }

  @Test(arguments: Verb.all.map(\.name))
  func escapeKeepsWhatWasTyped(name: String) throws {
    let verb = try #require(Verb.named(name))
    var number = 0
    while var driver = Self.walk(verb, to: number) {
      Self.answer(&driver)
      let left = try #require(Self.prompt(driver))
      let entries = driver.office.entries
      driver.press("<esc>")
      #expect(Self.prompt(driver) == nil)
      #expect(driver.office.entries == entries)
      driver.restart()
      driver.press("1", "7", "<home>")
      Self.begin(verb, &driver)
      for _ in 0..<number { driver.press("<enter>") }
      let back = try #require(Self.prompt(driver), "\(name) \(number)")
      #expect(back.answers == left.answers, "\(name) \(number)")
      #expect(back.input == left.input, "\(name) \(number)")
      number += 1
    }
  }
}
