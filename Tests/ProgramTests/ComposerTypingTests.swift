import DossierDomain
import OfficeWork
import Screens
import Terminal
import Testing
import VietnameseText

@testable import DossierTUI

/// The program's own typing between keys that a hand presses and those that machines send.
@Suite struct ComposerTypingTests {
  /// The palette's neighbour, the search, is open: letters are text.
  private static func searching(_ typing: OwnTyping = OwnTyping(isOn: true)) -> Composer {
    let nobody = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Lan", roles: [.reception])
    let office = Office(
      id: OfficeID(high: 0, low: 0), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
    let snapshot = OfficeSnapshot(office: office, clerks: [nobody], absences: [], calendar: .standard)
    let app = App(
      office: snapshot, language: .vi, typing: typing, size: Size(columns: 80, rows: 24), now: Self.now)
    var composer = Composer(app: app, inputMethod: .none)
    _ = composer.receive(.key(.function(1)), at: 0, now: Self.now)
    return composer
  }

  private static let now = Instant(milliseconds: 1_795_570_000_000)

  /// - Parameter pace: milliseconds between two keys.
  private static func typed(_ keys: String, pace: Int64, _ composer: Composer = searching()) -> String {
    var composer = composer
    var at: Int64 = 10_000
    for key in keys {
      _ = composer.receive(.key(key == "\u{8}" ? .backspace : .character(key)), at: at, now: Self.now)
      at += pace
    }
    return composer.app.view(size: Size(columns: 80, rows: 24), now: Self.now).lines.joined(separator: "\n")
  }

  @Test func aHandIsComposed() {
    #expect(Self.typed("tieengs vieetj ", pace: 120).contains("Tìm: tiếng việt"))
  }

  @Test func aBurstComesAsItWasSent() {
    #expect(Self.typed("tieengs vieetj", pace: 2).contains("Tìm: tieengs vieetj"))
  }

  /// UniKey sends a backspace and what replaces the letters in one go.
  @Test func whatAnotherMethodComposedIsNotComposedAgain() {
    var composer = Self.searching()
    for (key, at) in [("a", 1000), ("s", 1200), ("\u{8}", 1400), ("a", 1401), ("s", 1402)] as [(Character, Int64)] {
      _ = composer.receive(.key(key == "\u{8}" ? .backspace : .character(key)), at: at, now: Self.now)
    }
    let lines = composer.app.view(size: Size(columns: 80, rows: 24), now: Self.now).lines
    #expect(lines.contains { $0.contains("Tìm: as") })
  }

  @Test func switchedOffNothingIsComposed() {
    #expect(Self.typed("vieetj", pace: 120, Self.searching(OwnTyping())).contains("Tìm: vieetj"))
  }
}
