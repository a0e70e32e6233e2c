import Terminal
import Testing

@testable import Screens

@Suite struct WrappedTextTests {
  /// A word of 20 KB once blocked the timeline for minutes, because each letter that did not fit measured all others
  /// again.
  @Test(arguments: [1, 2, 4]) func aLongWordCostsOneMeasurementALetter(times: Int) {
    let letters = 20_000 * times
    var measured = 0
    let lines = wrapped(String(repeating: "ơ", count: letters), width: 60) { _ in
      measured += 1
      return 1
    }
    #expect(measured == letters)
    #expect(lines.count == (letters + 59) / 60)
  }

  @Test func linesAreFilledAndBreakAtBlanks() {
    #expect(wrapped("một hai  ba bốn", width: 8) == ["một hai", "ba bốn"])
    #expect(wrapped("a\n\nb", width: 8) == ["a", "", "b"])
    #expect(wrapped("", width: 8) == [""])
    #expect(wrapped("abc", width: 0) == [])
  }

  @Test func aWordThatIsTooLongIsCutAndTheNextOneGoesOnBehindIt() {
    #expect(wrapped("xx abcdefghij k", width: 4) == ["xx", "abcd", "efgh", "ij k"])
  }

  @Test func wideLettersFillTwoColumnsAndOneThatFitsNowhereStandsAlone() {
    #expect(wrapped("漢字漢", width: 4) == ["漢字", "漢"])
    #expect(wrapped("漢字", width: 1) == ["漢", "字"])
  }
}
