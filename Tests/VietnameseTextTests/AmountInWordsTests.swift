import Testing
import VietnameseText

@Suite("Amounts in words")
struct AmountInWordsTests {
  /// As three published converters and the rules say them.
  static let known: [(Int, String)] = [
    (0, "Không"), (15, "Mười lăm"), (21, "Hai mươi mốt"), (24, "Hai mươi tư"), (104, "Một trăm linh bốn"),
    (105, "Một trăm linh năm"), (115, "Một trăm mười lăm"), (121, "Một trăm hai mươi mốt"),
    (1005, "Một nghìn không trăm linh năm"), (1015, "Một nghìn không trăm mười lăm"), (10_000, "Mười nghìn"),
    (68_000, "Sáu mươi tám nghìn"), (104_500, "Một trăm linh bốn nghìn năm trăm"),
    (105_000, "Một trăm linh năm nghìn"), (121_121, "Một trăm hai mươi mốt nghìn một trăm hai mươi mốt"),
    (200_000, "Hai trăm nghìn"), (1_000_001, "Một triệu không trăm linh một"),
    (1_080_000, "Một triệu không trăm tám mươi nghìn"), (2_000_105, "Hai triệu một trăm linh năm"),
    (15_015_000, "Mười lăm triệu không trăm mười lăm nghìn"),
    (20_040_015, "Hai mươi triệu không trăm bốn mươi nghìn không trăm mười lăm"), (1_000_000_000, "Một tỷ"),
    (1_000_000_001, "Một tỷ không trăm linh một"), (1_000_001_000, "Một tỷ không trăm linh một nghìn"),
    (2_001_000_000, "Hai tỷ không trăm linh một triệu"), (1_000_000_000_000, "Một nghìn tỷ"),
    (
      1_234_567_891,
      "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt"
    ),
  ]

  @Test("Amounts are said as is usual", arguments: known) func vectors(amount: Int, words: String) {
    #expect(AmountInWords().dong(amount) == words + " đồng")
  }

  @Test("The south says lẻ and ngàn, and some say bốn") func settings() {
    let south = AmountInWords(zeroTens: .le, thousand: .ngan, four: .bon)
    #expect(south.dong(1_005_024) == "Một triệu không trăm lẻ năm ngàn không trăm hai mươi bốn đồng")
    #expect(AmountInWords(four: .bon).words(14) == "mười bốn")
  }

  @Test("The largest and smallest numbers are said, too") func extremes() {
    #expect(AmountInWords().words(.max).hasPrefix("chín tỷ hai trăm hai mươi ba triệu"))
    #expect(AmountInWords().words(-21) == "âm hai mươi mốt")
    #expect(AmountInWords().words(.min).hasPrefix("âm chín tỷ"))
    #expect(AmountInWords().words(1_000_000_000_000_000_000) == "một tỷ tỷ")
  }

  @Test("Each number up to twenty thousand, and many larger ones, are said by the rules and read back") func byRules() {
    for number in 0...20_000 { check(number) }
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = Int(state >> 33) % 15 + 1
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 2) % (1...digits).reduce(1) { product, _ in product * 10 }
      check(number)
      // Many zeros, where groups are left out.
      check(number / 1000 * 1000)
      check(number / 1_000_000 * 1_000_000 + number % 10)
    }
  }

  private func check(_ number: Int) {
    let words = AmountInWords().words(number)
    #expect(words == Self.spoken(number), "\(number)")
    #expect(Self.value(of: words) == number, "\(words)")
  }

  // MARK: The rules once more, over digits from the right

  /// Goes over the decimal digits by their place, where the product divides.
  private static func spoken(_ number: Int) -> String {
    let digits = Array(String(number)).compactMap(\.wholeNumberValue)
    guard digits != [0] else { return "không" }
    let names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    var said: [String] = []
    for (index, digit) in digits.enumerated() {
      let place = digits.count - 1 - index
      let ofGroup = place % 3
      // The three digits in which this one stands; what is before the first digit counts as 0.
      func at(_ place: Int) -> Int { place < digits.count ? digits[digits.count - 1 - place] : 0 }
      let base = place - ofGroup
      let (hundred, ten, unit) = (at(base + 2), at(base + 1), at(base))
      let isZeroGroup = hundred + ten + unit == 0
      switch ofGroup {
      case 2 where !isZeroGroup: said.append("\(names[digit]) trăm")
      case 1 where digit == 1: said.append("mười")
      case 1 where digit > 1: said.append("\(names[digit]) mươi")
      case 1 where unit > 0: said.append("linh")
      case 0 where digit == 1 && ten > 1: said.append("mốt")
      case 0 where digit == 4 && ten > 1: said.append("tư")
      case 0 where digit == 5 && ten > 0: said.append("lăm")
      case 0 where digit > 0: said.append(names[digit])
      default: break
      }
      guard ofGroup == 0 else { continue }
      if !isZeroGroup, base % 9 == 3 { said.append("nghìn") }
      if !isZeroGroup, base % 9 == 6 { said.append("triệu") }
      if base > 0, base % 9 == 0 { said.append("tỷ") }
    }
    return said.joined(separator: " ")
  }

  /// Reads words as a person adds them up; nil for a word that is none of a number.
  private static func value(of words: String) -> Int? {
    let units = [
      "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
      "tám": 8,
      "chín": 9,
    ]
    var (total, millions, group, digit) = (0, 0, 0, 0)
    for word in words.split(separator: " ") {
      switch word {
      case "trăm": (group, digit) = (digit * 100, 0)
      case "mươi": (group, digit) = (group + digit * 10, 0)
      case "mười": group += 10
      case "linh": break
      case "nghìn": (millions, group, digit) = (millions + (group + digit) * 1000, 0, 0)
      case "triệu": (millions, group, digit) = (millions + (group + digit) * 1_000_000, 0, 0)
      case "tỷ": (total, millions, group, digit) = ((total + millions + group + digit) * 1_000_000_000, 0, 0, 0)
      default:
        guard let unit = units[String(word)] else { return nil }
        digit = unit
      }
    }
    return total + millions + group + digit
  }
}
