import Testing

@testable import Screens

@Suite struct SeatStateTests {
  static let seat = SeatState(
    screens: [
      Place(name: "queue", fields: [.init("filter", "hồ\\sơ \n kín"), .init("marked", ""), .init("marked", "b")])
    ],
    drafts: [Place(name: "note", fields: [.init("answer", "đã gọi, sáng thứ Tư")]), Place(name: "empty")],
    lastTouched: "00ff", day: "2026-11-25")

  @Test func aDeskComesBackAsItWasKept() {
    #expect(SeatState(encoded: Self.seat.encoded) == Self.seat)
    #expect(SeatState(encoded: SeatState().encoded) == SeatState())
  }

  @Test(arguments: [
    "", "dossier-desk 2\nscreen queue", "dossier-desk 1\n.key before any place",
    "dossier-desk 1\nscreen queue\n.key a\\",
    "dossier-desk 1\nscreen queue\n.key a\\t", "dossier-desk 1\nunknown line", "dossier-desk 1\n\n",
  ])
  func whatWeDidNotWriteIsNotRead(text: String) {
    #expect(SeatState(encoded: Array(text.utf8)) == nil)
  }

  @Test func brokenUTF8AndHugeFilesAreNotRead() {
    #expect(SeatState(encoded: Array("dossier-desk 1\nscreen ".utf8) + [0xFF]) == nil)
    #expect(SeatState(encoded: [UInt8](repeating: 0x61, count: SeatState.maximumBytes + 1)) == nil)
  }
}
