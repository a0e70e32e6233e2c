extension CatalogueConsistency.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .replacedInCircle(let codes):
      language.pick(
        "Thủ tục thay thế nhau thành vòng: \(Self.way(codes)). Bỏ một mã ở cột \"Thay bằng\"",
        "The procedures replace each other in a circle: \(Self.way(codes)). Take one code out of \"Replaced by\"")
    case .containedInCircle(let codes):
      language.pick(
        "Thủ tục liên thông gồm chính nó: \(Self.way(codes)). Bỏ một dòng \"gồm\" ở trang \"Liên thông\"",
        "A group contains itself: \(Self.way(codes)). Take one row \"contains\" out of the sheet \"Links\"")
    case .firstDayTwice(let code, let from):
      language.pick(
        "Thủ tục \(code) có hai phiên bản cùng bắt đầu \(Self.day(from, language))",
        "\(code) has two versions that begin \(Self.day(from, language))")
    }
  }

  private static func day(_ day: Known<CivilDate>, _ language: Language) -> String {
    day.value.map { language.pick("từ \($0.slashed)", "on \($0.slashed)") }
      ?? language.pick("không ghi ngày", "on no day that is said")
  }

  /// `1.000001 → 1.000002 → 1.000001`; of a long way its beginning.
  private static func way(_ codes: [String]) -> String {
    let end = codes.count > 8 ? ["…"] : []
    return (codes.prefix(8) + end + codes.prefix(1)).joined(separator: " → ")
  }
}

extension CatalogueConsistency.Remark {
  public func wording(_ language: Language) -> String {
    switch self {
    case .overlap(let code, let through, let next):
      language.pick(
        "Thủ tục \(code) có phiên bản ghi đến hết \(through.slashed), nhưng từ \(next.slashed) phiên bản sau được dùng",
        "A version of \(code) is said to count through \(through.slashed), but from \(next.slashed) on the next one counts"
      )
    case .replacementUnknown(let code, let replacement):
      language.pick(
        "Thủ tục \(code) được thay bằng \(replacement), là mã chưa có trong danh mục",
        "\(code) is replaced by \(replacement), which the catalogue does not have")
    case .linkUnknown(let code, let other):
      language.pick(
        "Thủ tục \(code) nhắc đến \(other), là mã chưa có trong danh mục",
        "\(code) names \(other), which the catalogue does not have")
    case .paperNotAsked(let code, let paper, let other):
      language.pick(
        "Kết quả của \(code) là \"\(paper)\", nhưng thủ tục \(other) không có giấy tờ tên như vậy",
        "The result of \(code) is \"\(paper)\", but \(other) asks for no paper of this name")
    }
  }
}
