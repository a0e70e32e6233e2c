/// Amounts as they are written beside their digits: `68000` is "Sáu mươi tám nghìn đồng".
///
/// Rules: digits are read in groups of three. A group that is not the first and not zero says its hundreds also when they are
/// "không trăm". Without tens a unit follows "linh". One is "mốt" and four "tư" behind "hai mươi" and more; five is "lăm" behind
/// any tens. A billion is "tỷ", and what is counted in billions is read in the same way before it.
public struct AmountInWords: Hashable, Sendable {
  /// Before a unit without tens.
  public enum ZeroTens: String, CaseIterable, Sendable {
    case linh
    /// As in the south.
    case le = "lẻ"
  }

  public enum Thousand: String, CaseIterable, Sendable {
    case nghin = "nghìn"
    /// As in the south.
    case ngan = "ngàn"
  }

  /// Behind "hai mươi" and more.
  public enum Four: String, CaseIterable, Sendable {
    case tu = "tư"
    case bon = "bốn"
  }

  public var zeroTens: ZeroTens
  public var thousand: Thousand
  public var four: Four

  public init(zeroTens: ZeroTens = .linh, thousand: Thousand = .nghin, four: Four = .tu) {
    (self.zeroTens, self.thousand, self.four) = (zeroTens, thousand, four)
  }

  /// `Sáu mươi tám nghìn đồng`
  public func dong(_ amount: Int) -> String {
    let text = words(amount) + " đồng"
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `sáu mươi tám nghìn`
  public func words(_ number: Int) -> String {
    let words = number == 0 ? [Self.digits[0]] : positive(number.magnitude, isFirst: true)
    return ((number < 0 ? ["âm"] : []) + words).joined(separator: " ")
  }

  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
  private static let billion: UInt = 1_000_000_000

  private func positive(_ number: UInt, isFirst: Bool) -> [String] {
    let (billions, rest) = number.quotientAndRemainder(dividingBy: Self.billion)
    var words = billions == 0 ? [] : positive(billions, isFirst: isFirst) + ["tỷ"]
    for (size, name) in [(1_000_000, ["triệu"]), (1000, [thousand.rawValue]), (1, [])] as [(UInt, [String])] {
      let group = rest / size % 1000
      guard group > 0 else { continue }
      words += threeDigits(Int(group), saysHundreds: !isFirst || !words.isEmpty) + name
    }
    return words
  }

  private func threeDigits(_ group: Int, saysHundreds: Bool) -> [String] {
    let (hundreds, tens, unit) = (group / 100, group / 10 % 10, group % 10)
    var words: [String] = []
    let hasHundreds = hundreds > 0 || saysHundreds
    if hasHundreds { words += [Self.digits[hundreds], "trăm"] }
    switch tens {
    case 0 where unit > 0 && hasHundreds: words.append(zeroTens.rawValue)
    case 0: break
    case 1: words.append("mười")
    default: words += [Self.digits[tens], "mươi"]
    }
    guard unit > 0 else { return words }
    switch (unit, tens) {
    case (1, 2...): words.append("mốt")
    case (4, 2...): words.append(four.rawValue)
    case (5, 1...): words.append("lăm")
    default: words.append(Self.digits[unit])
    }
    return words
  }
}
