import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The program sleeps until the time that a screen returns: nothing shown changes before it, and the program never
/// wakes up without need.
@Suite struct NextChangeTests {
  @Test(arguments: [
    (["<esc>", "<f12>"], true), ([], true), (["<esc>"], true), (["<esc>", "7", "<enter>"], false),
    (["<esc>", "<F3>"], false), (["<esc>", "n"], true), (["<F8>"], true), (["<esc>", "i"], true), ([":"], true),
    (["<F6>"], true), ([":", "o", "u", "t", "b", "o", "x", "<enter>"], true),
  ])
  func isTheMomentAtWhichTheScreenChanges(keys: [String], showsClock: Bool) {
    var driver = TestDriver(office: SampleOffice.enrolled())
    driver.press("1")
    if driver.app.context == .signIn { driver.type("2468") }
    if driver.app.context == .signIn { driver.press("<enter>") }
    for key in keys { driver.press(key) }
    let lock = driver.now.adding(minutes: driver.app.session.office.office.idleLockMinutes)
    var changes = 0
    while let next = driver.app.nextChange(after: driver.now), next < lock {
      let shown = driver.screen
      driver.now = Instant(milliseconds: next.milliseconds - 1)
      #expect(driver.screen.lines == shown.lines, "before \(next.clockAndDate)")
      driver.now = next
      #expect(driver.screen.lines != shown.lines, "at \(next.clockAndDate)")
      changes += 1
    }
    #expect(showsClock ? changes > 8 : changes == 0)
    let shown = driver.screen
    driver.now = Instant(milliseconds: lock.milliseconds - 1)
    #expect(driver.screen.lines == shown.lines)
    driver.now = lock
    driver.send(.timePassed)
    #expect(driver.app.context == .signIn)
  }

  /// A machine that was suspended could not lock in time.
  @Test func aKeyAfterTheIdleTimeLocks() {
    var driver = TestDriver.signedIn()
    driver.expect("Kăn Tưm")
    driver.now = driver.now.adding(minutes: 600)
    driver.press("<down>")
    #expect(driver.app.context == .signIn)
    driver.expectNot("Kăn Tưm")
  }

  @Test func theWordsOfADossierTurnAtItsAppointmentAndAtMidnight() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.office.idleLockMinutes = 0
    var driver = TestDriver(office: office)
    driver.press("1", "<esc>", "7", "<enter>")
    var words: [String] = []
    for _ in 0..<6 {
      guard let next = driver.app.nextChange(after: driver.now) else { break }
      let shown = driver.screen
      driver.now = Instant(milliseconds: next.milliseconds - 1)
      #expect(driver.screen.lines == shown.lines, "before \(next.clockAndDate)")
      driver.now = next
      words.append(driver.screen.lines[3])
    }
    #expect(words.count == 6)
    #expect(Set(words).count > 3, "\(words)")
  }
}
