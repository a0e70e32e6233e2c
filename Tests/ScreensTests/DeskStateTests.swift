import Testing

@testable import Screens

@Suite struct DeskStateTests {
  static let desk = DeskState(
    screens: [
      Place(name: "queue", fields: [.init("filter", "hồ\\sơ \n kín"), .init("marked", ""), .init("marked", "b")])
    ],
    drafts: [Place(name: "note", fields: [.init("answer", "đã gọi, sáng thứ Tư")]), Place(name: "empty")],
    lastTouched: "00ff", day: "2026-11-25")

  @Test func aDeskComesBackAsItWasKept() {
    #expect(DeskState(encoded: Self.desk.encoded) == Self.desk)
    #expect(DeskState(encoded: DeskState().encoded) == DeskState())
  }

  @Test(arguments: [
    "", "dossier-desk 2\nscreen queue", "dossier-desk 1\n.key before any place",
    "dossier-desk 1\nscreen queue\n.key a\\",
    "dossier-desk 1\nscreen queue\n.key a\\t", "dossier-desk 1\nunknown line", "dossier-desk 1\n\n",
  ])
  func whatWeDidNotWriteIsNotRead(text: String) {
    #expect(DeskState(encoded: Array(text.utf8)) == nil)
  }

  @Test func brokenUTF8AndHugeFilesAreNotRead() {
    #expect(DeskState(encoded: Array("dossier-desk 1\nscreen ".utf8) + [0xFF]) == nil)
    #expect(DeskState(encoded: [UInt8](repeating: 0x61, count: DeskState.maximumBytes + 1)) == nil)
  }
}
