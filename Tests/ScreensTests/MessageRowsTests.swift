import DossierDomain
import Terminal
import Testing

@testable import Screens

/// A message of several lines takes its rows from the body: the keys below it stay, and so does the selected row.
@Suite struct MessageRowsTests {
  private static let sentence =
    "Có người bấm nhầm ở bàn bên cạnh nên hồ sơ này phải được xem lại trước khi trả cho công dân: bấm Z để xem hai bên "
    + "rồi chọn một bên, sau đó bấm F5."

  @Test(arguments: GoldenTests.sizes, [Message.Tone.done, .problem])
  func aLongMessageLeavesTheKeys(size: Size, tone: Message.Tone) {
    var driver = TestDriver.signedIn(size: size)
    driver.press("7", "<end>")
    let hints = size.rows >= 24 ? 2 : 1
    let (keys, row) = (Array(driver.screen.lines.suffix(hints)), driver.focusedLine)
    driver.app.session.message = Message(Self.sentence, tone)
    #expect(Array(driver.screen.lines.suffix(hints)) == keys, "\(driver.text)")
    #expect(driver.focusedLine == row, "\(driver.text)")
    driver.expectSentence(Self.sentence)
  }

  @Test func aMessageOfOneLineMovesNothing() {
    var driver = TestDriver.signedIn()
    driver.press("7")
    let before = driver.screen.lines
    driver.app.session.message = Message("Đã ghi.")
    #expect(driver.screen.lines.enumerated().filter { before[$0.offset] != $0.element }.map(\.offset) == [21])
  }

  @Test func theSelectedRowStaysVisibleInFewerRows() {
    struct Numbered: Identifiable, Equatable { var id: Int }
    var list = RowList(rows: (0..<30).map { Numbered(id: $0) })
    list.select(19, height: 10)
    #expect(list.shown(height: 10) == 10..<20)
    #expect(list.shown(height: 8) == 12..<20)
    list.select(12, height: 10)
    #expect(list.shown(height: 8) == 10..<18)
  }
}
