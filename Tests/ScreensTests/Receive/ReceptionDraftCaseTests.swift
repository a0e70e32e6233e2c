import DossierDomain
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
