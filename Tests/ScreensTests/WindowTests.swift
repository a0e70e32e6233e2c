import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The list is a window over pages that are read by key.
@Suite struct WindowTests {
  /// 180 dossiers received in three days.
  static func crowded() -> MemoryOffice {
    var office = MemoryOffice(snapshot: SampleOffice.snapshot(requiresPIN: false))
    for index in 0..<180 {
      let form = ReceptionForm(
        procedureCode: index.isMultiple(of: 2) ? "1.004873" : "1.004884", owner: Person(name: "Người thứ \(index)"),
        components: [])
      _ = office.perform(
        Act(dossier: SampleOffice.id(index), commands: [.receive(form)]), SampleOffice.lan.id,
        SampleOffice.moment("2026-11-24T08:00").adding(minutes: index))
    }
    return office
  }

  private func queue(_ driver: TestDriver) -> QueueState {
    guard let queue = driver.app.top.screen as? QueueState else { return QueueState() }
    return queue
  }

  @Test func movingThroughAllPagesSeesEveryDossierOnceAndKeepsFewRows() {
    var driver = TestDriver.signedIn(office: Self.crowded())
    driver.press("7", "<home>")
    var seen: [DossierID] = []
    for _ in 0..<180 {
      if let row = queue(driver).selectedRow { seen.append(row.id) }
      #expect(queue(driver).rows.count <= 60)
      driver.press("<down>")
    }
    #expect(Set(seen).count == 180)
    for id in seen.reversed() {
      #expect(queue(driver).selectedRow?.id == id)
      driver.press("<up>")
    }
  }

  /// This holds too after a dossier that she may not see, and after a page has arrived.
  @Test func eachKeyDownShowsTheNextPreviewAtOnce() {
    var office = Self.crowded()
    let form = ReceptionForm(
      procedureCode: "2.001263", owner: Person(name: "Tên Kín"), components: [], assignee: SampleOffice.lan.id)
    _ = office.perform(
      Act(dossier: SampleOffice.id(500), commands: [.receive(form)]), SampleOffice.lan.id,
      SampleOffice.moment("2026-11-24T09:30"))
    var driver = TestDriver(office: office)
    driver.press("3")
    if driver.app.context == .dayStart { driver.press("<esc>") }
    driver.press("7", "<home>")
    var hidden = 0
    for _ in 0..<180 {
      let effects = driver.app.update(.key(.down), now: driver.now)
      let moved = queue(driver)
      if let row = moved.selectedRow, row.ownerName != nil {
        #expect(moved.preview.dossier?.id == row.id)
      } else {
        hidden += 1
      }
      for effect in effects {
        if let answer = driver.office.answer(effect, now: driver.now) { driver.send(.answered(answer)) }
      }
    }
    #expect(hidden == 1)
  }

  @Test func endAndHomeReachTheEdges() {
    var driver = TestDriver.signedIn(office: Self.crowded())
    driver.press("7", "<end>")
    #expect(!queue(driver).hasAfter)
    #expect(queue(driver).selectedRow == queue(driver).rows.last)
    driver.press("<pgup>", "<home>")
    #expect(!queue(driver).hasBefore)
    #expect(queue(driver).selectedRow == queue(driver).rows.first)
  }

  @Test func anArrivingPageDoesNotMoveTheSelection() {
    var driver = TestDriver.signedIn(office: Self.crowded())
    driver.press("7", "<end>", "<up>", "<up>")
    let before = driver.focusedLine
    guard var state = driver.app.top.screen as? QueueState, let first = state.rows.first else { return }
    let request: Request<QueuePage> = driver.app.session.request()
    state.pending = .init(request: request, purpose: .before)
    driver.app.top.screen = state
    var earlier = first
    earlier.id = DossierID(high: 1, low: 1)
    driver.send(.answered(request.answer(QueuePage(rows: [earlier], hasBefore: false, hasAfter: true))))
    #expect(driver.focusedLine == before)
  }

  @Test func aPageThatFailedIsAskedForAgain() {
    var driver = TestDriver.signedIn(office: Self.crowded())
    driver.press("7", "<home>", "<pgdn>")
    var app = driver.app
    let asked = app.update(.key(.pageDown), now: driver.now)
    guard case .ask(.page(let request, _, _))? = asked.first else {
      Issue.record("no page was asked for")
      return
    }
    _ = app.update(.answered(request.failure(.storeBusy)), now: driver.now)
    let again = app.update(.key(.down), now: driver.now)
    #expect(again.contains { if case .ask(.page) = $0 { true } else { false } })
  }

  @Test func theSelectionSurvivesAReload() {
    var driver = TestDriver.signedIn(office: Self.crowded())
    driver.press("7", "<pgdn>", "<pgdn>", "<pgdn>")
    let before = driver.focusedLine
    driver.press("<enter>", "<esc>")
    #expect(driver.focusedLine == before)
  }
}
