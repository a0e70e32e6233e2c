/// How a person's name is written.
public enum PersonName {
  /// `hồ thị mai an` as `Hồ Thị Mai An`. A name with a capital is as somebody meant it, and so is one with a sign inside a word
  /// (`h'len`) or of an organisation.
  public static func capitalised(_ text: String) -> String {
    guard text.contains(where: \.isLetter), text.allSatisfy({ $0 == " " || $0.isLetter && !$0.isUppercase }),
      !organisations.contains(where: { (text + " ").hasPrefix($0 + " ") })
    else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private static let organisations = [
    "công ty", "hợp tác xã", "hộ kinh doanh", "doanh nghiệp", "trường", "ủy ban", "uỷ ban", "ubnd", "hội", "chi nhánh",
    "cửa hàng", "trung tâm", "ban", "trạm", "chùa", "nhà thờ",
  ]
}
