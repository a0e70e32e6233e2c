import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Hours of a child at the keyboard: any key on any screen, at any size. Nothing ends the program, and every screen can be
/// drawn with its cursor on it.
@Suite struct RandomKeyTests {
  private static let named = [
    "<enter>", "<esc>", "<tab>", "<s-tab>", "<up>", "<down>", "<left>", "<right>", "<home>", "<end>", "<pgup>",
    "<pgdn>", "<bs>", "<del>",
  ].compactMap { Key(name: $0) }
  private static let texts = [
    "ho thi", "khai sinh", "2.000815", "045080001234", "01/02/1990", "0912345678", "sao y", "Hồ Văn Cưới", "31/12/2026",
    "8000", "7:30-11:30", "32/13/2020", "999999999999999999999", "-1", "đ", "e\u{301}", "👩‍👩‍👧", "\u{202E}abc", "日本",
  ]
  private static let sizes = [(80, 24), (100, 30), (120, 40), (60, 20), (200, 50), (40, 10), (20, 5), (1, 1)]

  private static func event(_ random: inout SeededKeys) -> Event {
    switch random.below(100) {
    case 0..<40: .key(named[random.below(named.count)])
    case 40..<50: .key(.function(1 + random.below(9)))
    case 50..<56: .key(.control(Character(UnicodeScalar(UInt8(97 + random.below(26))))))
    case 56..<58: .key(.alt(Character(UnicodeScalar(UInt8(48 + random.below(10))))))
    case 58..<95: .key(.character(Character(UnicodeScalar(UInt8(32 + random.below(95))))))
    case 95..<97: .text(texts[random.below(texts.count)])
    default: .timePassed
    }
  }

  @Test(arguments: UInt64(1)...12) func anyKeyIsAnsweredAndEveryScreenIsDrawn(seed: UInt64) {
    var random = SeededKeys(state: seed)
    let language: Language = random.below(3) == 0 ? .en : .vi
    var driver = TestDriver.signedIn(language: language)
    var trace: [String] = []
    for _ in 0..<500 {
      if random.below(40) == 0 {
        let (columns, rows) = Self.sizes[random.below(Self.sizes.count)]
        driver.size = Size(columns: columns, rows: rows)
        driver.send(.resized(driver.size))
      }
      if random.below(25) == 0 {
        driver.type(Self.texts[random.below(Self.texts.count)])
      } else {
        let event = Self.event(&random)
        trace.append("\(event)")
        driver.now = Instant(milliseconds: driver.now.milliseconds + Int64(random.below(3000)))
        driver.send(event)
      }
      let screen = driver.screen
      let cursor = screen.cursor
      #expect(screen.size == driver.size, "seed \(seed): \(trace.suffix(12))")
      #expect(
        cursor.map { (0..<driver.size.rows).contains($0.row) && (0..<driver.size.columns).contains($0.column) } ?? true,
        "seed \(seed): \(trace.suffix(12))")
    }
  }
}

/// SplitMix64.
private struct SeededKeys {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
