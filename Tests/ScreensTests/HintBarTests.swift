import DossierDomain
import OfficeWork
import Testing

@testable import Screens
@testable import Terminal

/// Every key that the hint bar names does something: it changes the screen, says something, or has an effect.
@Suite struct HintBarTests {
  private typealias Place = CursorTests.Case
  private static let size = Size(columns: 80, rows: 24)

  /// Places beside those of the cursor's tests: nothing to choose, nothing found, and each standing of a dossier.
  private static let further: [CursorTests.Case] =
    [
      Place("look-up, nothing typed", .lookup, ["<F3>"]),
      Place("look-up, nothing found", .lookup, ["<F3>"], typing: "qqqq"),
      Place("look-up of one person", .lookup, ["<F3>"], typing: "kan tum"),
      Place("a dossier of the look-up", .detail, ["<F3>"], typing: "kan tum", then: ["<enter>"]),
      Place("reception, a procedure", .receive, ["n"], typing: "2.000815", then: ["<enter>"]),
      Place("issued", .receive) { size in
        var driver = TestDriver.signedIn(size: size)
        driver.press("n")
        driver.type("2.000815")
        driver.press("<enter>")
        driver.type("Hồ Văn Chuôn")
        driver.issue()
        return driver
      },
      Place("marks", .queue, [" ", " "]),
      Place("no procedure changed", .procedureNews, ["~"]),
      Place("no appointment moves", .appointments, ["h", "!"]),
      Place("nothing to undo", .undoList) { size in
        var driver = TestDriver(office: SampleOffice.busy(requiresPIN: false), size: size)
        driver.press("2")
        if driver.app.context == .dayStart { driver.press("<esc>") }
        driver.press("<C-u>")
        return driver
      },
      Place("nobody may sign in", .signIn) { size in
        var office = SampleOffice.busy()
        office.snapshot.isEnrolled = true
        office.snapshot.machineClerks = .only([])
        return TestDriver(office: office, size: size)
      },
      Place("read-only", .queue) { size in
        var office = SampleOffice.busy(requiresPIN: false)
        office.snapshot.lookingOn = .anotherWindowWrites
        return TestDriver.signedIn(office: office, size: size)
      },
    ]
    + (1...9).map { Place("view \($0)", .queue, ["\($0)"]) }
    + DetailState.Tab.allCases.map { Place("tab \($0.rawValue)", .detail, ["<home>", "<enter>", "\($0.rawValue)"]) }
    + [DossierStatus.registered, .received, .inProgress, .supplementRequested, .completed].map { status in
      Place("a dossier that is \(status)", .detail) { size in
        var driver = TestDriver.signedIn(office: office(), size: size)
        guard let row = driver.office.rows(driver.app.session.viewer).first(where: { $0.status == status }) else {
          Issue.record("no dossier is \(status)")
          return driver
        }
        driver.run(driver.app.open(DetailState(id: row.id), now: driver.now))
        return driver
      }
    }

  /// An office with a dossier of each of these standings.
  private static func office() -> MemoryOffice {
    var office = SampleOffice.enrolled()
    office.submitOnline(DossierID(high: 8, low: 1234), owner: "Hồ Thị Mơ", at: SampleOffice.morning)
    _ = office.perform(
      Act(dossier: SampleOffice.id(3), commands: [.complete(DossierResult(approved: true, title: "Giấy"))]),
      SampleOffice.lan.id, SampleOffice.morning)
    _ = office.perform(
      Act(
        dossier: SampleOffice.id(6),
        commands: [.handOver(step: .decision, to: SampleOffice.lan.id)]), SampleOffice.lan.id,
      SampleOffice.morning)
    return office
  }

  /// The keys as they are drawn, each with the key that it means.
  private static func keys(_ driver: TestDriver) -> [(label: String, key: Key?)] {
    let screen = driver.screen
    let labels = (driver.size.rows - 2..<driver.size.rows).flatMap { row in
      screen.runs(in: row).filter { $0.style.role == .key }.map { run in
        String(String.UnicodeScalarView(run.scalars.compactMap(Unicode.Scalar.init)))
      }
    }
    let known = CommandRegistry.standard.commands(in: driver.app.context).flatMap(\.keys)
    return labels.map { label in (label, known.first { $0.label == label }) }
  }

  private static func doesSomething(_ key: Key, _ driver: TestDriver) -> Bool {
    var driver = driver
    // A message that is said again is something too.
    driver.app.session.message = nil
    let before = driver.text
    let effects = driver.app.update(.key(key), now: driver.now)
    return driver.text != before || effects.contains { if case .keep(.seat) = $0 { false } else { true } }
  }

  @Test(arguments: CursorTests.cases + further, Language.allCases)
  func everyKeyOfTheHintBarDoesSomething(place: CursorTests.Case, language: Language) throws {
    var driver = place.arrive(Self.size)
    #expect(driver.app.context == place.context, "\(driver.text)")
    driver.app.session.language = language
    // A key that bounces is ignored in some places.
    driver.now = Instant(milliseconds: driver.now.milliseconds + 5000)
    guard driver.app.top.overlay == nil, !driver.app.top.screen.isAsking else { return }
    let keys = Self.keys(driver)
    #expect(!keys.isEmpty, "\(driver.text)")
    for (label, key) in keys {
      let key = try #require(key, "no command has the key \(label):\n\(driver.text)")
      #expect(Self.doesSomething(key, driver), "\(label) does nothing:\n\(driver.text)")
    }
  }

  /// Below a question the keys of the screen do nothing, so they are not named.
  @Test func aQuestionNamesItsKeysItself() {
    var driver = TestDriver.signedIn()
    driver.press("7")
    #expect(!Self.keys(driver).isEmpty)
    driver.press("c")
    #expect(driver.app.top.overlay != nil && Self.keys(driver).isEmpty, "\(driver.text)")
    driver.press("<esc>", "n")
    driver.type("1.000894")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<F2>")
    #expect(driver.app.top.screen.isAsking && Self.keys(driver).isEmpty, "\(driver.text)")
  }
}
