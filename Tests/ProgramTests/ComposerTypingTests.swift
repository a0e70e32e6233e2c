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
  private static func searching(
    _ typing: OwnTyping = OwnTyping(isOn: true), bracketsPastes: Bool = false
  ) -> Composer {
    var composer = atTheEntrance(typing, bracketsPastes: bracketsPastes)
    _ = composer.receive(.key(.function(1)), at: 0, now: Self.now)
    return composer
  }

  /// At the list of clerks.
  private static func atTheEntrance(_ typing: OwnTyping = OwnTyping(), bracketsPastes: Bool = false) -> Composer {
    let nobody = Clerk(id: ClerkID(high: 1, low: 1), name: "Hồ Thị Lan", roles: [.reception])
    let office = Office(
      id: OfficeID(high: 0, low: 0), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")
    let snapshot = OfficeSnapshot(office: office, clerks: [nobody], absences: [], calendar: .standard)
    let app = App(
      office: snapshot, language: .vi, typing: typing, size: Size(columns: 80, rows: 24), now: Self.now)
    return Composer(app: app, inputMethod: .none, bracketsPastes: bracketsPastes)
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

  /// A console pastes without brackets, and no slow line is before it.
  @Test func aBurstComesAsItWasSent() {
    #expect(Self.typed("tieengs vieetj", pace: 2).contains("Tìm: tieengs vieetj"))
  }

  /// Where the terminal brackets a paste, letters that come at once were typed before a slow line.
  @Test(arguments: [0, 2, 6] as [Int64]) func keysThatASlowLineBringsTogetherAreComposed(pace: Int64) {
    let composer = Self.searching(bracketsPastes: true)
    #expect(Self.typed("tieengs vieetj ", pace: pace, composer).contains("Tìm: tiếng việt"))
    #expect(Self.typed("Quangr Trij, 1990 tieengs ", pace: pace, composer).contains("Tìm: Quảng Trị, 1990 tiếng"))
  }

  /// A scanner's code and letters with marks are no keys.
  @Test(arguments: ["AS123456789VN", "Thôn Aas Mẫu", "045|Aas|Nam|Aas"])
  func whatAMachineSendsComesAsItWasSent(text: String) {
    var composer = Self.searching(bracketsPastes: true)
    #expect(Self.typed(text, pace: 2, composer).contains("Tìm: \(text)"))
    _ = composer.receive(.paste("tieengs vieetj"), at: 10_000, now: Self.now)
    let lines = composer.app.view(size: Size(columns: 80, rows: 24), now: Self.now).lines
    #expect(lines.contains { $0.contains("Tìm: tieengs vieetj") })
  }

  /// A PIN that comes at once with the key before it is the PIN, wherever it comes from.
  @Test(arguments: ["2468135", "246813579"]) func aPINBehindAnotherKeyIsNotLost(secret: String) {
    var composer = Self.atTheEntrance()
    var effects: [Effect] = []
    for key in "1" + secret {
      effects += composer.receive(.key(.character(key)), at: 1000, now: Self.now)
    }
    effects += composer.receive(.key(.enter), at: 1000, now: Self.now)
    effects += composer.settle(at: 5000, now: Self.now)
    let sent = effects.compactMap { effect -> String? in
      if case .signIn(.check(_, let secret)) = effect { secret } else { nil }
    }
    #expect(sent == [secret])
  }

  /// Letters at once choose nobody; that they were not used is said.
  @Test func aBurstAtTheEntranceIsAnswered() {
    var composer = Self.atTheEntrance()
    for key in "xin cap lai" { _ = composer.receive(.key(.character(key)), at: 1000, now: Self.now) }
    _ = composer.settle(at: 5000, now: Self.now)
    #expect(composer.app.session.message?.text == "Hãy đăng nhập trước.")
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
