import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// What a kept or undone reception gives back of its case.
@Suite struct ReceptionDraftCaseTests {
  private static let now = SampleOffice.morning
  private static let catalogue = Catalogue.starter

  /// A late birth: two questions answered, a reduction, and a mark on the last paper that applies, which is not the last
  /// paper of all.
  private static func late() throws -> ReceiveState {
    let version = try #require(catalogue.version(of: "1.001193", on: now.civilDate))
    var state = ReceiveState(procedure: version)
    state.form.set(try field(of: "han", in: state), "2")
    state.form.set(try #require(state.reductionField), "2")
    state.form.set(try #require(state.papers.last), "1")
    state.fill("owner", "Hồ Thị Kăn Tưm")
    #expect(state.papers.count < state.allPapers.count && state.reductionID != nil)
    return state
  }

  private static func field(of question: String, in state: ReceiveState) throws -> Field {
    let place = state.procedure?.rules.questions.firstIndex { $0.id == question }
    return state.allQuestions[try #require(place)]
  }

  @Test func aMarkStaysWithItsPaper() throws {
    let state = try Self.late()
    let back = ReceiveState(place: try #require(state.place), Self.catalogue, now: Self.now)
    #expect(back.components == state.components)
    #expect(back.reception == state.reception)
  }

  /// The third paper and the second answer are others by now.
  @Test func answersAndMarksOfAnotherVersionAreNotTaken() throws {
    var place = try #require(try Self.late().place)
    let version = try #require(place.fields.firstIndex { $0.key == "version" })
    place.fields[version].value = "0"
    let back = ReceiveState(place: place, Self.catalogue, now: Self.now)
    #expect(back.text("owner") == "Hồ Thị Kăn Tưm")
    #expect(back.answers["han"] == 1 && back.reductionID == nil)
    #expect(back.components.allSatisfy { $0.form == .missing })
    // As earlier versions of the program kept it.
    place.fields.remove(at: version)
    #expect(ReceiveState(place: place, Self.catalogue, now: Self.now).components == back.components)
  }

  /// A birth of 19/09/2026, to which the clerk answers herself if she does.
  private static func ofNewborn(answering answer: String? = nil, on now: Instant) throws -> ReceiveState {
    let version = try #require(catalogue.version(of: "1.001193", on: now.civilDate))
    var state = ReceiveState(procedure: version)
    state.today = now.civilDate
    state.fill("owner", "Hồ Thị Kăn Tưm")
    state.fill("birth", "19/09/2026")
    if let answer { state.form.set(try field(of: "han", in: state), answer) }
    return state
  }

  /// The sixtieth and the sixty-first day after the birth.
  private static let sixtieth = SampleOffice.moment("2026-11-18T16:50")
  private static let midnight = SampleOffice.moment("2026-11-19T00:01")

  /// What the program answered it answers anew; what the clerk answered stays, and what does not fit is said.
  @Test(arguments: Language.allCases) func aKeptAnswerIsThatOfTheDayOrOfTheClerk(language: Language) throws {
    for (answer, before, after) in [(nil, 1, 2), ("1", 1, 1), ("2", 2, 2)] as [(String?, Int, Int)] {
      let state = try Self.ofNewborn(answering: answer, on: Self.sixtieth)
      #expect(state.answers["han"] == before)
      #expect(state.reception.answers["han"] == answer.flatMap { Int($0) })
      let place = try #require(state.place)
      let sameDay = ReceiveState(place: place, Self.catalogue, now: Self.sixtieth)
      #expect(sameDay.answers == state.answers && sameDay.place == state.place)
      #expect(sameDay.contradictions(language).map(\.field.name) == (answer == "2" ? ["question"] : []))
      let nextDay = ReceiveState(place: place, Self.catalogue, now: Self.midnight)
      #expect(nextDay.answers["han"] == after)
      #expect(nextDay.outcome?.chosen?.id == (after == 1 ? "dung-han" : "qua-han"))
      #expect(nextDay.contradictions(language).map(\.field.name) == (answer == "1" ? ["question"] : []))
      // The other questions keep their places.
      #expect(nextDay.answers["uy-quyen"] == state.answers["uy-quyen"])
    }
  }

  /// The form stays open over midnight, and the next key issues the code.
  @Test func aFormThatIsOpenOverMidnightIsReceivedByTheNewDay() throws {
    for (answer, days, id) in [(nil, 0, "dung-han"), (nil, 1, "qua-han"), ("1", 1, "dung-han")]
      as [(String?, Int, String)]
    {
      var office = SampleOffice.busy(requiresPIN: false)
      // Nobody has to sign in again in the morning.
      office.snapshot.office.idleLockMinutes = 0
      var driver = TestDriver.signedIn(office: office)
      driver.press("<F2>")
      driver.type("1.001193")
      driver.press("<enter>")
      try driver.changeForm { form in
        form.fill("owner", "Hồ Thị Kăn Tưm")
        // Sixty days after it is this morning's day.
        form.fill("birth", "26/09/2026")
        if let answer { form.form.set(try Self.field(of: "han", in: form), answer) }
      }
      driver.now = driver.now.adding(minutes: days * 1440)
      driver.issue()
      if answer != nil {
        driver.expectSentence("Ngày sinh 26/09/2026 không khớp với câu trả lời")
        #expect((driver.app.top.screen as? ReceiveState)?.issued == nil)
        driver.now = driver.now.adding(minutes: 1)
        driver.issue()
      }
      let issued = try #require((driver.app.top.screen as? ReceiveState)?.issued)
      #expect(driver.office.dossier(issued.id)?.caseRecord.id == id)
    }
  }

  private static func undone(_ state: ReceiveState, _ record: CaseRecord) -> ReceiveState {
    let office = OfficeID(high: 1, low: 1)
    var reception = Reception(
      code: .office(agency: "000.19.45.H50", date: now.civilDate, number: 1),
      procedure: ProcedureReference(code: state.procedure?.code ?? "", name: ""), owner: Person(name: "Hồ Thị Kăn Tưm"),
      channel: .direct, components: state.components.filter(\.isPresent), receivedAt: now, appointment: nil,
      receivingOffice: office,
      decidingOffice: office)
    reception.caseRecord = record
    return ReceiveState(reception, catalogue, now: now)
  }

  /// Also if fewer papers were recorded than apply.
  @Test func whatIsUndoneComesBackWithItsCase() throws {
    let state = try Self.late()
    let reason = try #require(state.procedure?.rules.reductions[1].reason)
    let back = Self.undone(
      state, CaseRecord(id: "qua-han", answers: [.init(question: "han", number: 2)], reduction: reason))
    #expect(back.answers == state.answers)
    #expect(back.reductionID == state.reductionID)
    #expect(back.components == state.components)
  }

  /// The fee of one copy would be taken for that of thirty.
  @Test(arguments: Language.allCases) func whatWasCountedIsAskedForAgain(language: Language) throws {
    let version = try #require(Self.catalogue.version(of: "2.000815", on: Self.now.civilDate))
    let copies = ReceiveState(procedure: version)
    #expect(!copies.problems(language, now: Self.now).contains { $0.field == "copies-counted" })
    var back = Self.undone(copies, CaseRecord())
    #expect(back.problems(language, now: Self.now).map(\.field).contains("copies-counted"))
    for id in ["copies-counted", "pages-counted"] as [Field.ID] { back.fill(id, "30") }
    #expect(!back.problems(language, now: Self.now).contains { $0.field == "copies-counted" })
    #expect(back.quantities.copies == 30)
    back.fill("copies-counted", "0")
    #expect(back.problems(language, now: Self.now).contains { $0.field == "copies-counted" })
  }

  /// The fields are the same ones as long as nothing is answered, and others at once afterwards.
  @Test func whatIsRememberedFollowsTheAnswers() throws {
    var state = try Self.late()
    let before = state.components.map(\.name)
    let copy = state
    state.form.set(try Self.field(of: "uy-quyen", in: state), "1")
    #expect(state.components.map(\.name) == before + ["Văn bản ủy quyền"])
    #expect(copy.components.map(\.name) == before, "a copy of the form has its own answers")
  }
}

extension TestDriver {
  /// Fills in the open reception at once.
  fileprivate mutating func changeForm(_ change: (inout ReceiveState) throws -> Void) throws {
    var form = try #require(app.top.screen as? ReceiveState)
    try change(&form)
    app.top.screen = form
  }
}
