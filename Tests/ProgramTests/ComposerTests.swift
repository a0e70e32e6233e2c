import DossierDomain
import DossierStore
import OfficeWork
import Screens
import Terminal
import Testing

@testable import DossierTUI

/// Which keys are a scanned code. At the entrance, where it is only said that nobody is signed in.
@Suite struct ComposerTests {
  private static let card = "045099000001||Nguyễn Văn Mẫu|01011999|Nam|Thôn Mẫu, A Ngo, Quảng Trị|01012022||||"
  private static let answer = "Sign in, then scan again."

  private static func composer(_ program: Program) throws -> Composer {
    let workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let app = App(
      office: try workplace.officeSnapshot(), language: .en, size: Size(columns: 80, rows: 24), now: workplace.clock.now
    )
    return Composer(app: app, inputMethod: .telex)
  }

  private let now = Instant(milliseconds: 1_800_000_000_000)

  private func send(_ text: String, every pause: Int64, _ composer: inout Composer) -> Int64 {
    var at: Int64 = 1000
    for character in text {
      _ = composer.receive(.key(.character(character)), at: at, now: now)
      at += pause
    }
    return at
  }

  @Test(arguments: [Key.enter, .tab, nil], [0, 3, 15] as [Int64])
  func aBurstWithTheFormOfACodeIsAScan(end: Key?, pause: Int64) throws {
    let program = try Program.office()
    defer { program.remove() }
    var composer = try Self.composer(program)
    let screen = composer.app.context
    let at = send(Self.card, every: pause, &composer)
    if let end {
      _ = composer.receive(.key(end), at: at, now: now)
    } else {
      #expect(composer.deadline == at - pause + ScannerGate.pause)
      _ = composer.settle(at: at + ScannerGate.pause + 1, now: now)
    }
    #expect(composer.app.session.message?.text == Self.answer)
    #expect(composer.app.context == screen)
    #expect(composer.deadline == nil)
    // The LF behind a CR belongs to the code.
    if end == .enter { #expect(composer.receive(.key(.enter), at: at + 1, now: now).isEmpty) }
  }

  @Test func whatAHandTypesOrAPasteBringsIsNoScan() throws {
    let program = try Program.office()
    defer { program.remove() }
    var composer = try Self.composer(program)
    let at = send(Self.card, every: 60, &composer)
    _ = composer.receive(.key(.enter), at: at, now: now)
    #expect(composer.app.session.message?.text != Self.answer)
    composer = try Self.composer(program)
    _ = composer.receive(.paste(Self.card), at: 1000, now: now)
    _ = composer.settle(at: 2000, now: now)
    #expect(composer.app.session.message?.text != Self.answer)
  }

  /// Keys that a slow line brings together are a hand's: what they do is done, also when another key follows soon.
  @Test(arguments: [60, 100, 400] as [Int64]) func whatKeysHaveDoneIsDone(pause: Int64) throws {
    let program = try Program.office()
    defer { program.remove() }
    var alone = try Self.composer(program)
    var effects = alone.receive(.key(.character("1")), at: 1000, now: now)
    effects += alone.settle(at: 2000, now: now)
    #expect(effects.contains { $0.waitsForAHand })
    var composer = try Self.composer(program)
    var all: [Effect] = []
    for key in "1???" { all += composer.receive(.key(.character(key)), at: 1000, now: now) }
    all += composer.receive(.key(.character("?")), at: 1000 + pause, now: now)
    all += composer.settle(at: 5000, now: now)
    #expect(all.contains { $0.waitsForAHand })
  }

  /// The burst began with the hand's key, the code behind it; what was held for the one is gone when the other is recognised.
  @Test func aScanDirectlyBehindAKeyIsAScan() throws {
    let program = try Program.office()
    defer { program.remove() }
    var composer = try Self.composer(program)
    _ = composer.receive(.key(.character("1")), at: 1000, now: now)
    for character in Self.card { _ = composer.receive(.key(.character(character)), at: 1045, now: now) }
    _ = composer.receive(.key(.enter), at: 1045, now: now)
    #expect(composer.app.session.message?.text == Self.answer)
  }

  @Test func aBurstWithoutTheFormOfACodeIsText() throws {
    let program = try Program.office()
    defer { program.remove() }
    var composer = try Self.composer(program)
    let at = send("xin cấp lại giấy khai sinh", every: 0, &composer)
    _ = composer.receive(.key(.enter), at: at, now: now)
    #expect(composer.app.session.message?.text != Self.answer)
  }
}
