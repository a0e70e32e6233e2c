import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct ReceptionFieldTests {
  private static let now = SampleOffice.morning
  private static let catalogue = Catalogue.starter

  /// A form in which every field differs from an empty one.
  private static func filled() throws -> ReceiveState {
    let version = try #require(catalogue.version(of: "1.004873", on: now.civilDate))
    var state = ReceiveState(procedure: version)
    state.decidingUnit = AdministrativeUnits.quangTri.find("huong", limit: 40).first { $0.era == .twoLevels }
    for (index, field) in (ReceptionField.all.map(\.field) + state.fields.filter { $0.id.name == "form" }).enumerated()
    where field.id != "search" {
      state.form.set(field, field.options?.last?.value ?? "\(index + 2)")
    }
    state.today = now.civilDate
    state.form.set(try #require(ReceptionField.named("blank-time")).field, "08:05 25/11")
    return state
  }

  /// What most receptions do not need costs them no key: it stands behind what they end with.
  @Test func anOrdinaryReceptionGoesThroughTheRowsThatItNeeds() throws {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.go(to: "owner")
    var passed: [String] = []
    while let form = driver.app.top.screen as? ReceiveState, form.form.focus != "summary", passed.count < 40 {
      if form.form.focus.name != "form" { passed.append(form.form.focus.name) }
      driver.press("<tab>")
    }
    #expect(
      passed == [
        "owner", "number", "birth", "sex", "phone", "address", "applicant", "reduction", "delivery", "copies", "office",
      ])
    driver.press("<tab>")
    #expect((driver.app.top.screen as? ReceiveState)?.form.focus == "delivery-place")
  }

  @Test func noTwoFieldsShareAName() {
    let names = ReceptionField.all.map(\.field.id.name)
    #expect(Set(names).count == names.count)
    // Names of the other values in a draft.
    #expect(Set(names).isDisjoint(with: ["procedure", "unit", "form", "counts", "applicant-filled"]))
  }

  @Test func everyFieldComesBackFromItsDraft() throws {
    let state = try Self.filled()
    #expect(state.decidingUnit != nil)
    #expect(state.components.contains { $0.form == .notApplicable })
    let kept = SeatState(screens: [try #require(state.place)])
    let place = try #require(SeatState(encoded: kept.encoded)?.screens.first)
    let back = ReceiveState(place: place, Self.catalogue, now: Self.now)
    #expect(back.reception == state.reception)
    #expect(back.place == state.place)
    #expect(!back.isEmpty && !back.isBare)
  }

  /// A field whose value is never used would mislead the clerk who fills it in. The code of another system is a command
  /// of its own in the same act, and why it is received here is asked where the rules name other offices only.
  @Test(
    arguments: ReceptionField.all.map(\.field.id.name).filter {
      !["search", "office", "other-code", "reason-here"].contains($0)
    })
  func everyFieldBecomesPartOfTheReception(name: String) throws {
    let field = try #require(ReceptionField.named(Field.ID(name))).field
    let state = try Self.filled()
    var without = state
    without.form.set(field, Form(focus: field.id).text(field))
    #expect(without.reception != state.reception)
  }

  @Test func onlyWhatIsTypedOrChosenMakesItMoreThanBare() throws {
    let version = try #require(Self.catalogue.version(of: "1.004873", on: Self.now.civilDate))
    let bare = ReceiveState(procedure: version)
    #expect(bare.isBare && !bare.isEmpty)
    #expect(ReceiveState().isEmpty)
    for field in bare.fields where field.id != "search" {
      var state = bare
      state.form.set(field, field.options?.last { $0.value != bare.form.text(field) }?.value ?? "7")
      #expect(!state.isBare, "\(field.id)")
    }
  }

  /// The form as an earlier version stored it: the lines of a seat with this form alone, each as an answer.
  @Test func aDraftOfAnEarlierVersionIsFilledInAgain() throws {
    var driver = TestDriver.signedIn()
    let place = try #require(try Self.filled().place)
    let lines = String(decoding: SeatState(screens: [place]).encoded, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    driver.app.session.promptDrafts["receive"] = Contents(lines.map { Place.Field("answer", String($0)) })
    driver.press("n", "<enter>")
    #expect((driver.app.top.screen as? ReceiveState)?.place == place)
  }

  @Test func aDraftThatCannotBeReadIsAnEmptyForm() {
    var driver = TestDriver.signedIn()
    driver.app.session.promptDrafts["receive"] = Contents([Place.Field("answer", "?"), Place.Field("form", "9")])
    driver.press("n", "<enter>")
    #expect((driver.app.top.screen as? ReceiveState)?.isEmpty == true)
  }
}
