import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Data are delivered to the screen that requested them, as long as that screen is open.
@Suite struct RequestTests {
  /// A dossier that is being opened: its card has been requested.
  private static func opening() throws -> (driver: TestDriver, request: Request<DossierCard?>, card: DossierCard) {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>")
    let effects = driver.app.update(.key(.enter), now: driver.now)
    for case .ask(.card(let request, let id, _)) in effects {
      let dossier = try #require(driver.office.dossier(id))
      return (driver, request, DossierCard(dossier: dossier, timeline: [], delivery: .recorded))
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test func aReplyGoesBelowWhatWasOpenedMeanwhile() throws {
    var (driver, request, card) = try Self.opening()
    driver.press("<F8>")
    driver.send(.answered(request.answer(card)))
    let below = try #require(driver.app.frames.dropLast().last?.screen as? DetailState)
    #expect(below.card?.dossier.id == card.dossier.id)
  }

  @Test func anotherScreenOfTheSameKindTakesNothingOfIt() throws {
    var (driver, request, card) = try Self.opening()
    driver.press("<esc>")
    _ = driver.app.update(.key(.enter), now: driver.now)
    let before = driver.app
    driver.send(.answered(request.answer(card)))
    #expect(driver.app == before)
    #expect((driver.app.top.screen as? DetailState)?.card == nil)
  }

  @Test func anOvertakenRequestIsAnsweredByNothing() throws {
    var (driver, request, card) = try Self.opening()
    guard case .ask(.card(let newer, _, _))? = driver.app.appear(driver.now).first else {
      Issue.record("the dossier is not asked for again")
      return
    }
    driver.send(.answered(request.failure(.storeBusy)))
    #expect((driver.app.top.screen as? DetailState)?.failure == nil)
    driver.send(.answered(newer.answer(card)))
    #expect((driver.app.top.screen as? DetailState)?.card != nil)
  }

  @Test func everyOpenScreenHearsWhatWasDone() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "<enter>", "<F8>", "<esc>")
    let asked = driver.app.update(.answered(.synchronised(SyncSummary(changedMany: true))), now: driver.now)
    let askers = asked.compactMap { effect -> FrameID? in
      switch effect {
      case .ask(.page(let request, _, _)): request.number.asker
      case .ask(.card(let request, _, _)): request.number.asker
      default: nil
      }
    }
    #expect(Set(askers) == Set(driver.app.frames.map(\.id)))
  }
}
