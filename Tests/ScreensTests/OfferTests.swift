import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Hint bar, palette and help offer the commands that the rules allow this clerk on this dossier.
@Suite struct OfferTests {
  /// In the list of all dossiers, signed in as one of the clerks of the sample office.
  private static func signedIn(as key: String, _ office: MemoryOffice) -> TestDriver {
    var driver = TestDriver(office: office)
    driver.press(key)
    if driver.app.context == .dayStart { driver.press("<esc>") }
    driver.press("7", "<home>")
    return driver
  }

  private static func reason(_ id: String, _ driver: TestDriver) -> String? {
    CommandRegistry.standard.commands(in: driver.app.context).first { $0.id == id }?.reasonAgainst(driver.app)
  }

  @Test func whatHerRolesDoNotAllowIsSaidAndNotHinted() {
    let driver = Self.signedIn(as: "3", SampleOffice.busy(requiresPIN: false))
    #expect(driver.app.session.clerk == SampleOffice.moi)
    let denial = Denial.roleMissing([.specialist, .signingLeader, .headOfDesk])
    #expect(Self.reason("result", driver) == denial.wording(.vi))
    driver.expectNot("X Kết quả")
    var head = Self.signedIn(as: "1", SampleOffice.busy(requiresPIN: false))
    #expect(Self.reason("result", head) == nil)
    head.expect("X Kết quả")
    head.press("<f1>")
    head.expectNot(denial.wording(.vi))
  }

  @Test func aConfidentialDossierOffersNothingToOthers() {
    var office = SampleOffice.busy(requiresPIN: false)
    let id = DossierID(high: 8, low: 8)
    let form = ReceptionForm(procedureCode: "2.002396", owner: Person(name: "Hồ Thị Mơ"), components: [])
    _ = office.perform(
      Act(dossier: id, commands: [.receive(form)]), SampleOffice.lan.id, SampleOffice.moment("2026-11-17T08:00"))
    #expect(office.dossier(id)?.isConfidential == true)
    var driver = Self.signedIn(as: "2", office)
    let denial = Denial.confidential.wording(.vi)
    for verb in Verb.all where !verb.rules.isEmpty {
      guard let dossier = office.dossier(id) else { return }
      #expect(
        verb.denial(on: dossier.standing(at: SampleOffice.morning), by: SampleOffice.dat)?.wording(.vi) == denial,
        "\(verb.name)")
      #expect(
        verb.denial(on: dossier.standing(at: SampleOffice.morning), by: SampleOffice.lan) != .confidential,
        "\(verb.name)")
    }
    driver.press("0")
    driver.type(String(office.dossier(id)?.code.text.suffix(4) ?? ""))
    driver.press("<enter>")
    #expect(Self.reason("note", driver) == denial)
  }

  /// The verbs about dossiers name the rules of all commands that they may send. An assertion in `App.perform` checks
  /// it.
  @Test func everyVerbAboutDossiersHasItsRules() {
    let aboutTheOffice: Set<String> = [
      Verb.setAbsence.name, Verb.clearAbsence.name, Verb.reassign.name, Verb.openingDay.name,
      Verb.numbers.name, Verb.printBlanks.name, Verb.strikeBlanks.name,
    ]
    for verb in Verb.all { #expect(verb.rules.isEmpty == aboutTheOffice.contains(verb.name), "\(verb.name)") }
  }

  /// A pause does not begin after the appointment, so it is not offered: before, the reason was said only after the
  /// papers had been typed.
  @Test func whatStopsTheClockIsNotOfferedAfterTheAppointment() {
    var driver = Self.signedIn(as: "1", SampleOffice.busy(requiresPIN: false))
    driver.press("3")
    guard let due = driver.app.top.screen.targets.first?.dueAt else {
      Issue.record("no dossier with an appointment")
      return
    }
    driver.now = due
    driver.send(.timePassed)
    #expect(Self.reason("supplement", driver) == nil)
    driver.now = due.adding(minutes: 1)
    driver.send(.timePassed)
    #expect(Self.reason("supplement", driver) == Denial.overdueAlready(since: due).wording(.vi))
    #expect(Self.reason("fee", driver) == nil)
    #expect(Self.reason("extend", driver) == nil)
  }

  /// D offers what the rules allow, so that no reason is typed in vain, and first what is meant most often.
  @Test func theWaysToEndFollowTheStandingOfTheDossier() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.submitOnline(DossierID(high: 8, low: 8), owner: "Hồ Thị Mơ", at: SampleOffice.morning)
    var driver = Self.signedIn(as: "1", office)
    driver.press("3", "<home>", "d")
    driver.expect("▶ 1 công dân rút hồ sơ")
    driver.expect("2 dừng giải quyết (mẫu 05)")
    driver.expect("3 hủy vì nhập nhầm")
    driver.expectNot("từ chối tiếp nhận (mẫu 03)")
    driver.press("<esc>", "2", "<home>", "d")
    driver.expect("▶ 1 từ chối tiếp nhận (mẫu 03)")
    driver.expect("2 công dân rút hồ sơ")
    driver.expectNot("dừng giải quyết (mẫu 05)")
    // Whoever may not void it is not offered that either.
    driver = Self.signedIn(as: "2", SampleOffice.busy(requiresPIN: false))
    driver.press("3", "<home>", "d")
    driver.expect("2 dừng giải quyết (mẫu 05)")
    driver.expectNot("hủy vì nhập nhầm")
  }

  /// A row of a list must give the same answers as its dossier.
  @Test func aRowStandsAsItsDossier() {
    let office = SampleOffice.busy(requiresPIN: false)
    #expect(!office.entries.isEmpty)
    for id in office.entries.keys {
      guard let dossier = office.dossier(id) else { continue }
      #expect(
        QueueRow(dossier, delivery: .recorded).standing(at: SampleOffice.morning)
          == dossier.standing(at: SampleOffice.morning))
    }
  }
}
