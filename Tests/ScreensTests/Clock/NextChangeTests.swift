import DossierDomain
import Terminal
import Testing

@testable import Screens

/// The program sleeps until the moment that a screen names: nothing shown changes before it, and it never wakes for nothing.
@Suite struct NextChangeTests {
  @Test(arguments: [
    [], ["<esc>"], ["<esc>", "7", "<enter>"], ["<esc>", "<F3>"], ["<esc>", "n"], ["<F8>"], ["<esc>", "i"], [":"],
  ])
  func isTheMomentAtWhichTheScreenChanges(keys: [String]) {
    var driver = TestDriver(office: SampleOffice.busy(requiresPIN: false))
    driver.press("1")
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
    #expect(changes <= 11)
    driver.now = lock
    driver.send(.timePassed)
    #expect(driver.app.context == .signIn)
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
