import Foundation
import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  @Test(arguments: ["", "P", "P-", "P-1", "000.19.45.H50-261125-0009", "mã \u{1B}]0;x\u{7}"])
  func theTextIsPackedSoThatNothingInItIsASequence(text: String) {
    let sequence = Clipboard.sequence(text)
    #expect(sequence == "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{1B}\\")
  }
}
